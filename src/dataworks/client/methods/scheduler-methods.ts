import type { Page } from '../../operations/result.ts'
import {
  type ExecuteAdhocWorkflowInstanceParams,
  executeAdhocWorkflowInstance,
  type StartedWorkflowInstance,
} from '../../operations/scheduler/adhoc-instances.ts'
import {
  type CreatedWorkflowInstances,
  type CreateWorkflowInstancesParams,
  createWorkflowInstances,
  type GetCreateWorkflowInstancesResultParams,
  getCreateWorkflowInstancesResult,
  type StartedOperation,
} from '../../operations/scheduler/create-instances.ts'
import {
  type InstancesChanged,
  type RerunWorkflowInstancesParams,
  rerunWorkflowInstances,
  startWorkflowInstances,
  stopWorkflowInstances,
  type WorkflowInstancesParams,
} from '../../operations/scheduler/run-instances.ts'
import type { ScheduledParams } from '../../operations/scheduler/scheduled-task.ts'
import {
  type FoundTask,
  type GetTaskParams,
  getTask,
  type ListedTask,
  type ListTasksParams,
  listTasks,
  type TriggerSchedulerTaskInstanceParams,
  triggerSchedulerTaskInstance,
} from '../../operations/scheduler/tasks.ts'
import {
  type FoundWorkflowInstance,
  getWorkflowInstance,
  type ListWorkflowInstancesParams,
  listWorkflowInstances,
  type WorkflowInstance,
} from '../../operations/scheduler/workflow-instances.ts'
import {
  type FoundWorkflow,
  type GetWorkflowParams,
  getWorkflow,
  type ListWorkflowsParams,
  listWorkflows,
  type ScheduledWorkflow,
} from '../../operations/scheduler/workflows.ts'
import type { Changed } from '../../operations/shared/changing.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with the scheduler: what is released there, and its instances. */
export interface SchedulerMethods {
  /** Reads one page of the workflows of the scheduler. */
  listWorkflows(params: ListWorkflowsParams, options?: CallOptions): Promise<Page<ScheduledWorkflow>>
  /** Walks all workflows of the scheduler, page by page. */
  eachWorkflow(params: AllPages<ListWorkflowsParams>, options?: CallOptions): AsyncIterable<ScheduledWorkflow>
  /** Reads a workflow of the scheduler with its tasks. */
  getWorkflow(params: GetWorkflowParams, options?: CallOptions): Promise<FoundWorkflow>
  /** Reads one page of the tasks of the scheduler. */
  listTasks(params: ListTasksParams, options?: CallOptions): Promise<Page<ListedTask>>
  /** Walks all tasks of the scheduler, page by page. */
  eachTask(params: AllPages<ListTasksParams>, options?: CallOptions): AsyncIterable<ListedTask>
  /** Reads a task of the scheduler. */
  getTask(params: GetTaskParams, options?: CallOptions): Promise<FoundTask>
  /**
   * Starts the making of instances: a backfill, or a run of a manual workflow. What became of it tells
   * {@link SchedulerMethods.getCreateWorkflowInstancesResult}. It is never repeated blindly.
   */
  createWorkflowInstances(params: CreateWorkflowInstancesParams, options?: CallOptions): Promise<StartedOperation>
  /** Reads which instances were made. */
  getCreateWorkflowInstancesResult(
    params: GetCreateWorkflowInstancesResultParams,
    options?: CallOptions,
  ): Promise<CreatedWorkflowInstances>
  /** Reads how an instance of a workflow stands. */
  getWorkflowInstance(params: ScheduledParams, options?: CallOptions): Promise<FoundWorkflowInstance>
  /** Reads one page of the instances of a business date. */
  listWorkflowInstances(params: ListWorkflowInstancesParams, options?: CallOptions): Promise<Page<WorkflowInstance>>
  /** Walks all instances of a business date, page by page. */
  eachWorkflowInstance(
    params: AllPages<ListWorkflowInstancesParams>,
    options?: CallOptions,
  ): AsyncIterable<WorkflowInstance>
  /** Starts instances that wait to be started. It is never repeated blindly. */
  startWorkflowInstances(params: WorkflowInstancesParams, options?: CallOptions): Promise<InstancesChanged>
  /** Stops instances. It is never repeated blindly. */
  stopWorkflowInstances(params: WorkflowInstancesParams, options?: CallOptions): Promise<InstancesChanged>
  /** Runs instances again. It is never repeated blindly. */
  rerunWorkflowInstances(params: RerunWorkflowInstancesParams, options?: CallOptions): Promise<StartedOperation>
  /** Runs tasks once that are nowhere kept. It is never repeated blindly. */
  executeAdhocWorkflowInstance(
    params: ExecuteAdhocWorkflowInstanceParams,
    options?: CallOptions,
  ): Promise<StartedWorkflowInstance>
  /** Triggers a task of the scheduler. It is never repeated blindly. */
  triggerSchedulerTaskInstance(params: TriggerSchedulerTaskInstanceParams, options?: CallOptions): Promise<Changed>
}

export function schedulerMethods({ call, walk }: MethodMaker): SchedulerMethods {
  return {
    listWorkflows: call(listWorkflows),
    eachWorkflow: walk(listWorkflows),
    getWorkflow: call(getWorkflow),
    listTasks: call(listTasks),
    eachTask: walk(listTasks),
    getTask: call(getTask),
    createWorkflowInstances: call(createWorkflowInstances),
    getCreateWorkflowInstancesResult: call(getCreateWorkflowInstancesResult),
    getWorkflowInstance: call(getWorkflowInstance),
    listWorkflowInstances: call(listWorkflowInstances),
    eachWorkflowInstance: walk(listWorkflowInstances),
    startWorkflowInstances: call(startWorkflowInstances),
    stopWorkflowInstances: call(stopWorkflowInstances),
    rerunWorkflowInstances: call(rerunWorkflowInstances),
    executeAdhocWorkflowInstance: call(executeAdhocWorkflowInstance),
    triggerSchedulerTaskInstance: call(triggerSchedulerTaskInstance),
  }
}
