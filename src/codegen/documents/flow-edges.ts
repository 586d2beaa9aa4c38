import { firstOutput } from '../../builders/build/outputs.ts'
import { upstreamOrder } from '../../document/index/upstream-order.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { structureOfCommand } from '../../language/structures.ts'
import { shallowErrors } from '../../language/validate.ts'
import {
  type Declaration,
  type Expression,
  literal,
  method,
  reference,
  type Step,
  step,
} from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { commandOf, keyOf, nameOf } from '../steps/node-steps.ts'
import { hasOnly, isText, withoutFields } from '../steps/written-lists.ts'
import type { Manner } from './draft.ts'
import { dependsOf, type Item, isUsual, ownCycles, stepsOf, writtenOf } from './edge-items.ts'
import { armsOf, joinedArms } from './filled-structures.ts'

/** A node of a flow, as others of the flow come after it. */
export interface FlowMember {
  readonly raw: Fields
  readonly declaration: Declaration
}

/** What one node comes after. */
interface EntrySteps {
  readonly owner: FlowMember
  readonly steps: readonly Step[]
  readonly items: readonly Item[]
}

/** What the nodes of a flow come after. */
export interface FlowEdges {
  /** The steps of each node. */
  readonly steps: ReadonlyMap<FlowMember, readonly Step[]>
  /** The members that each one's steps refer to. */
  readonly upstreams: ReadonlyMap<FlowMember, ReadonlySet<FlowMember>>
  /** Those of them whose previous cycle each one waits for. */
  readonly previous: ReadonlyMap<FlowMember, ReadonlySet<FlowMember>>
}

const noEdges: FlowEdges = { steps: new Map(), upstreams: new Map(), previous: new Map() }

/** The members of a flow by what dependencies call them; a name or output that two have stands for neither. */
interface Members {
  readonly byKey: ReadonlyMap<string, FlowMember>
  readonly byOutput: ReadonlyMap<string, FlowMember>
  readonly named: ReadonlySet<FlowMember>
  /** Arms of branches by their outputs. */
  readonly byArm: ReadonlyMap<string, { readonly member: FlowMember; readonly arm: string }>
}

function uniqueBy(members: readonly FlowMember[], keyIn: (raw: Fields) => string | undefined): Map<string, FlowMember> {
  const found = new Map<string, FlowMember>()
  const doubled = new Set<string>()
  for (const member of members) {
    const key = keyIn(member.raw)
    if (key === undefined) continue
    if (found.has(key)) doubled.add(key)
    found.set(key, member)
  }
  for (const key of doubled) found.delete(key)
  return found
}

