import { showValue } from '../../../diagnostics/show-value.ts'
import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Kinds of files by the suffixes of their names. */
const suffixes: readonly (readonly [kind: string, suffix: RegExp])[] = [
  ['python', /\.py$/i],
  ['jar', /\.jar$/i],
  ['archive', /\.(?:zip|tgz|tar|tar\.gz)$/i],
]

/** The kind that the name of a file says, where it says one. */
function namedKind(name: string): string | undefined {
  return suffixes.find(([, suffix]) => suffix.test(name))?.[0]
}

/** Whether a resource of a type may be such a file: a jar may be sent as an archive, and anything as a file. */
function fits(type: string, kind: string): boolean {
  return type === kind || (type === 'archive' && kind === 'jar')
}

/** A resource has a name that is one of another kind of file than its type. */
export const nameResource: Rule = entityRule(
  {
    name: 'name/resource',
    severity: 'warning',
    summary:
      'The name of a resource ends as that of another kind of file than its type, such as a jar whose type is python.',
    evidence:
      'Help page "Resource" of MaxCompute: a JAR is .jar, an archive .zip, .tgz, .tar.gz, .tar or .jar, and Python a script. Inferred that code cannot load what is another file than its type says.',
    example: `
      import { fileResource } from 'flowspec'

      const jar = fileResource('concat.jar').file('/jars/concat.jar', { type: 'local' })

      export const wrong = jar.type('python')

      export const right = jar.type('archive')
    `,
  },
  ['FileResource'],
  ({ value }) => {
    const name = readText(value, 'name')
    const type = readText(value, 'type')?.toLowerCase()
    const kind = name === undefined ? undefined : namedKind(name)
    if (type === undefined || kind === undefined || !suffixes.some(([one]) => one === type)) return undefined
    if (fits(type, kind)) return undefined
    return {
      field: 'type',
      message: `The type of the resource is ${showValue(type)}, and ${showValue(name)} is the name of ${kind === 'archive' ? 'an archive' : `a file of type ${kind}`}.`,
      hint: `Give it the type ${kind}, or the name of the file that it is.`,
    }
  },
)
