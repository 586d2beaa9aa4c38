import { hasShape } from '../../../document/index/entity.ts'
import type { EdgeEntry, FlowEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { parseReference } from '../../../document/references.ts'
import { dependencyTypes } from '../../../language/dependency-types.ts'
import { edgeFinding } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { isFieldFaulty } from '../../engine/unread-parts.ts'

type Report = (finding: Finding) => void
type Dependent = Pick<EdgeEntry, 'entity' | 'node' | 'flow'>

/** Says of names, in the order they come, that no node has them. */
class UnknownNodes {
  readonly #report: Report
  readonly #suggester = new Suggester()
  readonly #words: Map<FlowEntry, FlowNames> = new Map()

  constructor(report: Report) {
    this.#report = report
  }

  add({ entity, node, flow }: Dependent, missing: string, message: string, severity?: 'warning'): void {
    const known = this.#words.get(flow) ?? flowNames(flow)
    this.#words.set(flow, known)
    // The node may be one whose shape is wrong: that is one fault, and another rule's.
    if (known.hasUnread) return
    const near = this.#suggester.nearest(missing, known.words)
    const hint = near === undefined ? {} : { hint: `Did you mean "${near}"?` }
    this.#report(edgeFinding({ entity, node }, 'nodeId', { message, ...hint, ...(severity && { severity }) }))
  }
}

/** The kinds of documents of one node, whose upstream nodes stand elsewhere. */
const kindsOfOneNode: readonly unknown[] = ['Node', 'ManualNode']

function addEdge(edge: EdgeEntry, missing: string, unknown: UnknownNodes): void {
  const { entity, node } = edge
  const who = node?.name ?? readText(entity.parent?.value, 'nodeId') ?? ''
  const message = `'${who}' comes after '${missing}', which is not in the workflow.`
  const holder = edge.flow.entity
  const isAlone = holder.name === 'Spec' && kindsOfOneNode.includes(holder.parent?.value['kind'])
  unknown.add(edge, missing, message, isAlone ? 'warning' : undefined)
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

/** A dependency names a node that is not there. */
export const referenceUnknownNode: Rule = {
  name: 'reference/unknown-node',
  severity: 'error',
  summary: 'A dependency names a node that is not in the document.',
  evidence:
    'The service accepts such an edge and drops it without a word; the reference parser makes a stub of it. In a document of one node its upstream stands elsewhere, as the node documentation has it: a warning.',
  example: `
    import { odpsSql, virtual, workflow } from 'flowspec'

    // A name known only at run time: a literal name that is not there does not even compile.
    const upstream = (name: string): string => name
    const ods = odpsSql('ods').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start'))

    export const wrong = orders.nodes(ods.after(upstream('strat')))

    export const right = orders.nodes(ods.after(upstream('start')))
  `,
  run(index, report) {
    const unknown = new UnknownNodes(report)
    for (const edge of index.edges) {
      if (edge.upstream !== undefined || edge.type === dependencyTypes.self) continue
      const missing = readText(edge.entity.value, 'nodeId')
      if (missing !== undefined) addEdge(edge, missing, unknown)
    }
    for (const flow of index.flows) addDependencies(flow, index, unknown)
  },
}

/** What the nodes of a flow can be called. */
interface FlowNames {
  readonly words: readonly string[]
  /** Whether some node could not be read, so that a word no node has may be its name. */
  readonly hasUnread: boolean
}

/** Collects the names and ids of the nodes in a flow. */
function flowNames(flow: FlowEntry): FlowNames {
  const words: string[] = []
  let hasUnread = isFieldFaulty(flow.entity, 'nodes')
  for (const { entity, id, name } of flow.nodes) {
    if (name !== undefined) words.push(name)
    if (id !== undefined && id !== name) words.push(id)
    hasUnread ||= (id ?? name) === undefined || isFieldFaulty(entity, 'id') || isFieldFaulty(entity, 'name')
  }
  return { words, hasUnread }
}
