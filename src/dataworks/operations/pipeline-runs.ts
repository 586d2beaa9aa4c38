import { type Answer, numberIn, objectIn, requiredText, textIn } from './answer.ts'
import { dataStudioVersion, type Id, type Operation, required } from './operation.ts'
import {
  type Field,
  type Fields,
  list,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  resultIn,
  type WithMore,
} from './result.ts'
import { type Changed, changing } from './shared/changing.ts'
import { type Created, creating } from './shared/from-document.ts'

/** How a pipeline run or one of its stages stands. All but the first two are final, and only `Success` is success. */
export type PipelineStatus = 'Cancel' | 'Fail' | 'Init' | 'Running' | 'Success' | 'Termination' | (string & {})

/** A stage of a pipeline run. Which stages there are, and how they are called, is for the service to say. */
export interface PipelineStage extends WithMore {
  /** What {@link PipelineMethods.execPipelineRunStage} names it by. */
  readonly code: string
  readonly name: string | undefined
  readonly description: string | undefined
  /** Its place in the order, in which stages have to be executed. */
  readonly step: number | undefined
  /** `Build`, `Check`, `Deploy`, `Offline` or `Delete`. */
  readonly type: string | undefined
  readonly status: PipelineStatus
  readonly message: string | undefined
  /** What the service tells beside that, as it came. */
  readonly detail: Answer
}

/** A run of the pipeline that releases something, or takes it offline. */
export interface PipelineRun extends WithMore {
  readonly id: string
  readonly projectId: string | undefined
  readonly creator: string | undefined
  readonly description: string | undefined
  readonly status: PipelineStatus
  readonly message: string | undefined
  readonly stages: readonly PipelineStage[]
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
}

/** The answer of GetPipelineRun. */
export interface FoundPipelineRun extends PipelineRun {
  readonly requestId: string | undefined
}

/** Something that a pipeline run releases or takes offline. */
export interface PipelineRunItem extends WithMore {
  readonly id: string
  readonly name: string | undefined
  /** `Node`, `WorkflowDefinition`, `Resource` or `Function`. */
  readonly type: string | undefined
  readonly version: number | undefined
  readonly status: PipelineStatus | undefined
  readonly message: string | undefined
  /** The FlowSpec document as JSON text. */
  readonly spec: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
}

/** The parameters of CreatePipelineRun. */
export interface CreatePipelineRunParams {
  /** The workspace. */
  readonly projectId: Id
  /** `Online` to release, `Offline` to take offline. */
  readonly type: 'Offline' | 'Online'
  /**
   * What to release: workflows, nodes outside of workflows, resources and functions. The service takes the first, with
   * what is in it; the id of a node in a workflow is refused.
   */
  readonly objectIds: readonly Id[]
  readonly description?: string | undefined
  /** `Auto` executes the stages by itself; `Normal`, which is what the service takes when left out, waits for each. */
  readonly runMode?: 'Auto' | 'Normal' | undefined
  /** With `Auto`, the code of the last stage that is executed by itself. */
  readonly autoRunUntilStage?: string | undefined
}

/** A pipeline run. */
export interface PipelineRunParams {
  readonly id: Id
  /** The workspace. */
  readonly projectId: Id
}

/** The parameters of ExecPipelineRunStage. */
export interface ExecPipelineRunStageParams extends PipelineRunParams {
  /** The code of the stage. */
  readonly code: string
}

/** The parameters of ListPipelineRuns. */
export interface ListPipelineRunsParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /** The account id of who made the run. */
  readonly creator?: string | undefined
  /** What is released by it. */
  readonly objectId?: Id | undefined
  readonly status?: PipelineStatus | undefined
}

/** The parameters of ListPipelineRunItems. */
export interface ListPipelineRunItemsParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  readonly pipelineRunId: Id
}

const detailIn: Field<Answer> = objectIn

const runFields: Fields<PipelineRun> = {
  id: requiredText,
  projectId: textIn,
  creator: textIn,
  description: textIn,
  status: requiredText,
  message: textIn,
  stages: list<PipelineStage>({
    code: requiredText,
    name: textIn,
    description: textIn,
    step: numberIn,
    type: textIn,
    status: requiredText,
    message: textIn,
    detail: detailIn,
  }),
  createTime: numberIn,
  modifyTime: numberIn,
}

/** CreatePipelineRun (2024-05-18). */
export const createPipelineRun: Operation<CreatePipelineRunParams, Created> = creating<CreatePipelineRunParams>(
  'CreatePipelineRun',
  {
    projectId: required('workspace'),
    type: required('text'),
    objectIds: required({ list: 'id' }),
    description: 'text',
    runMode: 'text',
    autoRunUntilStage: 'text',
  },
)

const runParameters = { id: required('id'), projectId: required('workspace') }

/** GetPipelineRun (2024-05-18). */
export const getPipelineRun: Operation<PipelineRunParams, FoundPipelineRun> = {
  action: 'GetPipelineRun',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: runParameters,
  read: resultIn('Pipeline', runFields),
}

/** ExecPipelineRunStage (2024-05-18). Its answer says that the stage was started, not that it is done. */
export const execPipelineRunStage: Operation<ExecPipelineRunStageParams, Changed> =
  changing<ExecPipelineRunStageParams>(
    'ExecPipelineRunStage',
    { ...runParameters, code: required('text') },
    { effect: 'change', inQuery: ['projectId'] },
  )

/** AbolishPipelineRun (2024-05-18). */
export const abolishPipelineRun: Operation<PipelineRunParams, Changed> = changing<PipelineRunParams>(
  'AbolishPipelineRun',
  runParameters,
  { effect: 'change' },
)

/** ListPipelineRuns (2024-05-18). */
export const listPipelineRuns: Operation<ListPipelineRunsParams, Page<PipelineRun>> = {
  action: 'ListPipelineRuns',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { projectId: required('workspace'), creator: 'text', objectId: 'id', status: 'text', ...pageParameters },
  read: pageOf('PipelineRuns', runFields),
}

/** ListPipelineRunItems (2024-05-18). */
export const listPipelineRunItems: Operation<ListPipelineRunItemsParams, Page<PipelineRunItem>> = {
  action: 'ListPipelineRunItems',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { projectId: required('workspace'), pipelineRunId: required('id'), ...pageParameters },
  read: pageOf('PipelineRunItems', {
    id: requiredText,
    name: textIn,
    type: textIn,
    version: numberIn,
    status: textIn,
    message: textIn,
    spec: textIn,
    createTime: numberIn,
    modifyTime: numberIn,
  }),
}
