import { hasShape } from '../../../document/index/entity.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const flows: readonly string[] = ['nodes', 'workflows']

/** The lists that documents of a kind are about. */
const lists: Readonly<Record<string, readonly string[]>> = {
  CycleWorkflow: flows,
  ManualWorkflow: flows,
  TriggerWorkflow: flows,
  Node: ['nodes'],
  ManualNode: ['nodes'],
  PaiFlow: flows,
  Resource: ['fileResources'],
  Function: ['functions'],
  Component: ['components'],
  Table: ['tables'],
  DataSource: ['datasources'],
  DataQuality: ['dqcRules'],
  DataIntegrationJob: ['dataIntegrationJobs'],
}

const everyList: readonly string[] = [...new Set(Object.values(lists).flat())]

const entries = (value: Readonly<Record<string, unknown>>, field: string): boolean => {
  const held = value[field]
  return held !== undefined && held !== null && !(Array.isArray(held) && held.length === 0)
}

/** The body of a document has nothing of its kind. */
export const documentBody: Rule = entityRule(
  {
    name: 'document/body',
    severity: 'warning',
    summary: 'The body of a document is empty, or has nothing of the kind that the document says it is of.',
    evidence: 'The official schema says which list documents of a kind must have; other lists are not looked at.',
    example: `
      const script = { path: 'retail/load.py', runtime: { command: 'ODPS_PYTHON' }, content: 'print(1)' }
      const resource = (spec: object) => ({ kind: 'Resource', version: '2.0.0', spec })

      // Nodes belong to documents of other kinds.
      export const wrong = resource({ nodes: [{ id: 'load', name: 'load', script: { path: 'retail/load', runtime: { command: 'VIRTUAL' } } }] })

      export const right = resource({ fileResources: [{ name: 'load.py', type: 'python', script }] })
    `,
  },
  ['Spec'],
  ({ value, parent }) => {
    const kind = String(parent?.value['kind'])
    const own = lists[kind]
    if (own === undefined || !hasShape(parent) || own.some((list) => list in value)) return undefined
    const others = everyList.filter((list) => entries(value, list))
    const hint = `Documents of kind ${kind} have ${own.join(' or ')}.`
    if (others.length > 0)
      return { field: others[0] ?? '', message: `A document of kind ${kind} has ${others.join(', ')}.`, hint }
    return { field: '', message: `The body of this document of kind ${kind} has none of its entities.`, hint }
  },
)
