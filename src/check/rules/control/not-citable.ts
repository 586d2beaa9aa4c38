import { hasShape } from '../../../document/index/entity.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** A sub-process node runs a workflow that does not say it may be. */
export const controlNotCitable: Rule = {
  name: 'control/not-citable',
  severity: 'warning',
  summary: 'A SUB_PROCESS node runs a workflow of the document that is not citable, or the output of a node.',
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
  run(index, report) {
    const flows = index.entitiesOf('SubFlow').filter(({ field }) => field === 'subflow')
    if (flows.length === 0) return
    const workflows = new Map(index.entitiesOf('Workflow').map((workflow) => [workflow.value['id'], workflow]))
    for (const flow of flows) {
      const { output, id } = flow.value
      const cited = index.outputs.first.get(String(output))?.owner ?? (id ? workflows.get(id) : undefined)
      if (cited === undefined || cited.value['citable'] === true || !hasShape(flow)) continue
      const fault = cited.name === 'Workflow' ? 'is not citable' : 'is no workflow'
      report(findingAt(flow, '', { message: `This node runs '${String(cited.value['name'])}', which ${fault}.` }))
    }
  },
}
