import type { EntityKind } from './entity.ts'
import { Holders } from './holders.ts'

/** Where something is released to: production, or in standard mode the development environment too. */
export type ReleaseEnvironment = 'Dev' | 'Prod'

/** What is released, as an item of a pipeline run names it. */
export type ReleasedType = Exclude<EntityKind, 'Component'> | 'Node' | 'WorkflowDefinition'

/** Something that is released. */
export interface Release {
  /** The id it has in Data Studio. */
  readonly id: string
  /** The id it has in the scheduler; it stays the same when it is released again. */
  readonly schedulerId: string
  readonly type: ReleasedType
  readonly name: string
  readonly owner: string
  /** The workflow it is in, for a node in one. */
  readonly workflowId: string | undefined
  readonly outputs: readonly string[]
  readonly version: number
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly modifyTime: number
  /** It as it was when it was released. */
  readonly body: Readonly<Record<string, unknown>>
  /** What it depends on. */
  readonly depends: readonly Readonly<Record<string, unknown>>[]
}

/** What is released to one environment of a workspace. */
export class Releases {
  readonly #byId = new Map<string, Release>()
  readonly #bySchedulerId = new Map<string, Release>()
  readonly #outputs = new Holders()

  get all(): IterableIterator<Release> {
    return this.#byId.values()
  }

  get(id: string): Release | undefined {
    return this.#byId.get(id)
  }

  scheduled(schedulerId: string): Release | undefined {
    return this.#bySchedulerId.get(schedulerId)
  }

  /** What puts out exactly this. */
  producersOf(output: string): readonly Release[] {
    return [...this.#outputs.of(output)].flatMap((id) => this.#byId.get(id) ?? [])
  }

  put(release: Release): void {
    this.remove(release.id)
    this.#byId.set(release.id, release)
    this.#bySchedulerId.set(release.schedulerId, release)
    for (const output of release.outputs) this.#outputs.add(output, release.id)
  }

  remove(id: string): void {
    const release = this.#byId.get(id)
    if (release === undefined) return
    for (const output of release.outputs) this.#outputs.remove(output, id)
    this.#bySchedulerId.delete(release.schedulerId)
    this.#byId.delete(id)
  }
}
