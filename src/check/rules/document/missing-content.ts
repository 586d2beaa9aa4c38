import { type Entity, hasShape } from '../../../document/index/entity.ts'
import { isRecord, readText } from '../../../document/json/records.ts'
import type { EntityName } from '../../../language/generated/entity-name.ts'
import { isOnlyComments } from '../../code/comments.ts'
import { type EntityFinding, entityRule } from '../../engine/entity-rule.ts'
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

const words: Readonly<Partial<Record<EntityName, readonly [what: string, content: string]>>> = {
  Component: ['component', 'SQL'],
  DataIntegrationJob: ['job', 'content'],
}

/** What an entity lacks that is its content and nothing else; one without a script is a fault of its own. */
function contentFault(entity: Entity): EntityFinding | undefined {
  const [what, lacking] = words[entity.name] ?? []
  const script = entity.child('script')
  const content = script?.value['content'] ?? ''
  if (what === undefined || script === undefined || typeof content !== 'string' || !hasShape(script)) return undefined
  const isComments = entity.name === 'Component' && isOnlyComments(content, 'sql')
  if (content.trim() !== '' && !isComments) return undefined
  const message = `This ${what} has no ${lacking}${isComments ? ', but comments alone' : ''}.`
  return { field: '', message, hint: 'Add .code(…).' }
}

/** A function has no class, a resource no file, or a component or job no content. */
export const documentMissingContent: Rule = entityRule(
  {
    name: 'document/missing-content',
    severity: 'warning',
    summary:
      'A function has neither a class nor embedded code, a component no SQL, or a job no content; a note where a resource has no file.',
    evidence:
      'Node documentation: className is what a function calls. CreateResource takes the file apart from the document, in ResourceFile. What script.content says stands for both; components and jobs have nothing else.',
    example: `
      import { udf } from 'flowspec'

      const concat = udf('concat').type('string').resources('concat.jar')

      export const wrong = concat

      export const right = concat.className('com.example.Concat')
    `,
  },
  ['Function', 'FileResource', 'Component', 'DataIntegrationJob'],
  (entity) => {
    const { name, value, parent } = entity
    if (parent?.name !== 'Spec') return undefined
    if (name === 'Component' || name === 'DataIntegrationJob') return contentFault(entity)
    if (saysMore(entity)) return undefined
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
