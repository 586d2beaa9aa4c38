import { isRecord, setField } from '../../document/json/records.ts'

/** Values by the names that placeholders have. */
export type Properties = ReadonlyMap<string, string>

/** The name of the placeholder for the identifier of the project. */
export const identifierProperty = 'projectIdentifier'

/** The names that Git mode fills in; all others, such as `${bizdate}`, are parameters of the schedule. */
const fillable = /^(?:projectIdentifier$|spec\.|script\.)/

/** Reads a file of properties: lines `key=value`, comments with `#` or `!`. */
export function readProperties(text: string): Properties {
  const properties = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const said = line.trim()
    const end = said.search(/[=:]/)
    if (end < 1 || /^[#!]/.test(said)) continue
    properties.set(said.slice(0, end).trimEnd(), said.slice(end + 1).trimStart())
  }
  return properties
}

function filledText(text: string, properties: Properties): string {
  return text.replaceAll(/\$\{([^${}]+)\}/g, (placeholder, name: string) =>
    fillable.test(name) ? (properties.get(name) ?? placeholder) : placeholder,
  )
}

interface Task {
  readonly source: object
  readonly target: Record<string, unknown> | unknown[]
}

/** A copy of a value of JSON with its placeholders filled in, as far as there are values; without recursion. */
export function filledIn(value: unknown, properties: Properties): unknown {
  const tasks: Task[] = []
  const copyOf = (held: unknown): unknown => {
    if (typeof held === 'string') return filledText(held, properties)
    if (!Array.isArray(held) && !isRecord(held)) return held
    const target = Array.isArray(held) ? [] : {}
    tasks.push({ source: held, target })
    return target
  }
  const copy = copyOf(value)
  for (const { source, target } of tasks) {
    for (const [key, held] of Object.entries(source)) {
      if (Array.isArray(target)) target.push(copyOf(held))
      else setField(target, key, copyOf(held))
    }
  }
  return copy
}
