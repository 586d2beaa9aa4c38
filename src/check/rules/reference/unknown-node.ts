import { type Entity, hasShape } from '../../../document/index/entity.ts'
import type { EdgeEntry, FlowEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { parseReference } from '../../../document/references.ts'
import { dependencyTypes } from '../../../language/dependency-types.ts'
import { kindsOfOneNode } from '../../../language/entity-kinds.ts'
import { dependentName, edgeFinding } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { isFieldFaulty } from '../../engine/unread-parts.ts'

type Report = (finding: Finding) => void
type Unknown = Pick<EdgeEntry, 'entity' | 'node' | 'workflow' | 'flow'>

/** Says of names, in the order they come, that no node has them. */
class UnknownNodes {
  readonly #index: SpecIndex
  readonly #report: Report
  readonly #suggester = new Suggester()
  readonly #words: Map<FlowEntry, FlowNames> = new Map()

  constructor(index: SpecIndex, report: Report) {
    this.#index = index
    this.#report = report
  }

  add(edge: Unknown, missing: string, message: string, severity?: 'warning'): void {
    const known = this.#words.get(edge.flow) ?? flowNames(edge.flow, this.#index)
    this.#words.set(edge.flow, known)
    // The node may be one whose shape is wrong: that is one fault, and another rule's.
    if (known.hasUnread) return
    const near = known.idsByName.get(missing) ?? this.#nearest(missing, known, edge)
    const hint = near === undefined ? wayOut(edge, missing) : `Did you mean "${near}"?`
    this.#report(edgeFinding(edge, 'nodeId', { message, hint, ...(severity && { severity }) }))
  }

  /** The nearest name, unless it is that of the dependent itself. */
  #nearest(missing: string, { words }: FlowNames, { node }: Unknown): string | undefined {
    const near = this.#suggester.nearest(missing, words)
    return near === node?.name || near === node?.id ? undefined : near
  }
}

/** The way out where no name is near; in a document of one node there is no other to come after. */
function wayOut({ flow }: Unknown, missing: string): string {
  const isAlone = flow.entity.name === 'Spec' && flow.nodes.length === 1
  if (isAlone) return `A node of another document is named by its output: external('project.${missing}').`
  return 'Add the node, or name one from elsewhere by its output: outputOf(…), external(…).'
}

/** What messages call the place in which a name is looked for. */
function placeOf({ name }: Entity): string {
  return name === 'Spec' ? 'document' : 'workflow'
}

function addEdge(edge: EdgeEntry, missing: string, unknown: UnknownNodes): void {
  const holder = edge.flow.entity
  const message = `'${dependentName(edge)}' comes after '${missing}', which is not in the ${placeOf(holder)}.`
  const isAlone = holder.name === 'Spec' && kindsOfOneNode.includes(holder.parent?.value['kind'])
  unknown.add(edge, missing, message, isAlone ? 'warning' : undefined)
}

function addDependencies(flow: FlowEntry, index: SpecIndex, unknown: UnknownNodes): void {
  const { nodesByKey, workflowsByKey } = index
  const isBody = flow.entity.name === 'Spec'
  for (const entity of flow.dependencies) {
    const missing = readText(entity.value, 'nodeId')
    const key = missing === undefined ? undefined : (parseReference(missing) ?? missing)
    if (missing === undefined || key === undefined || !hasShape(entity)) continue
    if (nodesByKey.first.has(key) || (isBody && workflowsByKey.first.has(key))) continue
    const message = `An entry of dependencies belongs to '${missing}', which is not in the ${placeOf(flow.entity)}.`
    unknown.add({ entity, node: undefined, workflow: undefined, flow }, missing, message)
  }
}

/** A dependency names a node or workflow that is not there. */
export const referenceUnknownNode: Rule = {
  name: 'reference/unknown-node',
  severity: 'error',
  summary: 'A dependency names a node or workflow that is not in the document.',
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
    const unknown = new UnknownNodes(index, report)
    for (const edge of index.edges) {
      if ((edge.upstream ?? edge.upstreamWorkflow) !== undefined || edge.type === dependencyTypes.self) continue
      const missing = readText(edge.entity.value, 'nodeId')
      if (missing !== undefined) addEdge(edge, missing, unknown)
    }
    for (const flow of index.flows) addDependencies(flow, index, unknown)
  },
}

/** What the nodes of a flow can be called. */
interface FlowNames {
  readonly words: readonly string[]
  /** The ids of nodes and workflows by their names, which dependencies do not know them by. */
  readonly idsByName: ReadonlyMap<string, string>
  /** Whether some node could not be read, so that a word no node has may be its name. */
  readonly hasUnread: boolean
}

/** Collects the names and ids of the nodes in a flow; of the body of a document, also of the workflows in it. */
function flowNames({ entity: holder, nodes }: FlowEntry, index: SpecIndex): FlowNames {
  const words: string[] = []
  const idsByName = new Map<string, string>()
  const workflows = holder.name === 'Spec' ? index.entitiesOf('Workflow') : []
  let hasUnread = isFieldFaulty(holder, 'nodes') || isFieldFaulty(holder, 'workflows')
  for (const entity of [...nodes.map((node) => node.entity), ...workflows]) {
    const { value } = entity
    const [id, name] = [readText(value, 'id'), readText(value, 'name')]
    if (name !== undefined) words.push(name)
    if (id !== undefined && id !== name) words.push(id)
    if (id !== undefined && name !== undefined && id !== name && !idsByName.has(name)) idsByName.set(name, id)
    hasUnread ||= (id ?? name) === undefined || isFieldFaulty(entity, 'id') || isFieldFaulty(entity, 'name')
  }
  return { words, idsByName, hasUnread }
}
