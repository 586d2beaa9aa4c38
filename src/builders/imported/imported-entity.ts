import { isRecord, itemsOf } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { asShape } from '../fields.ts'
import { mergeArtifacts, mergeFields, mergeItems } from '../merging.ts'
import type { WireTrigger } from '../node/trigger.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'

/** A node or workflow as read, frozen: what is set since is laid over it, and nothing else is added. */
export abstract class ImportedEntity {
  readonly raw: unknown
  readonly trigger: WireTrigger | undefined
  protected readonly source: SpecSource

  constructor(raw: unknown, source: SpecSource) {
    this.raw = raw
    this.source = source
    const trigger = isRecord(raw) ? source.resolve('Trigger', raw['trigger']) : undefined
    this.trigger = trigger && asShape(trigger)
  }

  /** The entity with what was set since laid over it, field by field. Nothing set leaves everything as it was read. */
  protected overlay(name: EntityName, raw: RawEntity, changes: object): Record<string, unknown> {
    const draft: Record<string, unknown> = { ...raw }
    for (const [field, value] of Object.entries(changes)) {
      const spelled = spelledField(name, raw, field)
      if (!isRecord(value)) draft[spelled] = value
      else if (Object.keys(value).length > 0) draft[spelled] = this.#merged(field, raw[spelled], value)
    }
    return draft
  }

  /** Some fields keep what is not set again; all others are replaced. */
  #merged(field: string, held: unknown, value: RawEntity): unknown {
    if (field === 'script') return this.#mergedScript(held, value)
    if (field === 'inputs' || field === 'outputs') return mergeArtifacts(held, value)
    return field === 'strategy' && isRecord(held) ? mergeFields(held, value) : value
  }

  #mergedScript(held: unknown, { parameters, ...fields }: RawEntity): RawEntity {
    const script = this.source.resolve('Script', held) ?? {}
    const merged = mergeFields(script, fields)
    if (!Array.isArray(parameters)) return merged
    const known = itemsOf(script['parameters'])
    const resolved = known.map((item) => this.source.resolve('Variable', item) ?? item)
    // A reference stays one unless its variable was replaced.
    const all = mergeItems(resolved, parameters).map((item, index) =>
      index < known.length && item === resolved[index] ? known[index] : item,
    )
    return { ...merged, parameters: all }
  }
}
