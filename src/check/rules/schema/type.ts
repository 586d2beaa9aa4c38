import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import type { EntityName } from '../../../language/generated/entity-name.ts'
import { entityTable } from '../../../language/generated/entity-table.ts'
import { moreItems } from '../../../language/validate.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { type ShapeFault, shapeRule } from '../../engine/shape-rule.ts'

type Mild = Omit<Finding, 'path' | 'subject'>

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

/** Whether a number is still the one that was written. */
function isExact(value: unknown): boolean {
  return typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)
}

/** How to write a number as text. */
function asText(value: unknown): string {
  return isExact(value)
    ? `Write it as text: "${showValue(value)}".`
    : 'Digits are lost: read the document with readSpec, or write text.'
}

/** Fields whose text has a form, which rules judge that pass numbers over. */
const formed: ReadonlySet<string> = new Set([
  'command',
  'cron',
  'endTime',
  'language',
  'name',
  'path',
  'startTime',
  'timezone',
])

/** Entities of whose fields the reference implementation makes no text of numbers. */
const strict: ReadonlySet<EntityName> = new Set(['Depend', 'Variable'])

/** The whole numbers that text can stand for, none of which is too large for the reference implementation. */
const wholeNumber = /^-?\d{1,9}$/

/** What the reference implementation reads in the place of a value of another type; undefined where it may read nothing. */
function readAs(value: unknown, type: string): number | string | undefined {
  if (type === 'integer') return typeof value === 'string' && wholeNumber.test(value) ? Number(value) : undefined
  const isNumber = Number.isFinite(asNumber(value))
  return type === 'string' && isNumber && isExact(value) ? showValue(value) : undefined
}

/** A number for text, or text for a number, which would be right if it were written as such. */
function mildFault({ entity, field, value }: ShapeFault, wanted: string, type: string): Mild | undefined {
  const read = strict.has(entity.name) || formed.has(field) ? undefined : readAs(value, type)
  const shape = entityTable[entity.name].values.get(field)
  if (read === undefined || shape === undefined || !shape.checks.every((check) => check.holds(read))) return undefined
  const message = `${field} is ${showValue(value)}, but it takes ${wanted}.`
  const hint = typeof read === 'number' ? `Write it as a number: ${read}.` : asText(value)
  return { severity: 'warning', message, hint }
}

const listedFiles: Mild = {
  severity: 'warning',
  message: 'files is a list, as the official schema has it, of which the reference implementation reads nothing.',
  hint: 'Write an object of lists: { "oss": […] }, or { "hdfs": […] }.',
}

/** A field holds a value of another type than it takes. */
export const schemaType: Rule = shapeRule(
  {
    name: 'schema/type',
    severity: 'error',
    summary:
      'A value has another type than its field takes; a warning where it is a number for text, or text of a whole number for one.',
    evidence:
      'Field types of the reference implementation 2.0.0 and of the official schema; where they differ, as of files, it is a warning. The implementation makes text of numbers and numbers of text, which the official schema does not, but in no variable, dependency or list of words.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.extra({ priority: 'high' }))

      export const right = orders.nodes(ods.extra({ priority: 3 }))
    `,
  },
  ['type', moreItems],
  (fault) => {
    const { field, value, error } = fault
    if (error.keyword === moreItems) {
      const message = `${String(error.params['count'])} more items of ${field} are not what it takes.`
      return { message, hint: 'Mend those that are told, and check again.' }
    }
    if (fault.entity.name === 'Spec' && field === 'files' && Array.isArray(value)) return listedFiles
    const type = String(error.params['type'])
    const wanted = words[type] ?? type
    const mild = mildFault(fault, wanted, type)
    if (mild !== undefined) return mild
    const isNumber = asNumber(value) !== undefined
    return {
      message: `${field === '' ? 'This value' : field} is ${showValue(value)}, but it takes ${wanted}.`,
      ...(wanted === 'text' && isNumber ? { hint: asText(value) } : {}),
    }
  },
)
