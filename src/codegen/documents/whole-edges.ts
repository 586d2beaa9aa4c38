import { firstOutput } from '../../builders/build/outputs.ts'
import { isRecord } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { shallowErrors } from '../../language/validate.ts'
import { literal, type Step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { keyOf } from '../steps/node-steps.ts'
import { hasOnly, isText, withoutFields } from '../steps/written-lists.ts'
import type { Manner } from './draft.ts'
import { dependsOf, type Item, ownCycles, stepsOf, writtenOf } from './edge-items.ts'

/** A dependency of a workflow as a whole. */
function wholeItem(depend: unknown, workflow: Fields, manner: Manner): Item | undefined {
  if (!isRecord(depend) || shallowErrors(entityTable.Depend, depend).length > 0) return undefined
  const { type, ...rest } = withoutFields(depend)
  if (!isText(type)) return undefined
  const isPrevious = type !== dependencyTypes.sameCycle
  const isOwn = rest['output'] === firstOutput(workflow) && rest['refTableName'] === workflow['name']
  const word = isOwn && hasOnly(rest, 'output', 'refTableName') ? ownCycles.get(type) : undefined
  return { isPrevious, expression: word === undefined ? writtenOf(type, rest, manner) : literal(word) }
}

/**
 * The steps that say what a workflow comes after as a whole.
 *
 * @param entries - the dependencies in the body of its document
 * @returns undefined where steps cannot say exactly these
 */
export function wholeSteps(entries: unknown, workflow: Fields, manner: Manner): readonly Step[] | undefined {
  if (entries === undefined) return []
  const [entry, ...others] = Array.isArray(entries) ? entries : []
  const isOwn = isRecord(entry) && hasOnly(entry, 'nodeId', 'depends') && entry['nodeId'] === keyOf(workflow)
  if (!isOwn || others.length > 0) return undefined
  const items = dependsOf(entry).map((depend) => wholeItem(depend, workflow, manner))
  const known = items.filter((item) => item !== undefined)
  const steps = known.length === items.length ? stepsOf(known) : []
  return steps.length === 0 ? undefined : steps
}
