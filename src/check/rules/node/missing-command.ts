import { childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { eachEntityRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Where a command is missing: the runtime, or the script without one. Undefined when there is a command. */
function placeWithoutCommand(owner: Entity): Entity | undefined {
  const script = childEntity(owner, 'script')
  if (!hasShape(script)) return undefined
  const runtime = childEntity(script, 'runtime')
  if (runtime === undefined) return script
  const isNamed = (readText(runtime.value, 'command') ?? '') !== '' || (runtime.value['commandTypeId'] ?? null) !== null
  return isNamed || !hasShape(runtime) ? undefined : runtime
}

/** The script of a node or workflow names no command. */
export const nodeMissingCommand: Rule = eachEntityRule(
  {
    name: 'node/missing-command',
    severity: 'error',
    summary: 'The script of a node or workflow names no command.',
    evidence: 'The service answers "script.runtime.command is empty".',
    example: `
    import { node, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(node('ods', '').code('select 1'))

    export const right = orders.nodes(node('ods', 'ODPS_SQL').code('select 1'))
  `,
  },
  ['Workflow', 'Node'],
  (owner, report) => {
    const place = placeWithoutCommand(owner)
    if (place === undefined) return
    const name = readText(owner.value, 'name') ?? ''
    const hint =
      owner.name === 'Workflow' ? 'The command of a workflow is WORKFLOW.' : 'Name the node type, such as ODPS_SQL.'
    report(findingAt(place, '', { message: `'${name}' has no script.runtime.command.`, hint }))
  },
)
