import type { CopiedJson } from '../../document/json/json-copy.ts'
import { isRecord } from '../../document/json/records.ts'
import { type Chain, chainItems } from '../chain.ts'
import { mergeFields } from '../merging.ts'
import type { BuildContext } from './context.ts'
import { buildFault, jsonHint } from './faults.ts'

/** Lays all fields of a step, such as `extra`, over a finished entity, the last call on top. */
export function applyExtra<Entity extends object>(
  entity: Entity,
  extra: Chain<CopiedJson> | undefined,
  pointer: () => string,
  context: Pick<BuildContext, 'report'>,
  step: 'extra' | 'runtime' = 'extra',
): Entity {
  let result = entity
  for (const { value, notJson } of chainItems(extra)) {
    if (isRecord(value)) result = mergeFields(result, value)
    if (isRecord(value) && notJson === undefined) continue
    const message = isRecord(value)
      ? `${step}() holds "${notJson}", whose value JSON cannot hold.`
      : `${step}() takes an object of fields.`
    context.report(buildFault('document/not-json', { message, hint: jsonHint }, pointer()))
  }
  return result
}
