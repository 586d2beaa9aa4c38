import type { ParameterDraft } from '../target/draft.ts'
import { type ShellPlace, ShellQuotes } from './shell-quotes.ts'

/** What a placeholder in code stands for. */
export interface Placeholder {
  readonly index: number
  readonly text: string
  /** What it is called where it has to have a name. */
  readonly name: string
  /** Its value as DataWorks writes it. */
  readonly value: string
}

/** Code whose placeholders DataWorks fills in. */
export interface FilledCode {
  readonly code: string
  readonly parameters: readonly ParameterDraft[]
}

/** Gives every value a name that code can have. */
class ParameterNames {
  readonly #byValue: Map<string, string> = new Map()
  readonly #taken: Set<string> = new Set()

  nameOf({ name, value }: Placeholder): string {
    const key = JSON.stringify([name, value])
    const known = this.#byValue.get(key)
    if (known !== undefined) return known
    const plain = name.replaceAll(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d)|^$/, 'p_')
    let unique = plain
    for (let count = 2; this.#taken.has(unique); count++) unique = `${plain}_${count}`
    this.#taken.add(unique)
    this.#byValue.set(key, unique)
    return unique
  }
}

/** A placeholder with its name, as the code has it. */
interface NamedPlaceholder extends Placeholder {
  readonly parameter: string
}

function named(placeholders: readonly Placeholder[]): readonly NamedPlaceholder[] {
  const names = new ParameterNames()
  return placeholders.map((one) => ({ ...one, parameter: names.nameOf(one) }))
}

function parametersOf(placeholders: readonly NamedPlaceholder[]): readonly ParameterDraft[] {
  const values = new Map(placeholders.map(({ parameter, value }) => [parameter, value]))
  return [...values].map(([name, value]) => ({ name, value }))
}

function replaced(
  code: string,
  placeholders: readonly NamedPlaceholder[],
  write: (one: NamedPlaceholder) => string,
): string {
  let text = ''
  let end = 0
  for (const one of placeholders) {
    text += code.slice(end, one.index) + write(one)
    end = one.index + one.text.length
  }
  return text + code.slice(end)
}

/** Code in SQL or Python, where the service puts the value of a parameter in the place of `${name}`. */
export function namedParameters(code: string, placeholders: readonly Placeholder[]): FilledCode {
  const all = named(placeholders)
  return { code: replaced(code, all, ({ parameter }) => `\${${parameter}}`), parameters: parametersOf(all) }
}

/** What stands for a variable, by how the shell takes the text around it. */
const asText: Readonly<Record<ShellPlace, (variable: string) => string>> = {
  plain: (variable) => variable,
  // The quotes are closed around the variable.
  single: (variable) => `'"${variable}"'`,
  // The backslash is taken from the variable: before a line break it is nothing, before another one it is one.
  escaped: (variable) => `\n${variable}`,
  'escaped in quotes': (variable) => `\\${variable}`,
}

/**
 * Code of a shell, which gets its parameters as `$1`, `$2` and so on: they become variables at its top. The source put
 * text into any place of the code, also between single quotes, where a shell puts nothing.
 */
export function shellParameters(code: string, placeholders: readonly Placeholder[]): FilledCode {
  const all = named(placeholders)
  const quotes = new ShellQuotes(code)
  const body = replaced(code, all, ({ index, text, parameter }) =>
    asText[quotes.placeAt(index, index + text.length)](`\${${parameter}}`),
  )
  const parameters = parametersOf(all)
  if (parameters.length === 0) return { code: body, parameters }
  const top = parameters.map(({ name }, at) => `${name}=${at < 9 ? `$${at + 1}` : `\${${at + 1}}`}\n`).join('')
  const shebang = /^#![^\n]*\n/.exec(body)?.[0] ?? ''
  const placed = parameters.map(({ value }, at) => ({ name: String(at + 1), value }))
  return { code: shebang + top + body.slice(shebang.length), parameters: placed }
}
