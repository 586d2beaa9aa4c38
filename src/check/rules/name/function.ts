import { showValue } from '../../../diagnostics/show-value.ts'
import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A function has a name the service does not take. */
export const nameFunction: Rule = entityRule(
  {
    name: 'name/function',
    severity: 'warning',
    summary: 'The name of a function is no letter followed by at most 127 letters, digits and "_".',
    evidence: 'CreateFunction: names begin with a letter and have letters, digits and underscores, 128 at most.',
    example: `
      const script = { path: 'functions/clean', runtime: { command: 'ODPS_FUNCTION' } }
      const udf = (name: string) => ({
        kind: 'Function',
        version: '2.0.0',
        spec: { functions: [{ name, type: 'other', className: 'com.example.Clean', script: { ...script, path: \`functions/\${name}\` } }] },
      })

      export const wrong = udf('clean-text')

      export const right = udf('clean_text')
    `,
  },
  ['Function'],
  ({ value, parent }) => {
    const name = readText(value, 'name')
    if (name === undefined || parent?.name !== 'Spec' || /^[a-z]\w{0,127}$/i.test(name)) return undefined
    return {
      field: 'name',
      message: `${showValue(name)} is not a name for a function.`,
      hint: 'Write letters, digits and underscores only.',
    }
  },
)
