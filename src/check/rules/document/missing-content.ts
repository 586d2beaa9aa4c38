import { type Entity, hasShape } from '../../../document/index/entity.ts'
import { isRecord, readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** The fields that the content of a script says again; undefined where it is another text, or none. */
function fieldsIn(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const fields: unknown = JSON.parse(content)
    return isRecord(fields) ? fields : undefined
  } catch {
    // Content of another kind may say everything there is.
    return undefined
  }
}

const isCallable = (fields: Readonly<Record<string, unknown>>): boolean =>
  isGiven(fields['className']) || isGiven(fields['embeddedCode'])

/** Whether the script of a function or resource cannot be read, or its content says all there is to say. */
function saysMore(entity: Entity): boolean {
  const script = entity.child('script')
  if (script === undefined) return isGiven(entity.value['script'])
  const content = (readText(script.value, 'content') ?? '').trim()
  if (!hasShape(script) || content === '') return !hasShape(script)
  const fields = fieldsIn(content)
  return fields === undefined || entity.name !== 'Function' || isCallable(fields)
}

/** A function has no class, or a resource no file. */
export const documentMissingContent: Rule = entityRule(
  {
    name: 'document/missing-content',
    severity: 'warning',
    summary: 'A function has neither a class nor embedded code; a note where a resource has no file.',
    evidence:
      'Node documentation: className is what a function calls. CreateResource takes the file apart from the document, in ResourceFile. What script.content says stands for both.',
    example: `
      import { udf } from 'flowspec'

      const concat = udf('concat').type('string').resources('concat.jar')

      export const wrong = concat

      export const right = concat.className('com.example.Concat')
    `,
  },
  ['Function', 'FileResource'],
  (entity) => {
    const { name, value, parent } = entity
    if (parent?.name !== 'Spec' || saysMore(entity)) return undefined
    if (name === 'Function') {
      if (isCallable(value)) return undefined
      return {
        field: '',
        message: 'This function has no class and no embedded code.',
        hint: 'Add .className(…) or .embedded(…).',
      }
    }
    if (isGiven(value['file'])) return undefined
    const message = 'This resource has no file, so that it must be sent beside the document.'
    return { field: '', message, hint: 'Add .file(…).', severity: 'info' }
  },
)
