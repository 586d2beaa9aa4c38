import { requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, objectOf, required } from '../operation.ts'
import { result, type WithMore } from '../result.ts'
import type { ScheduledEnvironment } from './scheduled-task.ts'

/** A variable of a task that runs once. */
export interface AdhocVariable {
  readonly name?: string | undefined
  readonly type?: 'Constant' | 'NodeOutput' | 'PassThrough' | 'System' | undefined
  readonly value?: string | undefined
}

/** A task that runs once, without being released. */
export interface AdhocTask {
  /** What the caller calls it; unique in the run. */
  readonly clientUniqueCode: string
  readonly name: string
  /** The account id of the owner. */
  readonly owner: string
  /** The command, such as `ODPS_SQL`. */
  readonly type: string
  readonly runtimeResource: {
    readonly resourceGroupId: string
    readonly image?: string | undefined
    readonly cu?: string | undefined
  }
  readonly script?: { readonly content?: string | undefined; readonly parameters?: string | undefined } | undefined
  readonly dataSource?: { readonly name?: string | undefined } | undefined
  readonly dependencies?: readonly { readonly upstreamOutput: string }[] | undefined
  readonly inputs?: { readonly variables?: readonly AdhocVariable[] | undefined } | undefined
  readonly outputs?:
    | {
        readonly taskOutputs?: readonly { readonly output: string }[] | undefined
        readonly variables?: readonly AdhocVariable[] | undefined
      }
    | undefined
  /** In seconds. */
  readonly timeout?: number | undefined
}

/** The parameters of ExecuteAdhocWorkflowInstance. */
export interface ExecuteAdhocWorkflowInstanceParams {
  /** The workspace. */
  readonly projectId: Id
  readonly name: string
  /** The account id of the owner. */
  readonly owner: string
  readonly tasks: readonly AdhocTask[]
  /** The business date, in milliseconds since 1970. */
  readonly bizDate?: number | undefined
  readonly envType?: ScheduledEnvironment | undefined
}

/** The answer of ExecuteAdhocWorkflowInstance. */
export interface StartedWorkflowInstance extends WithMore {
  readonly workflowInstanceId: string
  readonly requestId: string | undefined
}

const inputVariable = objectOf<Omit<AdhocVariable, 'type'>>({ name: 'text', value: 'text' })
const outputVariable = objectOf<AdhocVariable>({ name: 'text', type: 'text', value: 'text' })

const adhocTask = objectOf<AdhocTask>({
  clientUniqueCode: required('text'),
  name: required('text'),
  owner: required('text'),
  type: required('text'),
  runtimeResource: required({ object: { resourceGroupId: required('text'), image: 'text', cu: 'text' } }),
  script: { object: { content: 'text', parameters: 'text' } },
  dataSource: { object: { name: 'text' } },
  dependencies: { list: { object: { upstreamOutput: required('text') } } },
  inputs: { object: { variables: { list: inputVariable } } },
  outputs: {
    object: { taskOutputs: { list: { object: { output: required('text') } } }, variables: { list: outputVariable } },
  },
  timeout: 'number',
})

/** ExecuteAdhocWorkflowInstance (2024-05-18): runs tasks once that are nowhere kept. */
export const executeAdhocWorkflowInstance: Operation<ExecuteAdhocWorkflowInstanceParams, StartedWorkflowInstance> = {
  action: 'ExecuteAdhocWorkflowInstance',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'create',
  parameters: {
    projectId: required('workspace'),
    name: required('text'),
    owner: required('text'),
    tasks: required({ list: adhocTask }),
    bizDate: 'number',
    envType: 'text',
  },
  read: result({ workflowInstanceId: requiredText, requestId: textIn }),
}
