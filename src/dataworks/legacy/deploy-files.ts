import { fields, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { type Look, type PollPace, paceOf, poll, type WaitTimes } from '../client/poll.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import type { FileDeployment } from '../operations/legacy/file-releases.ts'
import type { Id } from '../operations/operation.ts'
import { releasePace } from '../publish/publish-options.ts'
import { clientKind, idsKind, requireWorkspace, workspaceKind } from '../workspace/given-options.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'

/** The options of {@link deployFiles}. */
export interface DeployFilesOptions extends WorkspaceCall {
  /** The files, in the order in which they are deployed: each after those that it comes after. */
  readonly fileIds: readonly Id[]
  /** What is written beside the versions that are made. */
  readonly comment?: string | undefined
  /**
   * How each step of a file is waited for: `interval` is 2,000 ms when left out, `maxInterval` 15,000 ms, and `timeout` 30
   * minutes.
   */
  readonly wait?: WaitTimes | undefined
  /** Called after each file. What it throws ends the deploy. */
  readonly onProgress?: ((file: DeployedFile) => void) | undefined
}

/** A file that is in production. */
export interface DeployedFile {
  readonly fileId: string
  /** The version that was submitted. */
  readonly version: number | undefined
}

/** The numbers that say how a deployment stands. */
const [succeeded, failed] = [1, 2]

/** An operation that takes a file further. */
interface Release {
  readonly action: 'DeployFile' | 'SubmitFile'
  readonly fileId: string
  readonly start: () => Promise<string | undefined>
  /** Whether it is done, as the file itself shows: its answer may have been lost. */
  readonly isDone: () => Promise<boolean>
}

const mostAttempts = 3

function failure({ action, fileId }: Release, { failure: reason }: FileDeployment): DataWorksError {
  return new DataWorksError({
    action,
    kind: 'release-failed',
    code: 'DeploymentFailed',
    message: `the deployment of file ${fileId} failed${reason === undefined ? '' : `: ${reason}`}`,
    hint: 'Look at the deployment in DataWorks, mend the file, and deploy it again.',
  })
}

function tooLong({ action, fileId }: Release, timeout: number): DataWorksError {
  return new DataWorksError({
    action,
    kind: 'job-timeout',
    code: 'DeploymentTimeout',
    message: `the deployment of file ${fileId} is not over after ${timeout} ms`,
    hint: 'Deploy again to go on waiting, or give wait.timeout.',
    retryable: true,
    ambiguous: true,
  })
}

/** How files are released: what all steps of it share. */
interface Releasing extends Pick<WorkspaceCall, 'projectId' | 'signal'> {
  readonly pace: PollPace
}

/** What stays open when nobody looks any more does no harm when it is done again. */
const effect = 'replace'

async function isDoneSoon({ action, isDone }: Release, { pace, signal }: Releasing): Promise<boolean> {
  const { interval } = pace
  const soon = { interval, maxInterval: interval, timeout: mostAttempts * interval }
  const look = async (): Promise<Look<boolean>> =>
    (await isDone()) ? { found: true } : { atEnd: () => ({ found: false }) }
  return await poll({ action, effect, pace: soon, signal, look })
}

/** Starts an operation whose answer may be lost: then the file is looked at for a while before it is started again. */
async function started(release: Release, releasing: Releasing): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await release.start()
    } catch (error) {
      if (!isDataWorksError(error) || !error.ambiguous) throw error
      if (await isDoneSoon(release, releasing)) return undefined
      if (attempt === mostAttempts) throw error
    }
  }
}

async function carryOut(client: DataWorksClient, release: Release, releasing: Releasing): Promise<void> {
  if (await release.isDone()) return
  const deploymentId = await started(release, releasing)
  if (deploymentId === undefined) return
  const { projectId, signal, pace } = releasing
  const look = async (): Promise<Look<FileDeployment>> => {
    const deployment = await client.getDeployment({ projectId, deploymentId }, { signal })
    if (deployment.status === failed) throw failure(release, deployment)
    return deployment.status === succeeded ? { found: deployment } : { atEnd: () => tooLong(release, pace.timeout) }
  }
  await poll({ action: 'GetDeployment', effect, pace, signal, look })
}

/**
 * Takes files of the old Data Studio to production, one after the other: submits what is not submitted, waits, deploys the
 * submitted version, and waits. What is in production already is left as it is, so that calling it again goes on where
 * it broke off.
 *
 * @param client - what {@link createClient} made
 * @param options - the workspace, the files, and how long to wait
 * @returns the files, all of which are in production
 * @throws DataWorksError of kind `release-failed` when a deployment fails, and of kind `job-timeout` when it takes too long
 *
 * @example
 * ```ts
 * import { createClient, deployFiles } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * await deployFiles(client, { projectId: 20000, fileIds: ['500001', '500002'] })
 * ```
 */
export async function deployFiles(
  client: DataWorksClient,
  options: DeployFilesOptions,
): Promise<readonly DeployedFile[]> {
  requireArgument('deployFiles', 'client', client, clientKind)
  requireSettings('deployFiles', 'options', options, deployKinds)
  requireWorkspace('deployFiles', options)
  requireArgument('deployFiles', 'options.fileIds', options.fileIds, idsKind)
  const { projectId, signal, comment, onProgress } = options
  const releasing: Releasing = { projectId, signal, pace: paceOf('deployFiles', options.wait, releasePace) }
  const deployed: DeployedFile[] = []
  for (const fileId of new Set(options.fileIds.map(String))) {
    const read = async () => (await client.getFile({ projectId, fileId }, { signal })).file
    const call = { projectId, fileId, comment }
    const submission: Release = {
      action: 'SubmitFile',
      fileId,
      start: async () => (await client.submitFile(call, { signal })).id,
      isDone: async () => (await read()).commitStatus === 1,
    }
    await carryOut(client, submission, releasing)
    const { currentVersion: version } = await read()
    const isLive = async (): Promise<boolean> => {
      const { items } = await client.listFileVersions({ projectId, fileId, pageSize: 10 }, { signal })
      return items.some((one) => one.isCurrentProd === true && one.fileVersion === version)
    }
    const release: Release = {
      action: 'DeployFile',
      fileId,
      start: async () => (await client.deployFile(call, { signal })).id,
      isDone: isLive,
    }
    await carryOut(client, release, releasing)
    deployed.push({ fileId, version })
    onProgress?.({ fileId, version })
  }
  return deployed
}

const deployKinds: SettingKindsOf<DeployFilesOptions> = {
  projectId: workspaceKind,
  fileIds: idsKind,
  comment: text,
  wait: fields,
  onProgress: step,
  signal: signalKind,
}
