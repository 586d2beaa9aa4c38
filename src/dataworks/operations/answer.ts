import { isRecord, recordsOf } from '../../document/json/records.ts'

/** An object of an answer, its field names as on the wire. */
export type Answer = Readonly<Record<string, unknown>>

const nothing: Answer = {}

/** Thrown when an answer lacks a field that it has to have. */
export class MissingFieldError extends Error {
  readonly field: string

  constructor(field: string) {
    super(`the answer has no usable ${field}`)
    this.field = field
  }
}

function fieldOf(answer: Answer, field: string): unknown {
  return Object.hasOwn(answer, field) ? answer[field] : undefined
}

/** The text in a field; a number is written as text, so that an id comes out the same in both of its wire types. */
export function textIn(answer: Answer, field: string): string | undefined {
  const value = fieldOf(answer, field)
  if (typeof value === 'string') return value
  return typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : undefined
}

/** The text in a field that has to be there. */
export function requiredText(answer: Answer, field: string): string {
  const text = textIn(answer, field)
  if (text === undefined || text === '') throw new MissingFieldError(field)
  return text
}

/** The text of a document, which is an object in JSON. One that was cut off is none, and is asked for again. */
export function requiredDocument(answer: Answer, field: string): string {
  const text = requiredText(answer, field)
  if (!/^\s*\{/.test(text) || text.trimEnd().at(-1) !== '}') throw new MissingFieldError(field)
  return text
}

/** The text in a field that an answer may also leave empty, to say that there is none. */
export function filledText(answer: Answer, field: string): string | undefined {
  return textIn(answer, field) || undefined
}

/** The texts in a list field, numbers among them written as text; none when it is absent. */
export function textsIn(answer: Answer, field: string): readonly string[] {
  const value = fieldOf(answer, field)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  return items.flatMap((item) => textIn({ item }, 'item') ?? [])
}

/** The first of several fields that holds some text. */
export function firstText(answer: Answer, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = filledText(answer, name)
    if (text !== undefined) return text
  }
  return undefined
}

/** The number in a field, which some operations send as text. */
export function numberIn(answer: Answer, field: string): number | undefined {
  const value = fieldOf(answer, field)
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined
}

/** The flag in a field, which some operations send as the text `True` or `False`. */
export function flagIn(answer: Answer, field: string): boolean | undefined {
  const value = fieldOf(answer, field)
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  const text = value.toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** The object in a field; an empty one when it is absent. */
export function objectIn(answer: Answer, field: string): Answer {
  const value = fieldOf(answer, field)
  return isRecord(value) ? value : nothing
}

/** The object in a field that has to be there. */
export function requiredObject(answer: Answer, field: string): Answer {
  const value = fieldOf(answer, field)
  if (!isRecord(value)) throw new MissingFieldError(field)
  return value
}

/** The objects in a list field; none when it is absent. */
export function objectsIn(answer: Answer, field: string): readonly Answer[] {
  return recordsOf(fieldOf(answer, field))
}
