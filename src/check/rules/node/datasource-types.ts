import { hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { eachEntityRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** One data source is said to be of two types. */
export const nodeDatasourceTypes: Rule = eachEntityRule(
  {
    name: 'node/datasource-types',
    severity: 'warning',
    summary: 'Two nodes name one data source and give it different types.',
    evidence: 'A workspace has one data source of a name, and that is of one type.',
    example: `
    import { hologresSql, odpsSql, workflow } from 'flowspec'

    const nodes = [odpsSql('ods').code('select 1'), hologresSql('report').code('select 2')] as const
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(...nodes)

    export const wrong = orders.defaults({ datasource: 'odps_first' })

    export const right = orders.defaults({ datasource: { odps: 'odps_first', hologres: 'holo_first' } })
  `,
  },
  ['Datasource'],
  (_index, report) => {
    const known = new Map<string, string>()
    return (datasource) => {
      const name = readText(datasource.value, 'name') ?? ''
      const type = readText(datasource.value, 'type')?.toLowerCase() ?? ''
      if (name === '' || type === '' || !hasShape(datasource)) return
      const first = known.get(name)
      if (first === undefined) known.set(name, type)
      // The service itself writes flink_serverless where flink was given.
      if (first === undefined || first.startsWith(type) || type.startsWith(first)) return
      const message = `The data source '${name}' is of type '${type}' here, and of '${first}' elsewhere.`
      report(findingAt(datasource, 'type', { message, hint: 'Give each engine a data source of its own.' }))
    }
  },
)
