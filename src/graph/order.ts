import { checkArgument, object } from '../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { describeCycle } from './cycle-text.ts'
import { cycles } from './cycles.ts'
import { type GraphSource, graphOf } from './graph-of.ts'
import { type RunOrder, runOrder } from './run-order.ts'
import type { GraphFlow, GraphNode } from './spec-graph.ts'

function cycleFault(members: readonly (GraphNode | GraphFlow)[]): Diagnostic {
  const text = describeCycle(members.map(({ name }) => name))
  const [first] = members
  const parts = { rule: 'graph/cycle', severity: 'error', ...text, path: first?.path ?? '' } as const
  if (first?.kind !== 'node') return createDiagnostic(parts)
  const { name, flow } = first
  const within =
    flow.name === '' ? {} : { within: [{ kind: flow.owner === undefined ? 'workflow' : 'node', name: flow.name }] }
  return createDiagnostic({ ...parts, subject: { kind: 'node', name }, ...within })
}

/**
 * Moments in an order in which each comes after those it waits for, otherwise in the order of their numbers. Of those
 * that wait for one another some come too early.
 */
function sorted({ count, previous: { starts, neighbours } }: RunOrder): Int32Array {
  const found = new Int32Array(count)
  const next = starts.slice(0, count)
  const entered = new Uint8Array(count)
  let end = 0
  for (let first = 0; first < count; first++) {
    if (entered[first] === 1) continue
    const stack = [first]
    entered[first] = 1
    for (let moment = stack.at(-1); moment !== undefined; moment = stack.at(-1)) {
      const at = next[moment] ?? 0
      if (at === starts[moment + 1]) {
        found[end++] = moment
        stack.pop()
        continue
      }
      next[moment] = at + 1
      const before = neighbours[at] ?? 0
      if (entered[before] === 1) continue
      entered[before] = 1
      stack.push(before)
    }
  }
  return found
}

/**
 * Sorts the nodes of a document so that each comes after all it waits for, and a loop before what is inside of it. Where
 * the dependencies leave a choice, the nodes keep the order of the document, so the same document always gives the same
 * list. Dependencies on previous cycles do not count. Linear, without recursion.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
 * @throws FlowSpecError with every cycle of nodes that wait for one another, rule `graph/cycle`
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { order } from 'flowspec/graph'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(shell('report').after('load'), shell('load'))
 * process.stdout.write(order(orders).map(({ name }) => name).join(' ')) // load report
 * ```
 */
export function order(source: GraphSource): readonly GraphNode[] {
  checkArgument('order', 'source', source, object)
  const graph = graphOf(source)
  const found = cycles(graph)
  if (found.length > 0) throw new FlowSpecError(found.map(cycleFault))
  const moments = runOrder(graph)
  const starts = Array.from(sorted(moments), (moment) => moments.startedAt(moment))
  return starts.filter((vertex) => vertex?.kind === 'node')
}
