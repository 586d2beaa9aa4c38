import { isRecord } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { call, type Expression, literal, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { hasOnly, isText } from '../steps/written-lists.ts'
import type { Manner } from './draft.ts'
import type { FlowMember } from './flow-edges.ts'

/** An item of `.after(…)` or `.afterPrevious(…)`, and the node of the flow that it is. */
export interface Item {
  readonly isPrevious: boolean
  readonly expression: Expression
  readonly member?: FlowMember | undefined
}

/** What waits for its own previous cycle, or for that of what comes after it. */
export const ownCycles: ReadonlyMap<string, string> = new Map([
  [dependencyTypes.self, 'self'],
  [dependencyTypes.children, 'children'],
])

/** An output of no node of the flow. */
function outsideOf(output: string, { project }: Manner): Expression {
  const isRoot = project !== undefined && output === `${project}_root`
  return isRoot ? call('projectRoot') : call('external', literal(output))
}

/** Whether a type is that of one of the steps. */
export function isUsual(type: string): boolean {
  return type === dependencyTypes.sameCycle || type === dependencyTypes.other
}

/** What a dependency is on that no handle stands for. */
export function writtenOf(type: string, rest: Fields, manner: Manner): Expression {
  const { output, refTableName } = rest
  const other = isText(output) && hasOnly(rest, 'output', 'refTableName') ? manner.outside?.get(output) : undefined
  if (isUsual(type) && other !== undefined && other.shown === refTableName) return other.expression
  if (isUsual(type) && hasOnly(rest, 'output') && isText(output)) return outsideOf(output, manner)
  return call('dependency', literal(isUsual(type) ? rest : { type, ...rest }))
}

/** Steps for the items of one node, whose builder writes those of the same cycle before the others. */
export function stepsOf(items: readonly Item[]): readonly Step[] {
  const isInOrder = items.every(({ isPrevious }, at) => !isPrevious || items.slice(at).every((one) => one.isPrevious))
  if (!isInOrder) return []
  const same = items.filter(({ isPrevious }) => !isPrevious).map(({ expression }) => expression)
  const previous = items.filter(({ isPrevious }) => isPrevious).map(({ expression }) => expression)
  return [
    ...(same.length === 0 ? [] : [step('after', ...same)]),
    ...(previous.length === 0 ? [] : [step('afterPrevious', ...previous)]),
  ]
}

/** What an entry of dependencies depends on. */
export function dependsOf(entry: unknown): readonly unknown[] {
  const depends = isRecord(entry) ? entry['depends'] : undefined
  return Array.isArray(depends) ? depends : []
}
