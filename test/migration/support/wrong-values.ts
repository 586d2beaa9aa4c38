import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFlowSpecError } from 'flowspec'
import type { Migration } from 'flowspec/migration'
import { isRecord } from '../../../src/document/json/records.ts'

/** Keys and indices from the outside in. */
export type Path = readonly (string | number)[]

/** A value in a source, and where it stands. */
export interface Held {
  readonly path: Path
  readonly value: unknown
}

/** What is told of a source: the notes of its migration, or the errors that end it. */
export function toldBy(migrate: (source: object) => Migration, source: unknown): readonly string[] {
  try {
    return migrate(Object(source)).notes.map(({ what, why }) => `${what}. ${why}`)
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ path, message }) => `${path}: ${message}`)
  }
}

/** All values in a source, what holds others before these. */
export function* valuesIn(value: unknown, path: Path = []): Generator<Held> {
  if (path.length > 0) yield { path, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* valuesIn(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** What cannot stand in the place of a value, whatever it says: neither texts nor numbers are lists or objects. */
export function wrongFor(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return ['x', 7, {}, true]
  return isRecord(value) ? ['x', 7, [], true] : [{}, ['x']]
}

/** A copy of a source with another value at a place. */
export function withValue(source: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(source)) return source.map((item, at) => (at === key ? withValue(item, rest, value) : item))
  if (!isRecord(source)) throw new Error(`nothing stands at ${key}`)
  return { ...source, [key]: withValue(source[key], rest, value) }
}

/** The last name in a path, which is that of a field or of the list that something stands in. */
export function fieldOf(path: Path): string {
  return String(path.findLast((key) => typeof key === 'string'))
}

const reading = /\.(?:value|text|code|integer|number|flag|word|record|list|records|texts|textOrTexts)\(([^()]*)\)/g

/** The names of all fields that the files of a folder of the room read. */
export function fieldsReadIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const calls = files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(reading)])
  return new Set(calls.flatMap(([, names = '']) => [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)))
}