function membersOf(members: readonly FlowMember[], { project }: Manner): Members {
  return {
    byKey: uniqueBy(members, keyOf),
    byOutput: uniqueBy(members, firstOutput),
    named: new Set(uniqueBy(members, nameOf).values()),
    byArm: new Map(
      members.flatMap((member) => armsOf(member.raw, project).map(({ arm, output }) => [output, { member, arm }])),
    ),
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

function handleOf(member: FlowMember): Expression {
  return reference(member.declaration)
}

/** The arm of a branch that a dependency is on, as its builder writes it. */
function armItem({ output, refTableName }: Fields, { byArm }: Members): Item | undefined {
  const found = isText(output) ? byArm.get(output) : undefined
  if (found === undefined || refTableName !== nameOf(found.member.raw)) return undefined
  const { member, arm } = found
  return { isPrevious: false, expression: method(handleOf(member), 'case', literal(arm)), member }
}

function itemOf(depend: Fields, owner: FlowMember, members: Members, manner: Manner): Item | undefined {
  const { type, ...rest } = withoutFields(depend)
  if (!isText(type) || shallowErrors(entityTable.Depend, depend).length > 0) return undefined
  const isPrevious = type !== dependencyTypes.sameCycle
  const member = hasOnly(depend, 'type', 'output', 'nodeId', 'refTableName')
    ? memberOf(depend, members, manner)
    : undefined
  const word = member === owner ? ownCycles.get(type) : undefined
  if (word !== undefined) return { isPrevious, expression: literal(word) }
  const ofArm = manner.isFilled && !isPrevious ? armItem(rest, members) : undefined
  if (ofArm !== undefined) return ofArm
  if (isUsual(type) && member !== undefined && member !== owner)
    return { isPrevious, expression: handleOf(member), member }
  return { isPrevious, expression: writtenOf(type, rest, manner) }
}

/** The steps of a node that may be a join: what its arms wait for stands in these, and behind all else. */
function joinSteps({ raw }: FlowMember, depends: readonly unknown[], items: readonly Item[]): readonly Step[] {
  const arms = structureOfCommand(commandOf(raw))?.name === 'join' ? joinedArms(raw) : []
  const first = items.findIndex((_, at) => readText(depends[at], 'output') === arms[0]?.output)
  if (arms.length === 0 || first < 0) return stepsOf(items)
  const joined = arms.flatMap(({ name, output, options }, at): Step[] => {
    const item = items[first + at]
    const isOfArm = item?.isPrevious === false && readText(depends[first + at], 'output') === output
    return isOfArm ? [step('arm', literal(name), item.expression, ...options.map(literal))] : []
  })
  // Dependencies that stand in another order than the arms are no arms of a builder.
  if (joined.length < arms.length) return stepsOf(items)
  return [...stepsOf([...items.slice(0, first), ...items.slice(first + arms.length)]), ...joined]
}

/**
 * The steps that say what the nodes of a flow come after.
 *
 * @param entries - the dependencies of the flow as the document has them
 * @returns undefined where steps cannot say exactly these, in this order
 */
export function flowEdges(entries: unknown, nodes: readonly FlowMember[], manner: Manner): FlowEdges | undefined {
  if (!Array.isArray(entries)) return entries === undefined ? noEdges : undefined
  if (entries.length === 0 && !manner.isFilled) return undefined
  const members = membersOf(nodes, manner)
  const places = new Map(nodes.map((one, at) => [one, at]))
  const steps = new Map<FlowMember, readonly Step[]>()
  const upstreams = new Map<FlowMember, ReadonlySet<FlowMember>>()
  const previous = new Map<FlowMember, ReadonlySet<FlowMember>>()
  let last = -1
  for (const entry of entries) {
    const said = entrySteps(entry, members, manner)
    const at = said === undefined ? -1 : (places.get(said.owner) ?? -1)
    if (said === undefined || at <= last) return undefined
    last = at
    steps.set(said.owner, said.steps)
    upstreams.set(said.owner, membersIn(said.items))
    previous.set(said.owner, membersIn(said.items.filter(({ isPrevious }) => isPrevious)))
  }
  return { steps, upstreams, previous }
}

function membersIn(items: readonly Item[]): ReadonlySet<FlowMember> {
  return new Set(items.flatMap(({ member }) => member ?? []))
}

/** The steps that say an entry, and whose they are; undefined where no steps do. */
function entrySteps(entry: unknown, members: Members, manner: Manner): EntrySteps | undefined {
  const owner = ownerOf(entry, members, manner)
  const items = owner && itemsOfEntry(entry, owner, members, manner)
  if (owner === undefined || items === undefined) return undefined
  const steps = manner.isFilled ? joinSteps(owner, dependsOf(entry), items) : stepsOf(items)
  return steps.length === 0 ? undefined : { owner, steps, items }
}

/** What an entry depends on; undefined where one of it is nothing that steps take. */
function itemsOfEntry(
  entry: unknown,
  owner: FlowMember,
  members: Members,
  manner: Manner,
): readonly Item[] | undefined {
  const items = dependsOf(entry).map((depend) =>
    isRecord(depend) ? itemOf(depend, owner, members, manner) : undefined,
  )
  const known = items.filter((item) => item !== undefined)
  return known.length === items.length ? known : undefined
}

function ownerOf(entry: unknown, { byKey }: Members, { isFilled }: Manner): FlowMember | undefined {
  // The builder of a PAI flow writes by itself where variables come from.
  const fields = isFilled ? ['nodeId', 'depends', 'variableDepends'] : ['nodeId', 'depends']
  if (!isRecord(entry) || !hasOnly(entry, ...fields) || !isText(entry['nodeId'])) return undefined
  return byKey.get(entry['nodeId'])
}

/**
 * Members in an order in which each stands after those it refers to, as far as there is one; else as they were. In a circle
 * it stands after those whose previous cycle it waits for, which steps take by no name.
 */
export function declarationOrder(nodes: readonly FlowMember[], edges: FlowEdges): readonly FlowMember[] {
  const { upstreams, previous } = edges
  const order = upstreamOrder(nodes, (member) => upstreams.get(member) ?? [])
  const places = new Map(order.map((member, at) => [member, at]))
  const isBehind = (member: FlowMember, at: number): boolean => (places.get(member) ?? 0) > at
  const isOpen = order.some((member, at) => [...(previous.get(member) ?? [])].some((one) => isBehind(one, at)))
  return isOpen ? upstreamOrder(order, (member) => previous.get(member) ?? []) : order
}
