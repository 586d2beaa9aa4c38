import { hasShape } from '../../document/entity.ts'
import { parseReference } from '../../document/parse-reference.ts'
import { readText } from '../../document/read-text.ts'
import type { EdgeEntry, FlowEntry, SpecIndex } from '../../document/spec-index.ts'
import { edgeFinding } from '../edge-finding.ts'
import { type FlowWords, flowWords } from '../flow-words.ts'
import type { Finding, Rule } from '../rule.ts'
import { Suggester } from '../suggester.ts'

type Report = (finding: Finding) => void
type Dependent = Pick<EdgeEntry, 'entity' | 'node' | 'flow'>

/** Says of names, in the order they come, that no node has them. */
class UnknownNodes {
  readonly #report: Report
  readonly #suggester = new Suggester()
  readonly #words: Map<FlowEntry, FlowWords> = new Map()

  constructor(report: Report) {
    this.#report = report
  }

  add({ entity, node, flow }: Dependent, missing: string, message: string): void {
    const known = this.#words.get(flow) ?? flowWords(flow)
    this.#words.set(flow, known)
    // The node may be one whose shape is wrong: that is one fault, and another rule's.
    if (known.hasUnread) return
    const near = this.#suggester.nearest(missing, known.words)
    const hint = near === undefined ? {} : { hint: `Did you mean "${near}"?` }
    this.#report(edgeFinding({ entity, node }, 'nodeId', { message, ...hint }))
  }
}

function addEdge(edge: EdgeEntry, missing: string, unknown: UnknownNodes): void {
  const { entity, node } = edge
  const who = node?.name ?? readText(entity.parent?.value, 'nodeId') ?? ''
  const message = `'${who}' comes after '${missing}', which is not in the workflow.`
  unknown.add(edge, missing, message)
}

function addDependencies(flow: FlowEntry, { nodesByKey }: SpecIndex, unknown: UnknownNodes): void {
  for (const dependency of flow.dependencies) {
    const missing = readText(dependency.value, 'nodeId')
    if (missing === undefined || nodesByKey.first.has(parseReference(missing) ?? missing) || !hasShape(dependency))
      continue
    const message = `An entry of dependencies belongs to '${missing}', which is not in the workflow.`
    unknown.add({ entity: dependency, node: undefined, flow }, missing, message)
  }
}

/**
 * A dependency names a node that is not there.
 *
 * @example
 * ```ts
 * import { odpsSql, virtual, workflow } from 'flowspec'
 *
 * // A name known only at run time: a literal name that is not there does not even compile.
 * const upstream = (name: string): string => name
 * const ods = odpsSql('ods').code('select 1')
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start'))
 *
 * export const wrong = orders.nodes(ods.after(upstream('strat')))
 *
 * export const right = orders.nodes(ods.after(upstream('start')))
 * ```
 */
export const referenceUnknownNode: Rule = {
  name: 'reference/unknown-node',
  severity: 'error',
  summary: 'A dependency names a node that is not in the document.',
  evidence: 'The service accepts such an edge and drops it without a word; the reference parser makes a stub of it.',
  run(index, report) {
    const unknown = new UnknownNodes(report)
    for (const edge of index.edges) {
      if (edge.upstream !== undefined || edge.type === 'CrossCycleDependsOnSelf') continue
      const missing = readText(edge.entity.value, 'nodeId')
      if (missing !== undefined) addEdge(edge, missing, unknown)
    }
    for (const flow of index.flows) addDependencies(flow, index, unknown)
  },
}
