import type { PipelineRun } from '../publish/pipeline-run.ts'
import type { InstanceOrder } from '../scheduler/instance-order.ts'
import type { WorkflowInstance } from '../scheduler/workflow-instance.ts'
import type { Job } from './job.ts'
import { Project, type ProjectSettings } from './project.ts'
import type { JobDuration } from './timed-work.ts'

/** How names of nodes must differ. */
export type NodeNameScope = 'project' | 'workflow'

/** What the service is told when it starts. */
export interface ServiceSettings {
  readonly projects: readonly ProjectSettings[]
  readonly now: () => number
  readonly idsAsNumbers: boolean
  readonly jobDuration: JobDuration
  /** How long lists do not show what is new, in milliseconds. */
  readonly listDelay: number
  readonly uniqueNodeNames: NodeNameScope
  /** The account that calls, and owns what nobody else does. */
  readonly owner: string
}

/** Something that takes time. */
interface Moving {
  settle(now: number): void
  readonly isOver: boolean
}

/** The whole state behind the API. */
export class Service {
  readonly settings: ServiceSettings
  readonly projects: readonly Project[]
  readonly ids: IdSource = new IdSource()
  readonly #jobs = new Map<string, Job>()
  readonly #moving = new Set<Moving>()
  readonly #pipelineRuns = new Map<string, PipelineRun>()
  readonly #instances = new Map<string, WorkflowInstance>()
  readonly #instanceOrders = new Map<string, InstanceOrder>()
  #businessCount = 1_000_000

  constructor(settings: ServiceSettings) {
    this.settings = settings
    this.projects = settings.projects.map((project) => new Project(project))
  }

  now(): number {
    return this.settings.now()
  }

  findProject(key: 'id' | 'identifier', value: string): Project | undefined {
    return this.projects.find(({ settings }) => settings[key] === value)
  }

  /** Whether an id stands for a workflow or a node of any workspace. */
  isInUse(id: string): boolean {
    return this.projects.some((project) => project.workflows.has(id) || project.nodes.has(id))
  }

  nextBusinessId(): number {
    this.#businessCount += 1
    return this.#businessCount
  }

  get jobs(): ReadonlyMap<string, Job> {
    return this.#jobs
  }

  addJob(job: Job): void {
    this.#jobs.set(job.id, job)
    this.#moving.add(job)
  }

  addWork(work: Moving): void {
    this.#moving.add(work)
  }

  get pipelineRuns(): ReadonlyMap<string, PipelineRun> {
    return this.#pipelineRuns
  }

  addPipelineRun(run: PipelineRun): void {
    this.#pipelineRuns.set(run.parts.id, run)
    this.#moving.add(run)
  }

  /** The instances of workflows, by id. */
  get instances(): ReadonlyMap<string, WorkflowInstance> {
    return this.#instances
  }

  addInstance(instance: WorkflowInstance): void {
    this.#instances.set(instance.parts.id, instance)
  }

  get instanceOrders(): ReadonlyMap<string, InstanceOrder> {
    return this.#instanceOrders
  }

  addInstanceOrder(order: InstanceOrder): void {
    this.#instanceOrders.set(order.id, order)
    this.#moving.add(order)
  }

  /** Lets everything that takes time do what its time has come for. */
  settle(): void {
    const now = this.now()
    for (const one of this.#moving) {
      one.settle(now)
      if (one.isOver) this.#moving.delete(one)
    }
  }

  /** An id as answers carry it: a text, or the bare integer that the service used to send. */
  presentId(id: string): string | bigint {
    return this.settings.idsAsNumbers ? BigInt(id) : id
  }
}

const mask = 2n ** 64n - 1n
const step = 0x9e3779b97f4a7c15n

/** Spreads a counter over 64 bits (the finisher of SplitMix64), so that ids look as arbitrary as the service's. */
function scatter(counter: bigint): bigint {
  let bits = (counter * step) & mask
  bits = ((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
  bits = ((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn) & mask
  return bits ^ (bits >> 31n)
}

/** Gives out ids of 19 digits: the same ones in every run, and never one that is taken. */
class IdSource {
  readonly #taken = new Set<string>()
  #counter = 0n

  /** Marks an id that a document brought along, and gives it back. */
  claim(id: string): string {
    this.#taken.add(id)
    return id
  }

  next(): string {
    for (;;) {
      this.#counter += 1n
      // The upper half of the positive 64-bit integers: 4611686018427387904 to 9223372036854775807.
      const id = String((scatter(this.#counter) >> 2n) + 2n ** 62n)
      if (this.#taken.has(id)) continue
      this.#taken.add(id)
      return id
    }
  }
}
