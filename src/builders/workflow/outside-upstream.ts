import { isRecord } from '../../document/json/records.ts'
import type { ArgumentKind } from '../arguments.ts'
import { NodeImpl } from '../node/node.ts'

const handles: readonly unknown[] = ['workflowOutput', 'projectRoot', 'external', 'dependency']
const workflows: readonly unknown[] = ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow']

function isOutside(value: unknown): boolean {
  if (NodeImpl.stateOf(value) !== undefined) return true
  if (!isRecord(value)) return false
  return handles.includes(value['kind']) || ('toJSON' in value && workflows.includes(value['kind']))
}

/** What a workflow as a whole can come after. */
export const outsideUpstream: ArgumentKind = {
  takes: 'another workflow, a node of one, or what outputOf(), external(), dependency() and projectRoot() give',
  holds: isOutside,
}

/** What a workflow can wait for in its previous cycle. */
export const previousUpstream: ArgumentKind = {
  takes: "'self', 'children', another workflow, a node of one, or what outputOf(), external() and dependency() give",
  holds: (value) => value === 'self' || value === 'children' || isOutside(value),
}
