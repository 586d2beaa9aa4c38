import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import { nodeTypeOf, runtimeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

/** A node runs on a data source of another type than its command needs. */
export const nodeDatasource: Rule = entityRule(
  {
    name: 'node/datasource',
    severity: 'warning',
    summary:
      'The type of a data source does not fit the command of its node, or a DI node has a data source of its own.',
    evidence: 'Node documentation, and what nodes of each type have; the sources of a DI node stand in its content.',
    example: `
      import { hologresSql, workflow } from 'flowspec'

      const ods = hologresSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.datasource('odps_first', { type: 'odps' }))

      export const right = orders.nodes(ods.datasource('holo_first', { type: 'hologres' }))
    `,
  },
  ['Datasource'],
  (datasource) => {
    const node = datasource.parent
    const name = readText(datasource.value, 'name') ?? ''
    const runtime = runtimeOf(node)
    if (runtime?.value['command'] === 'DI')
      return {
        field: '',
        message: `A DI node has its sources in its content, and not '${name}'.`,
        hint: 'Leave .datasource(…) out.',
      }
    const type = (readText(datasource.value, 'type') ?? '').toLowerCase()
    const known = nodeTypeOf(runtime)?.datasourceType
    // The service itself writes flink_serverless where flink was given.
    if (known === undefined || type.startsWith(known) || known.startsWith(type)) return undefined
    const command = readText(runtime?.value, 'command') ?? ''
    const message = `The data source '${name}' is of the type '${type}', and ${command} runs on ${known}.`
    return { field: 'type', message, hint: `Give one of that type: .datasource(name, { type: '${known}' }).` }
  },
)
