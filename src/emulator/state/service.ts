import { IdSource } from './id-source.ts'
import type { Job, JobDuration } from './job.ts'
import { Project, type ProjectSettings } from './project.ts'

/** How names of nodes must differ. */
export type NodeNameScope = 'project' | 'workflow'

/** What the service is told when it starts. */
export interface ServiceSettings {
  readonly projects: readonly ProjectSettings[]
  readonly now: () => number
  readonly idsAsNumbers: boolean
  readonly jobDuration: JobDuration
  readonly uniqueNodeNames: NodeNameScope
  /** The account that calls, and owns what nobody else does. */
  readonly owner: string
}

/** The whole state behind the API. */
export class Service {
  readonly settings: ServiceSettings
  readonly projects: readonly Project[]
  readonly ids: IdSource = new IdSource()
  readonly #jobs = new Map<string, Job>()
  readonly #running = new Set<Job>()
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
    this.#running.add(job)
  }

  /** Lets every job do what its time has come for. */
  settleJobs(): void {
    const now = this.now()
    for (const job of this.#running) {
      job.settle(now)
      if (job.status !== 'Running') this.#running.delete(job)
    }
  }

  /** An id as answers carry it: a text, or the bare integer that the service used to send. */
  presentId(id: string): string | bigint {
    return this.settings.idsAsNumbers ? BigInt(id) : id
  }
}
