import { deepFreeze } from '../../document/json/json-copy.ts'
import { fingerprint } from './fingerprint.ts'
import type { PlanChange, PlanRefusal } from './plan-change.ts'
import type { EntityPlan, GoneEntity } from './plan-entity.ts'
import type { PlanOptions } from './plan-options.ts'
import type { PlannedSources } from './plan-source.ts'
import { planText } from './plan-text.ts'
import type { WorkflowPlan } from './plan-workflow.ts'
import type { GoneWorkflow } from './renamed-workflows.ts'
import { partsOf } from './workflow-parts.ts'

/** A workflow, a resource or a function as it was when a plan looked at it. */
export interface SeenPart {
  readonly name: string
  readonly kind: string
  readonly path: string
  readonly id: string | undefined
  /** The hash of what the service had; undefined when it had none. */
  readonly hash: string | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  /** The hash of what the documents say; undefined of what they have no more. */
  readonly source?: string | undefined
}

/** What a plan is made of, for a deploy that carries it out. */
export interface PlanParts {
  readonly sources: PlannedSources
  readonly options: PlanOptions
  readonly workflows: readonly WorkflowPlan[]
  /** The workflows that the documents have no more. */
  readonly gone: readonly GoneWorkflow[]
  readonly entities: readonly EntityPlan[]
  /** The resources and functions that the documents have no more. */
  readonly goneEntities: readonly GoneEntity[]
}

/**
 * A plan as JSON: what it would do, for people and programs, and hashes by which a deploy finds out that code or workspace
 * changed since. The documents are not in it.
 */
export interface PlanData {
  readonly version: 1
  readonly projectId: string
  readonly changes: readonly PlanChange[]
  /** What the documents hold for which there is no operation. */
  readonly ignored: readonly { readonly kind: string; readonly name: string }[]
  readonly seen: readonly SeenPart[]
}

/** Why something goes: the project has it no more, or is to have nothing any more. */
function whyGone({ workflows, entities }: PlannedSources): string {
  const isAll = workflows.length === 0 && entities.length === 0
  return isAll ? 'nothing is to be left of the project' : 'the project has it no more'
}

/** The change of a workflow that goes. */
function goneChange({ record, deployed }: GoneWorkflow, sources: PlannedSources): PlanChange {
  const { name, path } = record
  const published = deployed.isPublished ? ', and it is published: it is taken offline first' : ''
  const needs: PlanRefusal = { flag: 'allowDelete', reason: `${whyGone(sources)}${published}` }
  return { action: 'delete', kind: 'workflow', name, path, id: deployed.id, fields: [], needs }
}

function goneEntityChange({ kind, deployed }: GoneEntity, sources: PlannedSources): PlanChange {
  const { name, path, id } = deployed
  const needs: PlanRefusal = { flag: 'allowDelete', reason: whyGone(sources) }
  return { action: 'delete', kind: kind === 'Resource' ? 'resource' : 'function', name, path, id, fields: [], needs }
}

/** A workflow that is to be deleted, as it was seen: what somebody puts into it later is not to go with it unseen. */
function seenGone({ record, deployed }: GoneWorkflow): SeenPart {
  const { id, path, modifyTime, index } = deployed
  return { name: record.name, kind: record.kind, path, id, hash: partsOf(index).hashes.whole, modifyTime }
}

function seenEntity({ kind, deployed }: GoneEntity): SeenPart {
  const { name, path, id, entity, modifyTime } = deployed
  return { name, kind, path, id, hash: fingerprint(entity), modifyTime }
}

/** What a deploy would do, as {@link plan} found it. It changes nothing, and nothing changes it. */
export interface Plan {
  /** The workspace. */
  readonly projectId: string
  /** Everything the documents hold, and what the service has beyond it, each with what a deploy does to it. */
  readonly changes: readonly PlanChange[]
  /** Whether a deploy would change nothing. */
  readonly isEmpty: boolean
  /** The changes that a deploy refuses to make unless a flag allows them, which the options of the plan did not. */
  readonly refused: readonly PlanChange[]
  /** The plan as text for people; it ends with a line break. */
  toText(): string
  /** The plan as data, for `JSON.stringify`. */
  toJSON(): PlanData
}

/** The one implementation of {@link Plan}, which knows what it was made of. */
export class PlanOfParts implements Plan {
  readonly projectId: string
  readonly changes: readonly PlanChange[]
  readonly #parts: PlanParts

  constructor(parts: PlanParts) {
    this.#parts = parts
    this.projectId = String(BigInt(parts.options.projectId))
    this.changes = deepFreeze([
      ...parts.entities.map(({ change }) => change),
      ...parts.workflows.flatMap(({ changes }) => changes),
      ...parts.gone.map((one) => goneChange(one, parts.sources)),
      ...parts.goneEntities.map((one) => goneEntityChange(one, parts.sources)),
    ])
    Object.freeze(this)
  }

  /** What a plan was made of. */
  static partsOf(plan: PlanOfParts): PlanParts {
    return plan.#parts
  }

  /** Whether a value is a plan, of this copy of the library. */
  static isPlan(value: unknown): value is PlanOfParts {
    return typeof value === 'object' && value !== null && #parts in value
  }

  get isEmpty(): boolean {
    return this.changes.every(({ action }) => action === 'unchanged')
  }

  get refused(): readonly PlanChange[] {
    const { allowDelete = false, adopt = false } = this.#parts.options
    const allowed = { allowDelete, adopt }
    return Object.freeze(
      this.changes.filter(({ needs }) => needs !== undefined && (needs.flag === undefined || !allowed[needs.flag])),
    )
  }

  toText(): string {
    const ignored = this.#parts.sources.ignored.map(({ kind, name }) => `${kind} ${name}`)
    return planText(this, ignored)
  }

  toJSON(): PlanData {
    const workflows = this.#parts.workflows.map(({ source, parts, deployed, seen: hash, changes }): SeenPart => {
      const { name, type = 'CycleWorkflow' } = source
      const path = changes[0]?.path ?? name
      const seen = { id: deployed?.id, hash, modifyTime: deployed?.modifyTime }
      return { name, kind: type, path, ...seen, source: parts.hashes.whole }
    })
    const entities = this.#parts.entities.map(({ source, entity, path, deployed, seen: hash }): SeenPart => {
      const { kind, name } = source
      const seen = { id: deployed?.id, hash, modifyTime: deployed?.modifyTime }
      return { name, kind, path, ...seen, source: fingerprint(entity) }
    })
    const seen = [
      ...entities,
      ...workflows,
      ...this.#parts.gone.map(seenGone),
      ...this.#parts.goneEntities.map(seenEntity),
    ]
    const { ignored } = this.#parts.sources
    return deepFreeze({ version: 1, projectId: this.projectId, changes: this.changes, ignored, seen })
  }
}
