import { type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { workflowKey } from '../../project/document-facts.ts'
import type { ProjectView } from '../../project/project-view.ts'

/** A sub-process node runs a workflow that does not say it may be. */
export const controlNotCitable: Rule = {
  name: 'control/not-citable',
  severity: 'warning',
  summary:
    'A SUB_PROCESS node runs a workflow of the document or the project that is not citable, or the output of a node.',
  evidence: 'The reference model: a sub-process may run a workflow with citable true.',
  example: `
    const call = { name: 'call', script: { path: 'clean/call', runtime: { command: 'SUB_PROCESS' } }, subflow: { id: 'c' } }
    const clean = { id: 'c', name: 'clean', script: { path: 'clean', runtime: { command: 'WORKFLOW' } }, nodes: [call] }
    const document = (citable: boolean) => ({
      kind: 'TriggerWorkflow',
      version: '1.1.0',
      spec: { workflows: [{ ...clean, citable }] },
    })

    export const wrong = document(false)

    export const right = document(true)
  `,
  run(index, report, project) {
    const flows = index.entitiesOf('SubFlow').filter(({ field }) => field === 'subflow')
    if (flows.length === 0) return
    const workflows = new Map(index.entitiesOf('Workflow').map((workflow) => [workflow.value['id'], workflow]))
    for (const flow of flows) {
      if (!hasShape(flow)) continue
      const { output, id } = flow.value
      const cited = index.outputs.first.get(String(output))?.owner ?? (id ? workflows.get(id) : undefined)
      const fault = cited === undefined ? faultOfOther(flow, project) : faultOf(cited)
      if (fault !== undefined) report(findingAt(flow, '', fault))
    }
  },
}

type Fault = Pick<Finding, 'message' | 'hint'>

const notCitable = (name: string): Fault => ({
  message: `This node runs '${name}', which is not citable.`,
  hint: 'Let others run it: .citable(true) of the workflow.',
})

const noWorkflow = (name: string): Fault => ({
  message: `This node runs '${name}', which is no workflow.`,
  hint: 'Give a workflow: .runs(workflow.outputOf()).',
})

/** What is wrong with what stands in the document itself. */
function faultOf(cited: Entity): Fault | undefined {
  if (cited.value['citable'] === true) return undefined
  const name = String(cited.value['name'])
  return cited.name === 'Workflow' ? notCitable(name) : noWorkflow(name)
}

/** What is wrong with what another document of the project offers. */
function faultOfOther({ value }: Entity, project: ProjectView | undefined): Fault | undefined {
  const output = readText(value, 'output')
  const id = readText(value, 'id') ?? ''
  if (project === undefined) return undefined
  if (output === undefined) return faultOfId(id, project)
  if (!project.provides(output)) return undefined
  const workflow = project.workflowOf(output)
  if (workflow === undefined) return noWorkflow(output)
  return workflow.isCitable ? undefined : notCitable(workflow.name)
}

/** What is wrong with the workflow of an id; one that the service gave may be of a workflow that no document has. */
function faultOfId(id: string, project: ProjectView): Fault | undefined {
  const workflow = project.workflowOf(workflowKey(id))
  if (workflow !== undefined) return workflow.isCitable ? undefined : notCitable(workflow.name)
  if (id.trim() === '' || /^\d{15,}$/.test(id)) return undefined
  const message = `This node runs the workflow of the id '${id}', which no document of the project has.`
  const way = '.runs(workflow.outputOf()) names it by its output'
  return {
    message,
    hint: project.has('workflow', id) ? `A workflow is called so: ${way}.` : `Give its id: .id(…); or ${way}.`,
  }
}
