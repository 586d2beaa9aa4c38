import type { BuildOptions } from '../../builders/build/context.ts'
import { boolean, fields, name, object, type SettingKindsOf, step } from '../../diagnostics/arguments.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { FoundFile, ListedFile } from '../operations/legacy/files.ts'
import type { SubmitSource } from '../submit/submission.ts'
import { clientKind, requireWorkspace, workspaceKind } from '../workspace/given-options.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import { readIdentifier } from '../workspace/workspace-identifier.ts'
import { type BusinessDraft, draftFor } from './business-draft.ts'
import { createOrFind } from './create-or-find.ts'
import type { NotCarriedPart } from './left-fields.ts'
import type { FileContent } from './node-file.ts'

/** The options of {@link submitBusiness}. */
export interface SubmitBusinessOptions extends WorkspaceCall {
  /** The folder of the files in the business process, such as `MaxCompute/Data_development`; that one when left out. */
  readonly folder?: string | undefined
  /** How a builder is built; the project's name is that of the workspace when left out. */
  readonly build?: BuildOptions | undefined
  /** Whether it is submitted although something of it is not carried. Default false: it is refused with the list. */
  readonly allowLoss?: boolean | undefined
  /** Called after each file. What it throws ends the submission. */
  readonly onProgress?: ((file: SubmittedFile) => void) | undefined
}

/** A file of a business process. */
export interface SubmittedFile {
  readonly name: string
  readonly fileId: string
  readonly action: 'created' | 'unchanged' | 'updated'
}

/** A business process that was submitted. It is not live before its files are deployed. */
export interface BusinessSubmission {
  readonly businessId: string
  /** Whether the business process is new. */
  readonly created: boolean
  readonly files: readonly SubmittedFile[]
  /** The files of the business process that the workflow does not have; they are left alone. */
  readonly others: readonly { readonly name: string; readonly fileId: string }[]
  /** What of the workflow was not carried. */
  readonly notCarried: readonly NotCarriedPart[]
}

const mostShown = 20

/** @throws DataWorksError of kind `refused` */
function refuseLoss({ businessName, notCarried }: BusinessDraft): void {
  if (notCarried.length === 0) return
  const shown = notCarried.slice(0, mostShown).map(({ path, message }) => `${path}: ${message}`)
  const rest = notCarried.length - shown.length
  throw new DataWorksError({
    action: 'CreateFile',
    kind: 'refused',
    code: 'NotCarried',
    message: `workflow '${businessName}' says what files of the old Data Studio cannot: ${[...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(' ')}`,
    hint: 'Nothing was changed. Take it out, or submit the rest with { allowLoss: true }.',
  })
}

/** A business process in a workspace, and where its files go. */
interface Place extends WorkspaceCall {
  readonly fileFolderPath: string
}

async function findFile(
  client: DataWorksClient,
  fileName: string,
  { projectId, signal, fileFolderPath }: Place,
): Promise<ListedFile | undefined> {
  const search = { projectId, fileFolderPath, exactFileName: fileName }
  for await (const file of client.eachFile(search, { signal })) if (file.fileName === fileName) return file
  return undefined
}

/** What a file says already, in the words of what it is told. */
function currentOf({ file, nodeConfiguration }: FoundFile): Readonly<Record<string, unknown>> {
  const { inputList, outputList, ...plain } = nodeConfiguration
  return {
    ...plain,
    ...file,
    inputList: inputList.map(({ input }) => input).join(','),
    outputList: outputList.map(({ output }) => output).join(','),
  }
}

/** Settings that a file is told and no answer shows again, so that nobody knows whether they changed. */
const unseen: ReadonlySet<string> = new Set(['resourceGroupIdentifier'])

function isChanged(content: FileContent, found: FoundFile): boolean {
  const current = currentOf(found)
  return Object.entries(content).some(
    ([field, value]) => value !== undefined && !unseen.has(field) && String(current[field] ?? '') !== String(value),
  )
}

