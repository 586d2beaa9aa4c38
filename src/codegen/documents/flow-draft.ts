import { firstOutput } from '../../builders/build/outputs.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { loopEndCommand, structureOfCommand, structures } from '../../language/structures.ts'
import {
  call,
  chained,
  type Declaration,
  type Expression,
  literal,
  method,
  reference,
  type Step,
  step,
} from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import type { NodeSite } from '../steps/node-site.ts'
import { kindOfNode, nodeStart } from '../steps/node-start.ts'
import { commandOf, type NodeParts, nameOf, nodeSteps, objectIn, plainParts } from '../steps/node-steps.ts'
import { providedSteps, type TakenParameters, takenParameters } from '../steps/variable-steps.ts'
import { onlyRecords, withoutFields } from '../steps/written-lists.ts'
import type { EntityDraft, Manner } from './draft.ts'
import { type FilledStructure, filledStructure, loopBody } from './filled-structures.ts'
import { declarationOrder, type FlowEdges, type FlowMember, flowEdges } from './flow-edges.ts'
import { asDeclared, type Declared } from './undeclared.ts'

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
  /** Parameters that are variables of other nodes, behind what the node comes after. */
  readonly late?: TakenParameters | undefined
}

/** Writes the nodes of a flow as code; undefined where the list is none that builders make. */
export function draftFlow(site: FlowSite): FlowDraft | undefined {
  const nodes = onlyRecords(site.holder['nodes'])
  if (nodes === undefined) return undefined
  const members = nodes.map((raw, at) => draftNode(raw, [...site.path, 'nodes', at], site))
  return finishFlow(members, site)
}

function finishFlow(members: readonly Member[], site: FlowSite): FlowDraft {
  const edges = flowEdges(site.holder[site.edges], members, site.manner)
  const order = edges === undefined ? members : sorted(members, edges)
  const done = new Set<Declaration>()
  const nodes = new Map(members.map(({ declaration, raw }) => [declaration, raw]))
  const byTitle = new Map<string, Declaration>()
  for (const member of order) {
    const steps = withHandles(stepsOfMember(member, edges?.steps.get(member) ?? []), byTitle)
    addSteps(member.declaration, steps, { nodes, done, manner: site.manner })
    done.add(member.declaration)
    byTitle.set(member.declaration.title, member.declaration)
  }
  return {
    drafts: order.flatMap(({ inner, draft }) => [...inner, draft]),
    handles: members.map(({ declaration }) => reference(declaration)),
    saysEdges: edges !== undefined,
  }
}

/** What a node comes after, without those that the variables it takes name already, and these. */
function stepsOfMember({ late }: Member, steps: readonly Step[]): readonly Step[] {
  if (late === undefined) return steps
  const without = steps.flatMap((one): readonly Step[] => {
    if (one.name !== 'after') return [one]
    const titles = one.args.map((item) => (item.kind === 'reference' ? item.to.title : undefined))
    const from = titles.length - late.upstreams.length
    const isNamed = from >= 0 && late.upstreams.every((title, at) => titles[from + at] === title)
    if (!isNamed) return [one]
    return from === 0 ? [] : [{ ...one, args: one.args.slice(0, from) }]
  })
  return [...without, ...late.steps]
}

function sorted(members: readonly Member[], edges: FlowEdges): readonly Member[] {
  const known = new Map<FlowMember, Member>(members.map((one) => [one, one]))
  return declarationOrder(members, edges).flatMap((one) => known.get(one) ?? [])
}

/** Variables of nodes that are declared already are taken of these, and the result of an assignment by its own word. */
function withHandles(steps: readonly Step[], byTitle: ReadonlyMap<string, Declaration>): readonly Step[] {
  const handled = (argument: Expression): Expression => {
    if (argument.kind !== 'call' || argument.name !== 'variableOf') return argument
    const [owner, variable, ...rest] = argument.args
    const declaration = owner?.kind === 'literal' ? byTitle.get(String(owner.value)) : undefined
    if (declaration === undefined || variable === undefined) return argument
    const isResult = declaration.kind === 'assignment' && variable.kind === 'literal' && variable.value === 'outputs'
    const handle = reference(declaration)
    return isResult ? method(handle, 'result') : call('variableOf', handle, variable, ...rest)
  }
  const hasHandles = steps.some(({ args }) => args.some((one) => one.kind === 'call' && one.name === 'variableOf'))
  return hasHandles ? steps.map(({ name, args }) => ({ name, args: args.map(handled) })) : steps
}

