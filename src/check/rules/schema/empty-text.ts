import type { EntityName } from '../../../language/generated/entity-name.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { describeEntity } from '../../engine/shape-rule.ts'

/** The fields by which something is known or found. Names of nodes and workflows, and paths, are other rules'. */
const sayingFields: ReadonlyMap<EntityName, readonly string[]> = new Map<EntityName, readonly string[]>([
  ['Workflow', ['id']],
  ['Node', ['id']],
  ['NodeReference', ['output']],
  ['NodeOutput', ['data']],
  ['Table', ['guid']],
  ['Variable', ['name']],
  ['Datasource', ['name', 'type']],
  ['RuntimeResource', ['resourceGroup', 'resourceGroupId']],
  ['FileResource', ['name']],
  ['Function', ['name']],
  ['Component', ['name']],
  ['ComponentParameter', ['name']],
  ['Dataset', ['identifier', 'mountPath']],
  ['EnvironmentVariable', ['name']],
  ['DataIntegrationJob', ['name']],
])

// @__NO_SIDE_EFFECTS__
function names(): readonly EntityName[] {
  return [...sayingFields.keys()]
}

/** A field that names something is empty. */
export const schemaEmptyText: Rule = entityRule(
  {
    name: 'schema/empty-text',
    severity: 'warning',
    summary: 'A field that names something, such as the data of an output or the name of a data source, is empty.',
    evidence:
      'What the service finds by such a field cannot be found by no text. The official schema takes any text, and no document at hand has an empty one.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.datasource(''))

      export const right = orders.nodes(ods.datasource('odps_first'))
    `,
  },
  names(),
  (entity) => {
    const field = sayingFields.get(entity.name)?.find((one) => {
      const text = entity.value[one]
      return typeof text === 'string' && text.trim() === ''
    })
    if (field === undefined) return undefined
    const what = entity.value[field] === '' ? 'is empty' : 'is nothing but white space'
    return {
      field,
      message: `The ${field} of ${describeEntity(entity)} ${what}.`,
      hint: 'Say it, or leave the whole out.',
    }
  },
)
