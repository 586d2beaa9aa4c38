import { isRecord, readText } from '../../document/json/records.ts'
import { loopEndCommand, structureOfCommand } from '../../language/structures.ts'
import {
  call,
  chained,
  type Declaration,
  type Expression,
  literal,
  reference,
  type Step,
  step,
} from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import type { NodeSite } from '../steps/node-site.ts'
import { kindOfNode, nodeStart } from '../steps/node-start.ts'
import { commandOf, nameOf, nodeSteps, objectIn } from '../steps/node-steps.ts'
import { withoutFields } from '../steps/written-lists.ts'
import type { EntityDraft, Manner } from './draft.ts'
import { filledStructure, loopBody } from './filled-structures.ts'
import { declarationOrder, type FlowEdges, type FlowMember, flowEdges } from './flow-edges.ts'

/** The nodes of a workflow, a body or a document as code. */
export interface FlowDraft {
  /** All declarations, those in nodes too, in an order in which each comes after what it refers to. */
  readonly drafts: readonly EntityDraft[]
  /** The nodes of the flow itself, in the order of the document. */
  readonly handles: readonly Expression[]
  /** Whether the steps of the nodes say all dependencies. */
  readonly saysEdges: boolean
}

/** Where a flow stands, and what it looks like. */
export interface FlowSite {
  readonly holder: Fields
  /** The field of the holder with the dependencies. */
  readonly edges: string
  readonly path: readonly (string | number)[]
  readonly folder: string | undefined
  readonly manner: Manner
}

/** A node of a flow, with the drafts of what is inside it. */
interface Member extends FlowMember {
  readonly draft: EntityDraft
  readonly inner: readonly EntityDraft[]
}

/** The nodes of a holder; undefined where its list holds something else, or is none. */
function nodesOf(holder: Fields): readonly Fields[] | undefined {
  const nodes = holder['nodes']
  if (!Array.isArray(nodes)) return undefined
  const records = nodes.filter(isRecord)
  return records.length === nodes.length ? records : undefined
}

/** Writes the nodes of a flow as code; undefined where the list is none that builders make. */
export function draftFlow(site: FlowSite): FlowDraft | undefined {
  const nodes = nodesOf(site.holder)
  if (nodes === undefined) return undefined
  const members = nodes.map((raw, at) => draftNode(raw, [...site.path, 'nodes', at], site))
  return finishFlow(members, site)
}

function finishFlow(members: readonly Member[], site: FlowSite): FlowDraft {
  const edges = flowEdges(site.holder[site.edges], members, site.manner)
  const order = edges === undefined ? members : sorted(members, edges)
  const declared = new Set<Declaration>()
  for (const member of order) {
    addSteps(member.declaration, edges?.steps.get(member) ?? [], declared)
    declared.add(member.declaration)
  }
  return {
    drafts: order.flatMap(({ inner, draft }) => [...inner, draft]),
    handles: members.map(({ declaration }) => reference(declaration)),
    saysEdges: edges !== undefined,
  }
}

function sorted(members: readonly Member[], edges: FlowEdges): readonly Member[] {
  const known = new Map<FlowMember, Member>(members.map((one) => [one, one]))
  return declarationOrder(members, edges).flatMap((one) => known.get(one) ?? [])
}

/** Puts steps behind what a declaration holds; what is not declared yet is called by its name. */
function addSteps(declaration: Declaration, steps: readonly Step[], declared: ReadonlySet<Declaration>): void {
  const named = steps.map(
    ({ name, args }): Step => ({
      name,
      args: args.map((one) => (one.kind === 'reference' && !declared.has(one.to) ? literal(one.to.title) : one)),
    }),
  )
  declaration.value = chained(declaration.value, named)
}

function draftNode(raw: Fields, path: readonly (string | number)[], site: FlowSite): Member {
  const { manner, folder } = site
  const name = nameOf(raw)
  const nodeSite: NodeSite = { isFilled: manner.isFilled, folder, lifted: manner.lifted }
  const body = draftBody(raw, path, manner)
  const command = commandOf(raw)
  const structure = manner.isFilled ? filledStructure(raw, nodeSite) : undefined
  const start = structure?.start ?? body?.start ?? nodeStart(name, command)
  const steps = nodeSteps(raw, nodeSite, structure?.parts)
  const declaration: Declaration = {
    title: name,
    kind: kindOfNode(command),
    value: chained(start, [
      ...(body?.isLoop === true ? overList(steps) : steps),
      ...(structure?.steps ?? []),
      ...(body?.steps ?? []),
    ]),
  }
  const draft: EntityDraft = { declaration, raw, entity: 'Node', path, said: body?.said ?? [], body: body?.field }
  return { raw, declaration, draft, inner: body?.drafts ?? [] }
}

