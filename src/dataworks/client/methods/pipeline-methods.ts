import {
  abolishPipelineRun,
  type CreatePipelineRunParams,
  createPipelineRun,
  type ExecPipelineRunStageParams,
  execPipelineRunStage,
  type FoundPipelineRun,
  getPipelineRun,
  type ListPipelineRunItemsParams,
  type ListPipelineRunsParams,
  listPipelineRunItems,
  listPipelineRuns,
  type PipelineRun,
  type PipelineRunItem,
  type PipelineRunParams,
} from '../../operations/pipeline-runs.ts'
import type { Page } from '../../operations/result.ts'
import type { Changed } from '../../operations/shared/changing.ts'
import type { Created } from '../../operations/shared/from-document.ts'
import {
  type FoundSnapshot,
  type GetSnapshotParams,
  getSnapshot,
  type ListSnapshotsParams,
  listSnapshots,
  type Snapshot,
} from '../../operations/snapshots.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with the pipeline that releases things and takes them offline. */
export interface PipelineMethods {
  /** Makes a pipeline run for the first of some things. It is never repeated blindly. */
  createPipelineRun(params: CreatePipelineRunParams, options?: CallOptions): Promise<Created>
  /** Reads how a pipeline run and its stages stand. */
  getPipelineRun(params: PipelineRunParams, options?: CallOptions): Promise<FoundPipelineRun>
  /** Starts the next stage of a pipeline run; none can be left out or repeated. It is never repeated blindly. */
  execPipelineRunStage(params: ExecPipelineRunStageParams, options?: CallOptions): Promise<Changed>
  /** Ends a pipeline run that is under way. It is never repeated blindly. */
  abolishPipelineRun(params: PipelineRunParams, options?: CallOptions): Promise<Changed>
  /** Reads one page of the pipeline runs of a workspace. */
  listPipelineRuns(params: ListPipelineRunsParams, options?: CallOptions): Promise<Page<PipelineRun>>
  /** Walks all pipeline runs of a workspace, page by page. */
  eachPipelineRun(params: AllPages<ListPipelineRunsParams>, options?: CallOptions): AsyncIterable<PipelineRun>
  /** Reads one page of what a pipeline run releases. */
  listPipelineRunItems(params: ListPipelineRunItemsParams, options?: CallOptions): Promise<Page<PipelineRunItem>>
  /** Walks all that a pipeline run releases, page by page. */
  eachPipelineRunItem(
    params: AllPages<ListPipelineRunItemsParams>,
    options?: CallOptions,
  ): AsyncIterable<PipelineRunItem>
  /** Reads a version of something. */
  getSnapshot(params: GetSnapshotParams, options?: CallOptions): Promise<FoundSnapshot>
  /** Reads one page of the versions of something. */
  listSnapshots(params: ListSnapshotsParams, options?: CallOptions): Promise<Page<Snapshot>>
  /** Walks all versions of something, page by page. */
  eachSnapshot(params: AllPages<ListSnapshotsParams>, options?: CallOptions): AsyncIterable<Snapshot>
}

export function pipelineMethods({ call, walk }: MethodMaker): PipelineMethods {
  return {
    createPipelineRun: call(createPipelineRun),
    getPipelineRun: call(getPipelineRun),
    execPipelineRunStage: call(execPipelineRunStage),
    abolishPipelineRun: call(abolishPipelineRun),
    listPipelineRuns: call(listPipelineRuns),
    eachPipelineRun: walk(listPipelineRuns),
    listPipelineRunItems: call(listPipelineRunItems),
    eachPipelineRunItem: walk(listPipelineRunItems),
    getSnapshot: call(getSnapshot),
    listSnapshots: call(listSnapshots),
    eachSnapshot: walk(listSnapshots),
  }
}