/** Puts steps behind what a declaration holds. */
function addSteps(declaration: Declaration, steps: readonly Step[], declared: Declared): void {
  const said = steps.map(({ name, args }): Step => ({ name, args: args.map((one) => asDeclared(one, name, declared)) }))
  declaration.value = chained(declaration.value, said)
}

function draftNode(raw: Fields, path: readonly (string | number)[], site: FlowSite): Member {
  const { manner, folder } = site
  const name = nameOf(raw)
  const nodeSite: NodeSite = { ...manner, folder }
  const body = draftBody(raw, path, manner)
  const command = commandOf(raw)
  const { structure, taken, passed, provided } = filledVariables(raw, nodeSite, site.holder)
  const start = structure?.start ?? body?.start ?? nodeStart(name, command)
  const parts = structure?.parts ?? partsWith(plainParts(raw, nodeSite), provided)
  const steps = nodeSteps(raw, nodeSite, taken === undefined ? parts : { ...parts, parameters: [] })
  const declaration: Declaration = {
    title: name,
    kind: structure !== undefined && command === structures.assignment.command ? 'assignment' : kindOfNode(command),
    value: chained(start, [
      ...(body?.isLoop === true ? overList(steps) : steps),
      ...(structure?.steps ?? []),
      ...(body?.steps ?? []),
    ]),
  }
  const draft: EntityDraft = { declaration, raw, entity: 'Node', path, said: body?.said ?? [], body: body?.field }
  const over = taken && { ...taken, steps: body?.isLoop === true ? overList(taken.steps) : taken.steps }
  return { raw, declaration, draft, inner: body?.drafts ?? [], late: bothOf(over, passed) }
}

/** What a node takes of others, provides and passes through, where builders write what is usual by themselves. */
interface FilledVariables {
  readonly structure?: FilledStructure | undefined
  readonly taken?: TakenParameters | undefined
  /** Variables some of which it passes through, behind what it comes after. */
  readonly passed?: TakenParameters | undefined
  /** Variables all of which are its own. */
  readonly provided?: TakenParameters | undefined
}

function filledVariables(raw: Fields, site: NodeSite, holder: Fields): FilledVariables {
  if (!site.isFilled) return {}
  const names = outputNames(holder)
  const structure = filledStructure(raw, site, names)
  const taken = takenParameters(objectIn(raw, 'script')['parameters'], names)
  if (structure !== undefined) return { structure, taken, passed: structure.late }
  const provided = providedSteps(raw, names)
  return provided.upstreams.length > 0 ? { taken, passed: provided } : { taken, provided }
}

/** The parts of a plain node, with the variables it provides. */
function partsWith(parts: NodeParts, provided: TakenParameters | undefined): NodeParts {
  return provided === undefined ? parts : { ...parts, outputs: [...parts.outputs, ...provided.steps] }
}

/** Steps that take variables, those of parameters first. */
function bothOf(one: TakenParameters | undefined, other: TakenParameters | undefined): TakenParameters | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return {
    steps: [...one.steps, ...other.steps],
    upstreams: [...new Set([...one.upstreams, ...other.upstreams])],
  }
}

const namesByFlow = new WeakMap<Fields, ReadonlyMap<string, string>>()

/** The names of the nodes of a flow by their outputs. */
function outputNames(holder: Fields): ReadonlyMap<string, string> {
  const known = namesByFlow.get(holder)
  if (known !== undefined) return known
  const nodes = recordsOf(holder['nodes'])
  const names = new Map(
    nodes.flatMap((node): [string, string][] => {
      const output = firstOutput(node)
      return output === undefined ? [] : [[output, nameOf(node)]]
    }),
  )
  namesByFlow.set(holder, names)
  return names
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
  const nodes = onlyRecords(holder['nodes'])
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
  const body = isLoop
    ? loopBody(raw, name, inside.holder, inside.manner.project)
    : { holder: inside.holder, limits: [], end: [] }
  const nodes = body === undefined ? undefined : onlyRecords(body.holder['nodes'])
  if (body === undefined || nodes === undefined) return undefined
  const first = isLoop ? 1 : 0
  const site = { ...inside, holder: withoutFields(body.holder) }
  const members = nodes.map((one, at) => draftNode(one, [...inside.path, 'nodes', at + first], site))
  const flow = finishFlow(members, site)
  if (!flow.saysEdges) return undefined
  const steps = [...body.limits, step('nodes', ...flow.handles), ...body.end]
  return { flow, said: ['nodes', inside.edges, 'while'], steps }
}
