import { describeFailure, type JobDuration, TimedWork } from '../state/timed-work.ts'
import { runIsOver, stageNotNext, unknownResource } from '../wire/error-catalogue.ts'
import type { PipelineType, StagePlan, StageStatus, StageWork } from './stages.ts'

/** A stage of a run, and how it stands. */
export interface Stage extends StagePlan {
  readonly step: number
  readonly status: StageStatus
  readonly message: string | undefined
}

/** What is released or taken offline. */
export interface PipelineItem {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly version: number
  /** The text of the document. */
  readonly spec: string
}

/** What makes a run. */
export interface PipelineParts {
  readonly id: string
  readonly projectId: string
  readonly creator: string
  readonly description: string
  readonly type: PipelineType
  readonly items: readonly PipelineItem[]
  readonly stages: readonly StagePlan[]
  readonly now: () => number
  readonly duration: JobDuration
  /** The last stage that starts by itself, in an automatic run. */
  readonly automaticUntil: string | undefined
  /** Does what a stage is for; throws when that fails. */
  readonly perform: (work: StageWork, code: string) => void
}

/** A run of the pipeline: its stages one after the other, each of which takes its time. */
export class PipelineRun {
  readonly parts: PipelineParts
  readonly createTime: number
  modifyTime: number
  #stages: readonly Stage[]
  #ended: StageStatus | undefined
  #work: TimedWork | undefined

  constructor(parts: PipelineParts) {
    this.parts = parts
    this.createTime = parts.now()
    this.modifyTime = this.createTime
    this.#stages = parts.stages.map((plan, index) => ({ ...plan, step: index + 1, status: 'Init', message: undefined }))
    this.#startNext()
    this.settle()
  }

  get stages(): readonly Stage[] {
    return this.#stages
  }

  get isOver(): boolean {
    return this.#ended !== undefined
  }

  get status(): StageStatus {
    return this.#ended ?? 'Running'
  }

  /** Why the run failed. */
  get message(): string | undefined {
    return this.#stages.find(({ status }) => status === 'Fail')?.message
  }

  /** Lets time pass. */
  settle(): void {
    this.#work?.settle(this.parts.now())
    this.#advance()
  }

  /** Counts a look at the run. */
  poll(): void {
    this.#work?.poll(this.parts.now())
    this.#advance()
  }

  /** Starts the stage of a code, which has to be the next one. */
  execute(code: string): void {
    if (this.#ended !== undefined) throw runIsOver()
    const stage = this.#stages.find((one) => one.code === code)
    if (stage === undefined) throw unknownResource('stage', code)
    if (this.#next()?.code !== code) throw stageNotNext(code)
    this.#startNext()
    this.settle()
  }

  /** Ends the run before it is done. */
  abolish(): void {
    if (this.#ended !== undefined) throw runIsOver()
    this.#end('Termination')
    this.#stages = this.#stages.map((one) =>
      one.status === 'Init' || one.status === 'Running' ? { ...one, status: 'Termination' } : one,
    )
  }

  /** Somebody agrees with the release, or does not. False when nobody is asked. */
  review(agrees: boolean): boolean {
    const asked = this.#running()
    if (asked?.does !== 'approve') return false
    this.#settleStage(asked, agrees ? 'Success' : 'Fail', agrees ? undefined : 'The release was rejected.')
    this.#advance()
    return true
  }

  #running(): Stage | undefined {
    return this.#stages.find(({ status }) => status === 'Running')
  }

  /** The stage to start, when no other is under way. */
  #next(): Stage | undefined {
    const open = this.#stages.find(({ status }) => status !== 'Success')
    return open?.status === 'Init' ? open : undefined
  }

  #startNext(): void {
    const stage = this.#next()
    if (stage === undefined) return
    this.#change(stage, { status: 'Running' })
    if (stage.does === 'approve') return
    const { now, duration, perform } = this.parts
    this.#work = new TimedWork({ now: now(), duration, work: () => perform(stage.does, stage.code) })
  }

  /** Takes over what the running stage came to, and starts what starts by itself. */
  #advance(): void {
    for (let stage = this.#running(); stage !== undefined && this.#work !== undefined; stage = this.#running()) {
      const { status, failure } = this.#work
      if (status === 'Running') return
      this.#work = undefined
      this.#settleStage(stage, status, failure && describeFailure(failure).message)
    }
  }

  #settleStage(stage: Stage, status: 'Fail' | 'Success', message: string | undefined): void {
    this.#change(stage, { status, message })
    if (status === 'Fail') this.#end('Fail')
    else if (this.#stages.every((one) => one.status === 'Success')) this.#end('Success')
    else if (this.#isAutomatic()) this.#startNext()
  }

  #isAutomatic(): boolean {
    const { automaticUntil, stages } = this.parts
    const last = stages.findIndex(({ code }) => code === automaticUntil)
    return (this.#next()?.step ?? Number.POSITIVE_INFINITY) <= last + 1
  }

  #change({ code }: Stage, changes: Partial<Stage>): void {
    this.#stages = this.#stages.map((one) => (one.code === code ? { ...one, ...changes } : one))
    this.modifyTime = this.parts.now()
  }

  #end(status: StageStatus): void {
    this.#ended = status
    this.#work = undefined
    this.modifyTime = this.parts.now()
  }
}
