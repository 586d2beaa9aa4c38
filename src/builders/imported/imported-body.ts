import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { isRecord } from '../../document/json/records.ts'
import type { FlowNode } from '../../language/generated/types.ts'
import type { BuildContext, FlowBase } from '../build/context.ts'
import { buildFlow } from '../build/flow.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { type Mutable, recordsIn, spelledField } from '../fields.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { NodeState } from '../node/node-state.ts'
import { upstreamNames, withVariableDepends } from '../structures/body.ts'
import { type FlowStep, flowNodes, type Steps } from '../workflow/flow-steps.ts'
import { putNode } from './flow-changes.ts'

/** The body of a node as read: its nodes, and beside them the end node of a do-while. */
export interface ReadBody {
  readonly nodes: Steps
  readonly end: AnyNode | undefined
  readonly flow: FlowBase
}

/** What is known of the nodes of a body. */
interface BodyParts {
  /** The nodes of each call. */
  readonly nodes?: Chain<readonly AnyNode[]> | undefined
  /** The body as read, when it was. */
  readonly read?: (() => ReadBody) | undefined
}

/** What was said of a body since it was read. */
export interface BodyChanges {
  readonly kind: string
  readonly limits: object
  readonly nodes: Chain<readonly AnyNode[]> | undefined
  readonly end: Partial<NodeState> | undefined
}

function isOf(node: AnyNode, flow: FlowBase): boolean {
  return NodeBuilderImpl.stateOf(node)?.base?.flow === flow
}

/** The nodes of a body: those that were read, and what was given since, each version in the place of the one read. */
export function bodySteps({ nodes, read }: Pick<BodyParts, 'nodes' | 'read'>): Steps {
  const { nodes: before, flow } = read?.() ?? {}
  const given = chainItems(nodes).flat()
  return extendChain<FlowStep>(
    before,
    given.map((one) => (flow !== undefined && isOf(one, flow) ? putNode(one) : [one])),
  )
}

const isStart = ({ command }: NodeState): boolean => command.endsWith('_START')
const isEnd = ({ command }: NodeState): boolean => command.endsWith('_END')

/** New nodes that come after none of the body come after its start; the end comes after those nothing comes after. */
function closeBody(
  states: readonly (NodeState | undefined)[],
  added: ReadonlySet<string>,
): readonly (NodeState | undefined)[] {
  const start = states.find((state) => state !== undefined && isStart(state))
  const names = new Set(states.map((state) => state?.name))
  const last = new Set(added)
  const opened = states.map((state) => {
    if (state === undefined || isEnd(state)) return state
    const inside = upstreamNames(state).filter((name) => names.has(name))
    for (const name of inside) last.delete(name)
    const opens = added.has(state.name) && inside.length === 0 && start !== undefined
    return opens ? { ...state, after: extendChain(state.after, [start.name]) } : state
  })
  return opened.map((state) =>
    state !== undefined && isEnd(state) ? { ...state, after: extendChain(state.after, last) } : state,
  )
}

function reportBeside(node: FlowNode, path: string, context: BuildContext): void {
  const message = `The body of '${node.name}' does not stand inside it, so it cannot be changed here.`
  const hint = 'Change its nodes in the workflow; a new one says by metadata.container that it is of this node.'
  const subject = { kind: 'node', name: node.name }
  context.report(createDiagnostic({ rule: 'control/structure', severity: 'error', message, hint, path, subject }))
}

/** Lays what was said of a body over the body as read. */
export function rebuildBody(
  node: Mutable<FlowNode>,
  { kind, limits, nodes, end }: BodyChanges,
  read: () => ReadBody,
  { context, pointer }: { readonly context: BuildContext; readonly pointer: string },
): void {
  const field = spelledField('Node', node, kind)
  const held: unknown = Object.entries(node).find(([name]) => name === field)?.[1]
  const body: Record<string, unknown> = { ...(isRecord(held) ? held : {}), ...limits }
  Object.assign(node, { [field]: body })
  if (nodes === undefined && end === undefined) return
  const was = read()
  if (was.nodes === undefined) {
    reportBeside(node, `${pointer}/${field}`, context)
    return
  }
  const place = { nodes: `${pointer}/${field}/nodes`, edges: `${pointer}/${field}/${was.flow.field}` }
  const inner: BuildContext = { ...context, folder: node.script?.path ?? node.name, place, links: [], whole: undefined }
  context.bodies.push(() => {
    const all = flowNodes(bodySteps({ nodes, read })).map((one) => NodeBuilderImpl.stateOf(one))
    const last = NodeBuilderImpl.stateOf(was.end)
    if (last !== undefined) all.push({ ...last, ...end })
    const given = chainItems(nodes).flat()
    const added = given.filter((one) => !isOf(one, was.flow))
    const built = buildFlow(
      closeBody(all, new Set(added.map((one) => one.name))),
      `Node '${node.name}'`,
      inner,
      was.flow,
    )
    const own = was.end === undefined ? undefined : built.nodes.pop()
    if (own !== undefined) body[spelledField('DoWhile', body, 'while')] = own
    body['nodes'] = built.nodes
    const named = new Set(given.map((one) => one.name))
    const changed = kind === 'paiflow' ? recordsIn(built.nodes).filter(({ name }) => named.has(name)) : []
    body[was.flow.field] = withVariableDepends({ nodes: changed, dependencies: built.dependencies })
  })
}
