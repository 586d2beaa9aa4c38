import { type ObjectSchema, S } from 'fluent-json-schema'
import { reference } from './reference.ts'

export const dqcRuleSchema: ObjectSchema = S.object()
  .description('A data quality rule.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier.'))
  .prop('name', S.string().description('Name.'))
  .prop('description', S.string().description('Free text.'))
  .prop('table', S.string().description('The table that is looked at.'))
  .prop('calcEngine', reference('CalcEngine', 'Engine that holds the table.'))
  .prop('partitionExpression', S.string().description('Which partitions are looked at.'))
  .prop('schedulerNode', reference('Depend', 'The node whose run starts the rule.'))
  .prop('ruleConfig', S.string().description('The rule as JSON text.'))