async function writeFile(client: DataWorksClient, content: FileContent, place: Place): Promise<SubmittedFile> {
  const { projectId, signal, fileFolderPath } = place
  const { fileName } = content
  const { item: fileId, created } = await createOrFind({
    find: async () => (await findFile(client, fileName, place))?.fileId,
    create: async () => {
      const made = { projectId, fileFolderPath, createFolderIfNotExists: true, ...content }
      const { id } = await client.createFile(made, { signal })
      return id ?? (await findFile(client, fileName, place))?.fileId ?? ''
    },
  })
  const found = await client.getFile({ projectId, fileId }, { signal })
  // What a lost answer left behind may be another's of the same name, so it is compared too.
  if (!isChanged(content, found)) return { name: fileName, fileId, action: created ? 'created' : 'unchanged' }
  const { fileType: _, ...settings } = content
  await client.updateFile({ projectId, fileId, fileFolderPath, ...settings }, { signal })
  return { name: fileName, fileId, action: created ? 'created' : 'updated' }
}

async function findBusiness(
  client: DataWorksClient,
  businessName: string,
  { projectId, signal }: WorkspaceCall,
): Promise<string | undefined> {
  for await (const one of client.eachBusiness({ projectId, keyword: businessName }, { signal })) {
    if (one.businessName === businessName) return one.businessId
  }
  return undefined
}

/**
 * Brings a workflow into a workspace of the old Data Studio, as a business process of its name with a file for each node.
 * Submitting again updates the same files; nothing is deleted. What was lost on the way is looked for and not made twice.
 *
 * A workflow that says what files cannot, such as a loop, is refused with the list of it unless `allowLoss` is true;
 * {@link toBusiness} tells beforehand. Nothing runs before the files are deployed, by {@link deployFiles}.
 *
 * @param client - what {@link createClient} made
 * @param workflow - a workflow builder, or a document with one workflow
 * @param options - the workspace, the folder, and how to build
 * @throws FlowSpecError before anything is sent, when the check finds errors
 * @throws DataWorksError when a call fails; of kind `refused`, before anything is changed, when something is not carried
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { createClient, deployFiles, submitBusiness } from 'flowspec/dataworks'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const client = createClient({ region: 'cn-shanghai' })
 * const { files } = await submitBusiness(client, orders, { projectId: 20000 })
 * await deployFiles(client, { projectId: 20000, fileIds: files.map(({ fileId }) => fileId) })
 * ```
 */
export async function submitBusiness(
  client: DataWorksClient,
  workflow: SubmitSource,
  options: SubmitBusinessOptions,
): Promise<BusinessSubmission> {
  requireArgument('submitBusiness', 'client', client, clientKind)
  requireSettings('submitBusiness', 'options', options, submitKinds)
  requireWorkspace('submitBusiness', options)
  const { projectId, signal, build, folder = 'MaxCompute/Data_development', allowLoss = false, onProgress } = options
  requireArgument('submitBusiness', 'workflow', workflow, object)
  const identifier = build?.project ?? (await readIdentifier(client, { projectId, signal }))
  const draft = draftFor('submitBusiness', workflow, { identifier, build })
  if (!allowLoss) refuseLoss(draft)
  const { businessName, description, useType, notCarried } = draft
  const { item: businessId, created } = await createOrFind({
    find: async () => await findBusiness(client, businessName, { projectId, signal }),
    create: async () =>
      (await client.createBusiness({ projectId, businessName, description, useType }, { signal })).businessId,
  })
  const business = `Business_process/${businessName}`
  const place = { projectId, signal, fileFolderPath: `${business}/${folder}` }
  const files: SubmittedFile[] = []
  for (const content of draft.files) {
    const file = await writeFile(client, content, place)
    files.push(file)
    onProgress?.(file)
  }
  const others = await othersIn(client, files, { projectId, signal, fileFolderPath: business })
  return { businessId, created, files, others, notCarried }
}

async function othersIn(
  client: DataWorksClient,
  files: readonly SubmittedFile[],
  { projectId, signal, fileFolderPath }: Place,
): Promise<BusinessSubmission['others']> {
  const own = new Set(files.map(({ fileId }) => fileId))
  const others: { name: string; fileId: string }[] = []
  for await (const { fileName, fileId } of client.eachFile({ projectId, fileFolderPath }, { signal })) {
    if (!own.has(fileId)) others.push({ name: fileName, fileId })
  }
  return others
}

const submitKinds: SettingKindsOf<SubmitBusinessOptions> = {
  projectId: workspaceKind,
  folder: name,
  build: fields,
  allowLoss: boolean,
  onProgress: step,
  signal: signalKind,
}
