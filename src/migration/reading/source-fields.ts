import { showType, showValue } from '../../diagnostics/show-value.ts'
import { isEmpty, isRecord } from '../../document/json/records.ts'
import type { NoteTaker } from '../note.ts'
import { codeIn, type Fields, inTable, textOf } from './lenient.ts'

/** The words that a field may hold, in capitals, and what they mean. */
export interface KnownWords<Meaning> {
  readonly known: Readonly<Record<string, Meaning>>
  /** What is meant where nothing is said. */
  readonly usual: Meaning
  /** What stands for a word that is not known, where that is not what is usual. */
  readonly unknown?: { readonly meaning: Meaning; readonly why: string }
}

/** What a source wraps a value in is taken off before it is looked at. */
export type Unwrap = (value: unknown, name: string) => unknown

const asItIs: Unwrap = (value) => value

/** A field that says something and that nothing was read of. */
export interface UnreadField {
  /** The field, behind the one that its object stands in: `dependence.checkInterval`. */
  readonly name: string
  /** The last part of the name. */
  readonly field: string
  readonly value: unknown
}

/** An object of which fields were asked for, and which. */
interface AskedObject {
  readonly place: string
  readonly asked: Set<string>
}

/**
 * An object of a source, whose fields are asked for by what they have to hold. What is there and is something else is
 * told, for it would be taken as left out: nothing else reads fields of a source. None, null and a blank text say nothing.
 * Where several names are given, the versions of a source call a field so, and the first that says something counts.
 */
export class SourceFields {
  readonly #fields: Fields
  readonly #note: NoteTaker
  readonly #unwrap: Unwrap
  readonly #asked: Set<string>
  /** The object that is read, and those in it, in the order they were asked for. */
  readonly #objects: Map<Fields, AskedObject>

  constructor(
    fields: Fields,
    note: NoteTaker,
    unwrap: Unwrap = asItIs,
    objects: Map<Fields, AskedObject> = new Map(),
    place = '',
  ) {
    this.#fields = fields
    this.#note = note
    this.#unwrap = unwrap
    this.#objects = objects
    const { asked } = objects.get(fields) ?? { asked: new Set<string>() }
    this.#asked = asked
    objects.set(fields, { place, asked })
  }

  /** The first of the fields that says something, whatever it is. */
  value(...names: readonly string[]): unknown {
    return this.#first(names)?.value
  }

  /** A text, or the digits of a number. */
  text(...names: readonly string[]): string | undefined {
    return this.#read(names, 'A text', textOf)
  }

  /** A text by which others refer to something, without what stands around it. */
  code(...names: readonly string[]): string | undefined {
    return this.text(...names)?.trim()
  }

