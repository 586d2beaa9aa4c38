import type { ShellWord } from './shell-word.ts'

/** The project or database that the words of a client name, in which it looks for tables without one; undefined for none. */
export type NamedDatabase = (words: readonly ShellWord[]) => string | undefined

/** What can be a name, or is one that is known when the shell runs. */
function nameIn(text: string | undefined): string | undefined {
  return text !== undefined && (text.includes('${') || /^[^\s./]+$/.test(text)) ? text : undefined
}

/** The value of an option, in the word behind it or behind its sign of equality; of several the last counts. */
function optionValue(option: string, words: readonly ShellWord[]): string | undefined {
  let value: string | undefined
  for (const [at, { text }] of words.entries()) {
    if (text === option) value = words[at + 1]?.text
    else if (text.startsWith(`${option}=`)) value = text.slice(option.length + 1)
  }
  return nameIn(value)
}

export const noDatabase: NamedDatabase = () => undefined

export const databaseOfOption =
  (option: string): NamedDatabase =>
  (words) =>
    optionValue(option, words)

/** The database stands in the address of Beeline behind the host. Source: its manual. */
export const databaseOfBeeline: NamedDatabase = (words) => {
  const addresses = words.map(({ text }) => /^jdbc:hive2:\/\/[^/]*\/(?<database>[^;?#]*)/.exec(text)?.groups)
  return nameIn(addresses.find((found) => found !== undefined)?.['database'])
}

/** A name without a schema is in that of the session; which catalog that is in says an option of its own. */
export const databaseOfTrino: NamedDatabase = (words) => {
  const [catalog, schema] = [optionValue('--catalog', words), optionValue('--schema', words)]
  return catalog === undefined || schema === undefined ? schema : `${catalog}.${schema}`
}

/** Options of mysql that the next word belongs to. Source: its manual. */
const withValue =
  /^(?:-[ABCEHLNXbfinqrstvw]*[DPSehu]|--(?:database|default-character-set|execute|host|port|protocol|socket|user))$/

/** The word that belongs to no option is a database; there can be one alone. */
export const databaseOfMysql: NamedDatabase = (words) => {
  const plain: string[] = []
  const short: string[] = []
  for (const [at, { text }] of words.entries()) {
    const before = words[at - 1]?.text ?? ''
    if (text.startsWith('-D') && text.length > 2) short.push(text.slice(2))
    else if (before === '-D') short.push(text)
    else if (!text.startsWith('-') && !withValue.test(before)) plain.push(text)
  }
  const [only, ...others] = plain
  const positional = others.length === 0 ? nameIn(only) : undefined
  return positional ?? nameIn(short.at(-1)) ?? optionValue('--database', words)
}
