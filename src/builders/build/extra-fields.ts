import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { isRecord } from '../../document/json/records.ts'
import { type Chain, chainItems } from '../chain.ts'
import { type CopiedJson, mergeExtra } from '../json-copy.ts'
import type { BuildContext } from './context.ts'

/** Lays all fields of a step, such as `extra`, over a finished entity, the last call on top. */
export function applyExtra<Entity extends object>(
  entity: Entity,
  extra: Chain<CopiedJson> | undefined,
  place: () => string,
  context: Pick<BuildContext, 'report'>,
  step: 'extra' | 'runtime' = 'extra',
): Entity {
  let result = entity
  for (const { value, notJson } of chainItems(extra)) {
    if (isRecord(value)) result = mergeExtra(result, value)
    if (isRecord(value) && notJson === undefined) continue
    const message = isRecord(value)
      ? `${step}() holds "${notJson}", whose value JSON cannot hold.`
      : `${step}() takes an object of fields.`
    const hint = 'Give plain objects, lists, texts, finite numbers, booleans and null.'
    context.report(createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: place() }))
  }
  return result
}