  /** A whole number, which sources write as a text too. */
  integer(...names: readonly string[]): number | undefined {
    return this.#read(names, 'A whole number', (value) => {
      const text = codeIn(value)
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
    })
  }

  /** A number, whole or not. */
  number(...names: readonly string[]): number | undefined {
    return this.#read(names, 'A number', (value) => {
      const text = codeIn(value)
      return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined
    })
  }

  flag(...names: readonly string[]): boolean | undefined {
    return this.#read(names, 'True or false', (value) => {
      const text = wordIn(value).toLowerCase()
      return text === 'true' || text === 'false' ? text === 'true' : undefined
    })
  }

  /** What the word in a field means; one that is not known is told. */
  word<Meaning>(words: KnownWords<Meaning>, ...names: readonly string[]): Meaning {
    const found = this.#first(names)
    if (found === undefined) return words.usual
    const word = wordIn(found.value).toUpperCase()
    const meaning = inTable(words.known, word)
    if (meaning !== undefined) return meaning
    const why = words.unknown?.why ?? 'it is taken as left out.'
    this.#tell(found.name, showValue(found.value), `It is none of ${Object.keys(words.known).join(', ')}; ${why}`)
    return words.unknown === undefined ? words.usual : words.unknown.meaning
  }

  /** An object; an empty one when there is none. */
  record(...names: readonly string[]): SourceFields {
    const found = this.#first(names)
    if (found !== undefined && isRecord(found.value)) return this.#inner(found.value, found.name)
    if (found !== undefined) this.#tellKind(found.name, showType(found.value), 'An object')
    return new SourceFields({}, this.#note, this.#unwrap)
  }

  /** An object that is looked at for itself: what is not read of it is told apart from what stands around it. */
  apart(name: string): SourceFields {
    const { value } = this.#first([name]) ?? {}
    return isRecord(value) ? new SourceFields(value, this.#note, this.#unwrap) : this.record(name)
  }

  /** The items of a list; none where there is none. */
  list(...names: readonly string[]): readonly unknown[] {
    const found = this.#first(names)
    if (found === undefined) return []
    if (Array.isArray(found.value)) return found.value.map((item) => this.#unwrap(item, found.name))
    this.#tellKind(found.name, showType(found.value), 'A list')
    return []
  }

  /** The objects in a list. */
  records(...names: readonly string[]): readonly SourceFields[] {
    return this.list(...names).flatMap((item, at) => {
      if (isRecord(item)) return [this.#inner(item, this.#nameOf(names))]
      this.#tellKind(`${this.#nameOf(names)}[${at}]`, showType(item), 'An object')
      return []
    })
  }

  /** The texts in a list that say something. */
  texts(...names: readonly string[]): readonly string[] {
    return this.list(...names).flatMap((item, at) => {
      const text = textOf(item)
      if (text !== undefined) return text.trim() === '' ? [] : [text]
      this.#tellKind(`${this.#nameOf(names)}[${at}]`, showType(item), 'A text')
      return []
    })
  }

  /** A text, or several that stand in a list. */
  textOrTexts(...names: readonly string[]): readonly string[] {
    const { value } = this.#first(names) ?? {}
    return Array.isArray(value) ? this.texts(...names) : [this.text(...names) ?? ''].filter((text) => text !== '')
  }

  names(): readonly string[] {
    return Object.keys(this.#fields)
  }

  /** The texts of all fields, by their names. */
  allTexts(): readonly (readonly [name: string, text: string])[] {
    return this.names().flatMap((name) => {
      const text = this.text(name)
      return text === undefined ? [] : [[name, text] as const]
    })
  }

  /** Whether a field says something and was never asked for. */
  isUnasked(name: string): boolean {
    return !this.#asked.has(name) && isTelling(this.#own(name))
  }

  /** Fields that say something and were never asked for, here and in the objects that were. */
  unread(): readonly UnreadField[] {
    const found = new Map<string, UnreadField>()
    for (const [fields, { place, asked }] of this.#objects) {
      for (const field of Object.keys(fields)) {
        const value = this.#unwrap(fields[field], field)
        const name = place === '' ? field : `${place}.${field}`
        if (!asked.has(field) && isTelling(value) && !found.has(name)) found.set(name, { name, field, value })
      }
    }
    return [...found.values()]
  }

  #own(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#unwrap(this.#fields[name], name) : undefined
  }

  #first(names: readonly string[]): { readonly name: string; readonly value: unknown } | undefined {
    for (const name of names) this.#asked.add(name)
    const name = names.find((one) => saysSomething(this.#own(one)))
    return name === undefined ? undefined : { name, value: this.#own(name) }
  }

  #nameOf(names: readonly string[]): string {
    return this.#first(names)?.name ?? ''
  }

  #read<Value>(
    names: readonly string[],
    expected: string,
    read: (value: unknown) => Value | undefined,
  ): Value | undefined {
    const found = this.#first(names)
    if (found === undefined) return undefined
    const value = read(found.value)
    if (value === undefined) this.#tellKind(found.name, showValue(found.value), expected)
    return value
  }

  #inner(fields: Fields, place: string): SourceFields {
    return new SourceFields(fields, this.#note, this.#unwrap, this.#objects, place)
  }

  #tellKind(name: string, shown: string, expected: string): void {
    this.#tell(name, shown, `${expected} belongs there; it is taken as left out.`)
  }

  #tell(name: string, shown: string, why: string): void {
    this.#note({
      what: `${name}: ${shown}`,
      why,
      wayOut: 'Look at what is meant, and mend it in the source or in the code.',
    })
  }
}

/** The word that a value is, among them true and false; the empty text for what is none. */
function wordIn(value: unknown): string {
  return typeof value === 'boolean' ? String(value) : codeIn(value)
}

/** Whether a value says something, and not that something is left out. */
function isTelling(value: unknown): boolean {
  return saysSomething(value) && value !== false && !isEmpty(value)
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')
}
