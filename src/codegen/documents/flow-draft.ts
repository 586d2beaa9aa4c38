import { isRecord } from '../../document/json/records.ts'
import { loopEndCommand, structureOfCommand, structures } from '../../language/structures.ts'
import {
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
import { commandOf, nameOf, nodeSteps } from '../steps/node-steps.ts'
import type { EntityDraft, Manner } from './draft.ts'
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
  const start = body?.start ?? nodeStart(name, command)
  const declaration: Declaration = {
    title: name,
    kind: kindOfNode(command),
    value: chained(start, [...nodeSteps(raw, nodeSite), ...(body?.steps ?? [])]),
  }
  const draft: EntityDraft = { declaration, raw, entity: 'Node', path, said: body?.said ?? [], body: body?.field }
  return { raw, declaration, draft, inner: body?.drafts ?? [] }
}

/** The body of a node as code: how the node begins, its steps, and what they say of the body. */
interface BodyDraft {
  readonly start: Expression
  readonly steps: readonly Step[]
  readonly drafts: readonly EntityDraft[]
  readonly field: string
  readonly said: readonly string[]
}

const withBody: ReadonlySet<string> = new Set(['forEach', 'doWhile', 'combined', 'paiFlow'])

/** The nodes inside of a node as nodes of its builder. */
function draftBody(raw: Fields, path: readonly (string | number)[], manner: Manner): BodyDraft | undefined {
  const structure = structureOfCommand(commandOf(raw))
  if (structure === undefined || !withBody.has(structure.name)) return undefined
  const { name, field = '', edges = 'flow' } = structure
  const holder = raw[field]
  if (!isRecord(holder)) return undefined
  const end = structure.name === 'doWhile' ? holder['while'] : undefined
  const isEnd = isRecord(end) && commandOf(end) === loopEndCommand('doWhile', 'END')
  const inside = { holder, edges, path: [...path, field], folder: undefined, manner }
  const nodes = nodesOf(holder)
  if (nodes === undefined || manner.isFilled) return undefined
  if (nodes.some((one) => structure === structures.doWhile && commandOf(one) === loopEndCommand('doWhile', 'END')))
    return undefined
  const members = nodes.map((one, at) => draftNode(one, [...inside.path, 'nodes', at], inside))
  if (isEnd) members.push(draftNode(end, [...inside.path, 'while'], inside))
  const flow = finishFlow(members, inside)
  const said = ['nodes', ...(flow.saysEdges ? [edges] : []), ...(isEnd ? ['while'] : [])]
  return {
    start: { kind: 'call', entry: 'flowspec', name, args: [literal(nameOf(raw))] },
    steps: flow.handles.length === 0 ? [] : [step('nodes', ...flow.handles)],
    drafts: flow.drafts,
    field,
    said: flow.handles.length === 0 ? [] : said,
  }
}
