import { pointerOf } from '../../../document/index/entity.ts'
import type { EdgeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { cycleText, describeCycle } from '../../../graph/cycle-text.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { externalOutput, type ProjectCycle, type ProjectGraph } from '../../project/project-graph.ts'
import type { ProjectView } from '../../project/project-view.ts'

/** Whether a cycle is this document's to report: it runs through it, and where all are checked, it is the first of them. */
function concerns(cycle: ProjectCycle, { whole: { index, position }, isPart }: ProjectView): boolean {
  const { vertices, ofDocuments } = cycle
  const positions = ofDocuments ? vertices : vertices.map((vertex) => index.graph.documentOf(vertex))
  return isPart ? Math.min(...positions) === position : positions.includes(position)
}

/** Whether an edge is one of the cycle's that leads out of the document. */
function isEdgeOf(
  edge: EdgeEntry,
  { vertices, ofDocuments }: ProjectCycle,
  position: number,
  graph: ProjectGraph,
): boolean {
  const output = externalOutput(edge)
  const owner = output === undefined ? undefined : graph.owner(output)
  if (owner === undefined || edge.node === undefined) return false
  const [node, upstream] = ofDocuments
    ? [position, graph.documentOf(owner)]
    : [graph.startOf(position) + edge.node.place, owner]
  const at = vertices.indexOf(node)
  return at >= 0 && vertices.at(at - 1) === upstream
}

function describe({ vertices, ofDocuments }: ProjectCycle, { whole: { index } }: ProjectView): Omit<Finding, 'path'> {
  const names = vertices.map((vertex) => (ofDocuments ? index.label(vertex) : `'${index.graph.name(vertex)}'`))
  if (!ofDocuments) return describeCycle(names, ' across documents')
  const message = `These wait for nodes of one another: ${cycleText(names)}.`
  return { message, hint: 'No node waits for itself, but neither can run without the other.', severity: 'warning' }
}

function locationOf(
  cycle: ProjectCycle,
  document: SpecIndex,
  { whole: { index, position } }: ProjectView,
): Omit<Finding, 'message'> {
  const edge = document.edges.find((one) => isEdgeOf(one, cycle, position, index.graph))
  const name = edge?.node?.name
  const [workflow] = document.entitiesOf('Workflow')
  if (edge === undefined) return { path: workflow === undefined ? '' : pointerOf(workflow) }
  const path = pointerOf(edge.entity)
  return name === undefined ? { path } : { path, subject: { kind: 'node', name } }
}

/** Whether a document comes after another of the project, or runs it; one that does not is in no cycle. */
function waitsForOthers({ edges, entitiesOf }: SpecIndex, project: ProjectView): boolean {
  const outputs = [...edges.map(externalOutput), ...entitiesOf('SubFlow').map(({ value }) => readText(value, 'output'))]
  return outputs.some((output) => output !== undefined && project.provides(output))
}

/** Nodes or workflows of several documents wait for one another in a cycle. */
export const projectCycle: Rule = {
  name: 'project/cycle',
  severity: 'error',
  summary:
    'Documents of a project wait for one another: their nodes in a cycle (error), or only their workflows (warning).',
  evidence:
    'No instance of a cycle of nodes could ever start; that workflows may wait for nodes of one another is not documented.',
  example: `
    import { external, odpsSql, project, workflow } from 'flowspec'

    const orders = odpsSql('ods_orders').code('select 1').output('retail.ods_orders')
    const returns = odpsSql('ods_returns').code('select 2').output('retail.ods_returns').after(external('retail.ods_orders'))
    const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
    const retail = project('retail').add(daily('returns').nodes(returns))

    // Neither of the two ever starts.
    export const wrong = retail.add(daily('orders').nodes(orders.after(external('retail.ods_returns'))))

    export const right = retail.add(daily('orders').nodes(orders))
  `,
  run(document, report, project) {
    if (project === undefined || !waitsForOthers(document, project)) return
    for (const cycle of project.whole.index.graph.cycles) {
      if (concerns(cycle, project)) report({ ...describe(cycle, project), ...locationOf(cycle, document, project) })
    }
  },
}
