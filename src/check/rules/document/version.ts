import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const known = ['1.0.0', '1.1.0', '1.2.0', '2.0.0']

/** A document is of a version that is not known. */
export const documentVersion: Rule = entityRule(
  {
    name: 'document/version',
    severity: 'warning',
    summary: 'The version of a document is none of 1.0.0, 1.1.0, 1.2.0 and 2.0.0.',
    evidence:
      'The reference implementation 2.0.0 lists four versions; the page of SQL components shows another, 1.1.2.',
    example: `
      const start = { name: 'start', script: { path: 'start', runtime: { command: 'VIRTUAL' } } }
      const document = { kind: 'Node', spec: { nodes: [start] } }

      export const wrong = { ...document, version: '1.3.0' }

      export const right = { ...document, version: '2.0.0' }
    `,
  },
  ['Document'],
  (document) => {
    const version = readText(document.value, 'version')
    if (version === undefined || known.includes(version)) return undefined
    return { field: 'version', message: `The version ${version} is not known.`, hint: `There are ${known.join(', ')}.` }
  },
)
