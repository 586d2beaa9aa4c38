import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import type { Rule } from '../../engine/rule.ts'
import { shapeRule } from '../../engine/shape-rule.ts'

/** What to write for words that tools and enumerations have, and that no reader takes. */
const waysOut: ReadonlyMap<unknown, string> = new Map([
  ['Workflow', 'A workflow is CycleWorkflow, ManualWorkflow or TriggerWorkflow.'],
  ['CycleNode', 'A node is Node or ManualNode.'],
  ['DataService', 'Data services are listed by the language, but no reader takes them.'],
  ['DataserviceOrchestrationSpec', 'Data services are no part of the language.'],
  ['WorkflowParameter', 'The scope of such a variable is Workflow.'],
])

/** A field holds one of a fixed list of words; this one is not in the list. */
export const schemaEnum: Rule = shapeRule(
  {
    name: 'schema/enum',
    severity: 'error',
    summary: 'A value is not one of the words its field takes.',
    evidence: 'Enumerations of the reference implementation 2.0.0; unknown words are refused by its parser.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.extra({ recurrence: 'Paused' }))

      export const right = orders.nodes(ods.extra({ recurrence: 'Pause' }))
    `,
  },
  ['enum'],
  ({ field, value, error }) => {
    const allowed = Array.isArray(error.params['allowedValues']) ? error.params['allowedValues'].map(String) : []
    const near = typeof value === 'string' ? didYouMean(value, allowed) : undefined
    if (field === 'artifactType' && value === 'Output') {
      return { severity: 'warning', message: 'artifactType is "Output", the old word.', hint: 'Write NodeOutput.' }
    }
    const list = `It takes ${allowed.join(', ')}.`
    return {
      message: `${field} is ${showValue(value)}, which is none of its words.`,
      hint: waysOut.get(value) ?? (near === undefined ? list : `Did you mean "${near}"? ${list}`),
    }
  },
)
