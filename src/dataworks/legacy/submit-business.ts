import type { BuildOptions } from '../../builders/build/context.ts'
import { boolean, fields, name, type SettingKindsOf, step } from '../../diagnostics/arguments.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { ListedFile } from '../operations/legacy/files.ts'
import { oneWorkflow } from '../submit/source.ts'
import type { SubmitSource } from '../submit/submission.ts'
import { clientKind, requireWorkspace, workspaceKind } from '../workspace/given-options.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import { readIdentifier } from '../workspace/workspace-identifier.ts'
import { type BusinessDraft, draftFor } from './business-draft.ts'
import { createOrFind } from './create-or-find.ts'
import type { NotCarriedPart } from './left-fields.ts'
import { filesIn, type SubmittedFile, writeFile } from './write-file.ts'

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
 * Submitting again updates the files that say something else, and takes from them what the workflow says no more; no file
 * is deleted. What was lost on the way is looked for and not made twice.
 *
 * A workflow that says what files cannot, such as a loop, is refused with the list of it unless `allowLoss` is true;
 * {@link toBusiness} tells beforehand. Nothing runs before the files are deployed, by {@link deployFiles}.
 *
 * GetFile does not show the resource group by the name that it was given: a change of it alone is not seen, and is sent
 * with the next change of something else.
 *
 * @param client - what {@link createClient} made
 * @param workflow - a workflow builder, or a document with one workflow
 * @param options - the workspace, the folder, `MaxCompute/Data_development` when left out, whether losses are allowed, and
 * how to build
 * @returns the business process, and its files in the order in which {@link deployFiles} takes them: those that others come
 * after first
 * @throws FlowSpecError before anything is sent, when the check finds errors
 * @throws TypeError before anything is sent, when an option is not what it can be, or the workflow is started by an event
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
  requireArgument('submitBusiness', 'workflow', workflow, oneWorkflow)
  const identifier = build?.project ?? (await readIdentifier(client, { projectId, signal }))
  const draft = draftFor('submitBusiness', workflow, { identifier, build })
  if (!allowLoss) refuseLoss(draft)
  const { businessName, description, useType, notCarried } = draft
  const find = async () => await findBusiness(client, businessName, { projectId, signal })
  const { item: businessId, created } = await createOrFind(await find(), {
    find,
    create: async () =>
      (await client.createBusiness({ projectId, businessName, description, useType }, { signal })).businessId,
  })
  const business = `Business_process/${businessName}`
  const place = { projectId, signal, fileFolderPath: `${business}/${folder}` }
  const listed = await filesIn(client, { projectId, signal, fileFolderPath: business })
  const byName = new Map<string, ListedFile[]>()
  for (const file of listed) addToGroup(byName, file.fileName, file)
  const files: SubmittedFile[] = []
  for (const content of draft.files) {
    const file = await writeFile(client, content, byName.get(content.fileName) ?? [], place)
    files.push(file)
    onProgress?.(file)
  }
  const own = new Set(files.map(({ fileId }) => fileId))
  const others = listed.filter(({ fileId }) => !own.has(fileId))
  return {
    businessId,
    created,
    files,
    others: others.map(({ fileName, fileId }) => ({ name: fileName, fileId })),
    notCarried,
  }
}

const submitKinds: SettingKindsOf<SubmitBusinessOptions> = {
  projectId: workspaceKind,
  folder: name,
  build: fields,
  allowLoss: boolean,
  onProgress: step,
  signal: signalKind,
}
