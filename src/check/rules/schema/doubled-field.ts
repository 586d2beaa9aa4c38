import { spellings } from '../../../document/spellings.ts'
import type { EntityName } from '../../../language/generated/entity-name.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Of inputs and outputs all spellings of a group are read, one after the other. */
const names: readonly EntityName[] = ['Workflow', 'Node', 'DoWhile', 'Variable', 'Component']

/** What is not there says nothing that could be lost, nor does a workflow by an empty list, beside which the other is read. */
const isNothing = (name: EntityName, held: unknown): boolean =>
  held === undefined || held === null || (name === 'Workflow' && Array.isArray(held) && held.length === 0)

/** A spelling of a field beside another one that has a value too. */
function doubled(name: EntityName, value: Readonly<Record<string, unknown>>): readonly [string, string] | undefined {
  const others = spellings[name] ?? {}
  // Hardly any entity has another spelling than that of the schema.
  if (!Object.keys(others).some((spelling) => Object.hasOwn(value, spelling))) return undefined
  const seen = new Map<string, string>()
  // The spelling of the schema first, so that it is the other one that is told.
  for (const spelling of [...new Set(Object.values(others)), ...Object.keys(others)]) {
    if (!Object.hasOwn(value, spelling) || isNothing(name, value[spelling])) continue
    const field = Object.hasOwn(others, spelling) ? (others[spelling] ?? spelling) : spelling
    const first = seen.get(field)
    if (first !== undefined) return [first, spelling]
    seen.set(field, spelling)
  }
  return undefined
}

/** A field has values in two spellings. */
export const schemaDoubledField: Rule = entityRule(
  {
    name: 'schema/doubled-field',
    severity: 'warning',
    summary: 'One field has values in two spellings, of which the service reads one.',
    evidence:
      'The parser of the reference implementation has one field for both, so that one value goes the way of the other without a word.',
    example: `
      const node = (name: string, command: string, more: object = {}) => ({
        id: name,
        name,
        script: { path: name, runtime: { command } },
        ...more,
      })

      const loop = (more: object) => ({
        kind: 'Node',
        version: '1.1.0',
        spec: { nodes: [node('again', 'CONTROLLER_CYCLE', more)] },
      })

      const body = { nodes: [node('start', 'CONTROLLER_CYCLE_START'), node('end', 'CONTROLLER_CYCLE_END')] }

      export const wrong = loop({ 'do-while': body, doWhile: { maxIterations: 3 } })

      export const right = loop({ 'do-while': { ...body, maxIterations: 3 } })
    `,
  },
  names,
  ({ name, value }) => {
    const [first, other] = doubled(name, value) ?? []
    if (first === undefined || other === undefined) return undefined
    return {
      field: other,
      message: `'${other}' and '${first}' are one field in two spellings, and only one of the values is read.`,
      hint: `Keep the one that is meant, as '${spellings[name]?.[other] ?? first}'.`,
    }
  },
)