/** The list of a for-each loop, which has a step of its own. */
function overList(steps: readonly Step[]): readonly Step[] {
  return steps.map((one) => {
    const [name, ...rest] = one.args
    const isList = one.name === 'param' && name?.kind === 'literal' && name.value === 'loopDataArray'
    return isList && rest.length === 1 ? { name: 'over', args: rest } : one
  })
}

/** The body of a node as code: how the node begins, its steps, and what they say of the body. */
interface BodyDraft {
  readonly start: Expression
  readonly steps: readonly Step[]
  readonly drafts: readonly EntityDraft[]
  readonly field: string
  readonly said: readonly string[]
  /** Whether it is that of a for-each loop. */
  readonly isLoop: boolean
}

const withBody: ReadonlySet<string> = new Set(['forEach', 'doWhile', 'combined', 'paiFlow'])

/** The nodes inside of a node as nodes of its builder. */
function draftBody(raw: Fields, path: readonly (string | number)[], manner: Manner): BodyDraft | undefined {
  const structure = structureOfCommand(commandOf(raw))
  if (structure === undefined || !withBody.has(structure.name)) return undefined
  const { name, field = '', edges = 'flow' } = structure
  const holder = raw[field]
  if (!isRecord(holder)) return undefined
  const folder = readText(objectIn(raw, 'script'), 'path') ?? nameOf(raw)
  const inside = { holder, edges, path: [...path, field], folder: manner.isFilled ? folder : undefined, manner }
  const made = manner.isFilled ? filledBody(raw, inside) : bodyAsSaid(name === 'doWhile', inside)
  if (made === undefined) return undefined
  const { flow, said, steps } = made
  return {
    start: call(name, literal(nameOf(raw))),
    steps,
    drafts: flow.drafts,
    field,
    said: flow.handles.length === 0 ? [] : said,
    isLoop: name === 'forEach',
  }
}

/** The flow of a body, the steps that give it to its node, and what they say. */
interface MadeBody {
  readonly flow: FlowDraft
  readonly steps: readonly Step[]
  readonly said: readonly string[]
}

/** A body whose nodes are all given, the start and the end of a loop too. */
function bodyAsSaid(isDoWhile: boolean, inside: FlowSite): MadeBody | undefined {
  const { holder, edges, path } = inside
  const isEnd = (node: unknown): node is Fields =>
    isRecord(node) && commandOf(node) === loopEndCommand('doWhile', 'END')
  const nodes = nodesOf(holder)
  if (nodes === undefined || (isDoWhile && nodes.some(isEnd))) return undefined
  const end = isDoWhile ? holder['while'] : undefined
  const members = nodes.map((one, at) => draftNode(one, [...path, 'nodes', at], inside))
  if (isEnd(end)) members.push(draftNode(end, [...path, 'while'], inside))
  const flow = finishFlow(members, inside)
  const said = ['nodes', ...(flow.saysEdges ? [edges] : []), ...(isEnd(end) ? ['while'] : [])]
  return { flow, said, steps: flow.handles.length === 0 ? [] : [step('nodes', ...flow.handles)] }
}

/** A body around which the builder of a loop puts a start and an end; those of other nodes are as they are. */
function filledBody(raw: Fields, inside: FlowSite): MadeBody | undefined {
  const name = structureOfCommand(commandOf(raw))?.name
  const isLoop = name === 'forEach' || name === 'doWhile'
  const body = isLoop ? loopBody(raw, name, inside.holder) : { holder: inside.holder, steps: [] }
  const nodes = body === undefined ? undefined : nodesOf(body.holder)
  if (body === undefined || nodes === undefined) return undefined
  const first = isLoop ? 1 : 0
  const site = { ...inside, holder: withoutFields(body.holder) }
  const members = nodes.map((one, at) => draftNode(one, [...inside.path, 'nodes', at + first], site))
  const flow = finishFlow(members, site)
  if (!flow.saysEdges) return undefined
  const [given, ...rest] = [step('nodes', ...flow.handles), ...body.steps.filter((one) => one.name === 'while')]
  const limits = body.steps.filter((one) => one.name !== 'while')
  return { flow, said: ['nodes', inside.edges, 'while'], steps: [...limits, given, ...rest] }
}
