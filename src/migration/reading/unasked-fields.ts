import { type NoteTaker, namesOf } from '../note.ts'
import { textOf } from './lenient.ts'
import type { SourceFields, UnreadField } from './source-fields.ts'

/** Fields that need not be told of: those that say nothing of what runs, and values that are the usual ones. */
export interface QuietFields {
  /** Their names, alone or behind that of the field that their object stands in; `params.*` are all in an object. */
  readonly quiet: ReadonlySet<string>
  /** What others hold where nothing is meant, in capitals, as texts. */
  readonly usual: ReadonlyMap<string, readonly string[]>
}

/** The names in a text, and the usual values in another: `name=value`, or `name=one|other`. */
export function quietFields(quiet: string, usual: string): QuietFields {
  const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
  const pairs = words(usual).map(
    (pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const,
  )
  return {
    quiet: new Set(words(quiet)),
    usual: new Map(pairs.map(([name, value]) => [name, value.toUpperCase().split('|')])),
  }
}

function isUsual({ name, field, value }: UnreadField, usual: QuietFields['usual']): boolean {
  const expected = usual.get(name) ?? usual.get(field)
  const held = typeof value === 'boolean' ? String(value) : textOf(value)
  return held !== undefined && expected?.includes(held.trim().toUpperCase()) === true
}

/**
 * Tells of fields that say something and that nothing was read of: of those that are known and mean something else here, and of
 * those that are not known.
 *
 * @param kind - what they stand in
 */
export function noteUnread(fields: SourceFields, { quiet, usual }: QuietFields, kind: string, note: NoteTaker): void {
  const names = fields.unread().flatMap((one) => {
    const around = one.name.slice(0, Math.max(0, one.name.length - one.field.length))
    const isQuiet = [one.field, one.name, `${around}*`].some((name) => quiet.has(name)) || isUsual(one, usual)
    return isQuiet ? [] : [one.name.slice(0, 60)]
  })
  if (names.length === 0) return
  note({
    what: `${namesOf(names, mostNames)} of ${kind}`,
    why: 'It is not carried: nothing here means the same, as far as is known.',
    wayOut: 'Look at what it does there, and write that into the code.',
  })
}

/** How many fields are named: more than any version has. */
const mostNames = 40
