import { isRecord } from '../../../document/json/records.ts'
import type { Rule } from '../../engine/rule.ts'
import { describeEntity, shapeRule } from '../../engine/shape-rule.ts'

/** An entity lacks a field it must have. */
export const schemaMissingField: Rule = shapeRule(
  {
    name: 'schema/missing-field',
    severity: 'error',
    summary: 'An entity lacks a field it must have.',
    evidence: 'Required fields of the official schema and of the reference parser.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.extra({ datasource: { type: 'odps' } }))

      export const right = orders.nodes(ods.extra({ datasource: { type: 'odps', name: 'odps_first' } }))
    `,
  },
  ['required'],
  ({ entity, error }) => {
    const field = String(error.params['missingProperty'])
    // A node outside the document is known by its output alone.
    if (field === 'name' && entity.name === 'Node' && isRecord(entity.value['reference'])) return undefined
    return { message: `${field} is missing; ${describeEntity(entity)} must have it.` }
  },
)
