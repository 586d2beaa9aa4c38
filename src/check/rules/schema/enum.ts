import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { shapeRule } from '../../engine/shape-rule.ts'

type Mild = Omit<Finding, 'path' | 'subject'>

/** What to write for words that tools and enumerations have, and that no reader takes. */
const waysOut: ReadonlyMap<unknown, string> = new Map([
  ['Workflow', 'A workflow is CycleWorkflow, ManualWorkflow or TriggerWorkflow.'],
  ['CycleNode', 'A node is Node or ManualNode.'],
  ['DataService', 'Data services are listed by the language, but no reader takes them.'],
  ['DataserviceOrchestrationSpec', 'Data services are no part of the language.'],
  ['WorkflowParameter', 'The scope of such a variable is Workflow.'],
])

/**
 * What is said of a word that the reference implementation takes, or reads over: it ignores the case of words, except of
 * time units, which are names of Java, and of these it drops the ones it does not know.
 */
function mildFault(field: string, value: string, allowed: readonly string[]): Mild | undefined {
  if (field === 'artifactType' && value === 'Output') {
    return { severity: 'warning', message: 'artifactType is "Output", the old word.', hint: 'Write NodeOutput.' }
  }
  const same = allowed.find((word) => word.toLowerCase() === value.toLowerCase())
  const hint = same === undefined ? `It takes ${allowed.join(', ')}.` : `Write ${same}.`
  if (field === 'timeoutUnit') {
    const message = `timeoutUnit is ${showValue(value)}, which is none of its words.`
    return { severity: 'warning', message, hint }
  }
  if (same === undefined) return undefined
  return { severity: 'warning', message: `${field} is ${showValue(value)}, which is ${same} in another case.`, hint }
}

/** A field holds one of a fixed list of words; this one is not in the list. */
export const schemaEnum: Rule = shapeRule(
  {
    name: 'schema/enum',
    severity: 'error',
    summary: 'A value is not one of the words its field takes.',
    evidence:
      'Enumerations of the reference implementation 2.0.0; unknown words are refused by its parser. It ignores the case, which the official schema does not, and drops time units it does not know: warnings.',
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
    const mild = typeof value === 'string' ? mildFault(field, value, allowed) : undefined
    if (mild !== undefined) return mild
    const list = `It takes ${allowed.join(', ')}.`
    return {
      message: `${field} is ${showValue(value)}, which is none of its words.`,
      hint: waysOut.get(value) ?? (near === undefined ? list : `Did you mean "${near}"? ${list}`),
    }
  },
)
