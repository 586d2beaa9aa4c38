import { isRecord } from '../../document/json/records.ts'
import { type Answer, filledText, flagIn, numberIn, objectIn, objectsIn, requiredText, textIn } from './answer.ts'
import { dataStudioVersion, type Effect, type Id, type Operation, required, type SpecSource } from './operation.ts'
import { parseExact } from './parse-exact.ts'
import { named, resultIn, type WithMore } from './result.ts'
import { isServiceId } from './service-id.ts'

/** The parameters of ImportWorkflowDefinition. */
export interface ImportWorkflowDefinitionParams {
  /** The workspace. */
  readonly projectId: Id
  /** The document; the operation takes its first workflow, with its nodes. */
  readonly spec: SpecSource
  /** Only validate, and say in the job how that went; nothing is kept. */
  readonly dryRun?: boolean | undefined
}

/** The answer of ImportWorkflowDefinition: the job that does the import. */
export interface ImportJob extends WithMore {
  /** What {@link DataWorksClient.getJobStatus} asks for. */
  readonly jobId: string
  readonly type: string | undefined
  readonly status: JobState
  readonly completed: boolean
  /** In percent. */
  readonly progress: number | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  readonly error: string | undefined
  /** The id of the workflow; the service gives it here, while the job still runs, and not in the job's status. */
  readonly workflowId: string | undefined
  readonly requestId: string | undefined
}

/** ImportWorkflowDefinition (2024-05-18). */
export const importWorkflowDefinition: Operation<ImportWorkflowDefinitionParams, ImportJob> = {
  action: 'ImportWorkflowDefinition',
  version: dataStudioVersion,
  method: 'POST',
  effect: importEffect,
  parameters: {
    projectId: required('workspace'),
    spec: required('spec'),
    dryRun: 'boolean',
  },
  read: resultIn('AsyncJob', {
    jobId: named('Id', requiredText),
    type: textIn,
    status: (job, name) => textIn(job, name) ?? 'Running',
    completed: isOver,
    progress: numberIn,
    createTime: numberIn,
    error: filledText,
    workflowId: named('Response', filledText),
  }),
}

function hasServiceId(entity: Answer): boolean {
  return isServiceId(textIn(entity, 'id'))
}

/** Whether the workflow and every node of a document carry ids of the service's kind. */
function isPinned(document: unknown): boolean {
  if (!isRecord(document)) return false
  const workflow = objectsIn(objectIn(document, 'spec'), 'workflows')[0]
  return workflow !== undefined && hasServiceId(workflow) && objectsIn(workflow, 'nodes').every(hasServiceId)
}

/**
 * What an import does when it is repeated. With every id given it updates the same workflow and nodes each time; without
 * it makes new ones. A dry run keeps nothing.
 */
function importEffect(params: ImportWorkflowDefinitionParams): Effect {
  if (params.dryRun === true) return 'read'
  return isPinned(typeof params.spec === 'string' ? parseExact(params.spec) : params.spec) ? 'replace' : 'create'
}

/** The parameters of GetJobStatus. */
export interface GetJobStatusParams {
  /** The id that the operation which started the job answered. */
  readonly jobId: Id
}

/** The answer of GetJobStatus. */
export interface JobStatus extends WithMore {
  readonly jobId: string
  /** What the job does: `Create`, `Update` or `Cancel`. */
  readonly jobType: string | undefined
  readonly status: JobState
  readonly completed: boolean
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** Why the job failed, as the service says it. */
  readonly error: string | undefined
  readonly requestId: string | undefined
}

/** GetJobStatus (2024-05-18). */
export const getJobStatus: Operation<GetJobStatusParams, JobStatus> = {
  action: 'GetJobStatus',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { jobId: required('id') },
  read: resultIn('JobStatus', {
    jobId: requiredText,
    jobType: textIn,
    status: requiredText,
    completed: isOver,
    createTime: numberIn,
    error: filledText,
  }),
}

/** The state of an asynchronous job. `Success`, `Fail` and `Cancel` are final. */
export type JobState = 'Cancel' | 'Fail' | 'Running' | 'Success' | (string & {})

const finalStates: ReadonlySet<string> = new Set(['Cancel', 'Fail', 'Success'])

/** Whether a job is over. Its state and its own flag agree; where one of them is missing the other decides. */
function isOver(job: Answer, flag: string): boolean {
  return flagIn(job, flag) === true || finalStates.has(textIn(job, 'Status') ?? '')
}
