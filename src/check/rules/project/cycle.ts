import { pointerOf } from '../../../document/index/entity.ts'
import type { EdgeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { cycleText, describeCycle, eachNameOnce } from '../../../graph/cycle-text.ts'
import { Moments } from '../../../graph/moments.ts'
import { edgeFinding } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { externalOutput } from '../../project/document-facts.ts'
import type { ProjectCycle, ProjectGraph } from '../../project/project-graph.ts'
import type { ProjectView } from '../../project/project-view.ts'

/** Where a document stands in the graph of its project. */
interface DocumentPlace {
  readonly position: number
  readonly graph: ProjectGraph
  readonly moments: Moments
}

/** Whether an edge is one of the cycle's that leads out of the document. */
function isEdgeOf(
  edge: EdgeEntry,
  { vertices, ofDocuments, places }: ProjectCycle,
  { position, graph, moments }: DocumentPlace,
): boolean {
  const output = externalOutput(edge)
  const owner = output === undefined ? undefined : graph.owner(output)
  const moment = moments.dependent(edge)
  if (owner === undefined || moment === undefined) return false
  const [dependent, upstream] = ofDocuments
    ? [position, graph.documentOf(owner)]
    : [graph.startOf(position) + moment, owner]
  const at = places.get(dependent)
  return at !== undefined && vertices.at(at - 1) === upstream
}

/** More than a message names, so that it says that there are more. */
const mostNamed = 20

function describe({ vertices, ofDocuments }: ProjectCycle, { whole: { index } }: ProjectView): Omit<Finding, 'path'> {
  const names = vertices
    .slice(0, mostNamed)
    .map((vertex) => (ofDocuments ? index.label(vertex) : `'${index.graph.name(vertex)}'`))
  if (!ofDocuments) return describeCycle(eachNameOnce(names), ' across documents')
  const message = `These wait for nodes of one another: ${cycleText(names)}.`
  return { message, hint: 'No node waits for itself, but neither can run without the other.', severity: 'warning' }
}

function locationOf(
  cycle: ProjectCycle,
  document: SpecIndex,
  { whole: { index, position } }: ProjectView,
): Omit<Finding, 'message'> {
  const place = { position, graph: index.graph, moments: new Moments(document) }
  const edge = document.edges.find((one) => isEdgeOf(one, cycle, place))
  const [workflow] = document.entitiesOf('Workflow')
  if (edge === undefined) return { path: workflow === undefined ? '' : pointerOf(workflow) }
  const { path, subject } = edgeFinding(edge, '', { message: '' })
  return subject === undefined ? { path } : { path, subject }
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
    const { index, position } = project.whole
    for (const cycle of index.graph.cyclesThrough(position)) {
      // Where all documents are checked, the first one of a cycle reports it.
      if (project.isPart && cycle.documents[0] !== position) continue
      report({ ...describe(cycle, project), ...locationOf(cycle, document, project) })
    }
  },
}
