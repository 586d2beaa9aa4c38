import { firstOutput } from '../../builders/build/outputs.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { shallowErrors } from '../../language/validate.ts'
import { call, type Declaration, type Expression, literal, reference, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf } from '../steps/node-steps.ts'
import { hasOnly, isText, withoutFields } from '../steps/written-lists.ts'
import type { Manner } from './draft.ts'

/** A node of a flow, as others of the flow come after it. */
export interface FlowMember {
  readonly raw: Fields
  readonly declaration: Declaration
}

/** What the nodes of a flow come after. */
export interface FlowEdges {
  /** The steps of each node. */
  readonly steps: ReadonlyMap<FlowMember, readonly Step[]>
  /** The members that each one's steps refer to. */
  readonly upstreams: ReadonlyMap<FlowMember, ReadonlySet<FlowMember>>
}

/** The members of a flow by what dependencies call them; a name or output that two have stands for neither. */
interface Members {
  readonly byKey: ReadonlyMap<string, FlowMember>
  readonly byOutput: ReadonlyMap<string, FlowMember>
  readonly named: ReadonlySet<FlowMember>
}

function uniqueBy(members: readonly FlowMember[], keyOf: (raw: Fields) => string | undefined): Map<string, FlowMember> {
  const found = new Map<string, FlowMember>()
  const doubled = new Set<string>()
  for (const member of members) {
    const key = keyOf(member.raw)
    if (key === undefined) continue
    if (found.has(key)) doubled.add(key)
    found.set(key, member)
  }
  for (const key of doubled) found.delete(key)
  return found
}

/** What dependencies call a node. */
export function keyOf(raw: Fields): string {
  return readText(raw, 'id') ?? nameOf(raw)
}

function membersOf(members: readonly FlowMember[]): Members {
  return {
    byKey: uniqueBy(members, keyOf),
    byOutput: uniqueBy(members, firstOutput),
    named: new Set(uniqueBy(members, nameOf).values()),
  }
}

/** The node of the flow that a dependency is on, when it is written as a builder would write it. */
function memberOf(depend: Fields, { byKey, byOutput, named }: Members, { edges }: Manner): FlowMember | undefined {
  const { output, nodeId, refTableName } = depend
  const found = isText(output) ? byOutput.get(output) : isText(nodeId) ? byKey.get(nodeId) : undefined
  if (found === undefined || !named.has(found)) return undefined
  if (isText(output)) {
    const shown = edges === 'named' ? nameOf(found.raw) : undefined
    return edges !== 'id' && nodeId === undefined && refTableName === shown ? found : undefined
  }
  const isById = edges === 'id' || firstOutput(found.raw) === undefined
  return isById && refTableName === undefined ? found : undefined
}

/** An item of `.after(…)` or `.afterPrevious(…)`, and the node of the flow that it is. */
interface Item {
  readonly isPrevious: boolean
  readonly expression: Expression
  readonly member?: FlowMember | undefined
}

function handleOf(member: FlowMember): Expression {
  return reference(member.declaration)
}

function itemOf(depend: Fields, owner: FlowMember, members: Members, manner: Manner): Item | undefined {
  const { type, ...rest } = withoutFields(depend)
  if (!isText(type) || shallowErrors(entityTable.Depend, depend).length > 0) return undefined
  const isPrevious = type !== dependencyTypes.sameCycle
  const member = hasOnly(depend, 'type', 'output', 'nodeId', 'refTableName')
    ? memberOf(depend, members, manner)
    : undefined
  if (member === owner && type === dependencyTypes.self) return { isPrevious, expression: literal('self') }
  if (member === owner && type === dependencyTypes.children) return { isPrevious, expression: literal('children') }
  const isUsual = type === dependencyTypes.sameCycle || type === dependencyTypes.other
  if (isUsual && member !== undefined && member !== owner) return { isPrevious, expression: handleOf(member), member }
  if (isUsual && hasOnly(rest, 'output') && isText(rest['output'])) {
    return { isPrevious, expression: call('external', literal(rest['output'])) }
  }
  return { isPrevious, expression: call('dependency', literal(isUsual ? rest : { type, ...rest })) }
}

/** Steps for the items of one node, whose builder writes those of the same cycle before the others. */
function stepsOf(items: readonly Item[]): readonly Step[] {
  const isInOrder = items.every(({ isPrevious }, at) => !isPrevious || items.slice(at).every((one) => one.isPrevious))
  if (!isInOrder) return []
  const same = items.filter(({ isPrevious }) => !isPrevious).map(({ expression }) => expression)
  const previous = items.filter(({ isPrevious }) => isPrevious).map(({ expression }) => expression)
  return [
    ...(same.length === 0 ? [] : [step('after', ...same)]),
    ...(previous.length === 0 ? [] : [step('afterPrevious', ...previous)]),
  ]
}

/**
 * The steps that say what the nodes of a flow come after.
 *
 * @param entries - the dependencies of the flow as the document has them
 * @returns undefined where steps cannot say exactly these, in this order
 */
export function flowEdges(entries: unknown, nodes: readonly FlowMember[], manner: Manner): FlowEdges | undefined {
  if (!Array.isArray(entries)) return entries === undefined ? { steps: new Map(), upstreams: new Map() } : undefined
  if (entries.length === 0 && !manner.isFilled) return undefined
  const members = membersOf(nodes)
  const places = new Map(nodes.map((one, at) => [one, at]))
  const steps = new Map<FlowMember, readonly Step[]>()
  const upstreams = new Map<FlowMember, ReadonlySet<FlowMember>>()
  let last = -1
  for (const entry of entries) {
    const owner = ownerOf(entry, members)
    const at = owner === undefined ? -1 : (places.get(owner) ?? -1)
    if (owner === undefined || at <= last) return undefined
    last = at
    const items = dependsOf(entry).map((depend) =>
      isRecord(depend) ? itemOf(depend, owner, members, manner) : undefined,
    )
    const known = items.filter((item) => item !== undefined)
    const made = stepsOf(known)
    if (known.length !== items.length || made.length === 0) return undefined
    steps.set(owner, made)
    upstreams.set(owner, new Set(known.flatMap(({ member }) => member ?? [])))
  }
  return { steps, upstreams }
}

function dependsOf(entry: unknown): readonly unknown[] {
  const depends = isRecord(entry) ? entry['depends'] : undefined
  return Array.isArray(depends) ? depends : []
}

function ownerOf(entry: unknown, { byKey }: Members): FlowMember | undefined {
  if (!isRecord(entry) || !hasOnly(entry, 'nodeId', 'depends') || !isText(entry['nodeId'])) return undefined
  return byKey.get(entry['nodeId'])
}

/** Members in an order in which each stands after those it refers to, as far as there is one; else as they were. */
export function declarationOrder(nodes: readonly FlowMember[], { upstreams }: FlowEdges): readonly FlowMember[] {
  const order = new Set<FlowMember>()
  const entered = new Set<FlowMember>()
  for (const first of nodes) {
    const way: FlowMember[] = [first]
    for (let member = way.at(-1); member !== undefined; member = way.at(-1)) {
      const isNew = !entered.has(member)
      entered.add(member)
      const waiting = isNew ? [...(upstreams.get(member) ?? [])].filter((one) => !entered.has(one)) : []
      if (waiting.length > 0) way.push(...waiting.reverse())
      else {
        order.add(member)
        way.pop()
      }
    }
  }
  return [...order]
}
