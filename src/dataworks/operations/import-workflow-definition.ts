import { flagIn, numberIn, requiredObject, requiredText, textIn } from './answer.ts'
import { dataStudioVersion } from './data-studio-version.ts'
import { importEffect } from './import-effect.ts'
import { isOver, type JobState } from './job.ts'
import type { Id, Operation } from './operation.ts'
import type { SpecSource } from './spec-source.ts'

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
export interface ImportJob {
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
    projectId: { name: 'ProjectId', type: 'workspace', in: 'body', required: true },
    spec: { name: 'Spec', type: 'spec', in: 'body', required: true },
    dryRun: { name: 'DryRun', type: 'boolean', in: 'body' },
  },
  read: (answer) => {
    const job = requiredObject(answer, 'AsyncJob')
    const status = textIn(job, 'Status') ?? 'Running'
    return {
      jobId: requiredText(job, 'Id'),
      type: textIn(job, 'Type'),
      status,
      completed: isOver(status, flagIn(job, 'Completed')),
      progress: numberIn(job, 'Progress'),
      createTime: numberIn(job, 'CreateTime'),
      error: textIn(job, 'Error') || undefined,
      workflowId: textIn(job, 'Response') || undefined,
      requestId: textIn(answer, 'RequestId'),
    }
  },
}
