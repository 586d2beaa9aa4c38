import type { OptionWords } from '../shell/option-words.ts'

/** The project or database that the words of a client name, in which it looks for tables without one; undefined for none. */
export type NamedDatabase = (words: OptionWords) => string | undefined

/** What can be a name, or is one that is known when the shell runs. */
function nameIn(text: string | undefined): string | undefined {
  return text !== undefined && (text.includes('${') || /^[^\s./]+$/.test(text)) ? text : undefined
}

/** The value of options; of several the last counts. */
function optionValue({ values }: OptionWords, ...options: readonly string[]): string | undefined {
  return values.findLast(([name]) => options.includes(name))?.[1].text
}

export const noDatabase: NamedDatabase = () => undefined

export const databaseOfOption =
  (option: string): NamedDatabase =>
  (words) =>
    nameIn(optionValue(words, option))

/** The database stands in the address of Beeline behind the host. Source: its manual. */
export const databaseOfBeeline: NamedDatabase = (words) => {
  const address = /^jdbc:hive2:\/\/[^/]*\/(?<database>[^;?#]*)/.exec(optionValue(words, '-u') ?? '')
  return nameIn(address?.groups?.['database'])
}

/**
 * A name without a schema is in that of the session, and that in its catalog: both stand in the address, or are told by options of
 * their own. Source: its parser, `ClientOptions` and `TrinoUri`.
 */
export const databaseOfTrino: NamedDatabase = (words) => {
  const address = optionValue(words, '--server') ?? words.plain[0]?.text ?? ''
  const path = /^(?:https?|trino):\/\/[^/?]*\/(?<catalog>[^/?]*)(?:\/(?<schema>[^/?]*))?/i.exec(address)?.groups
  const catalog = nameIn(path?.['catalog']) ?? nameIn(optionValue(words, '--catalog'))
  const schema = nameIn(path?.['schema']) ?? nameIn(optionValue(words, '--schema'))
  return catalog === undefined || schema === undefined ? schema : `${catalog}.${schema}`
}

/** The word that belongs to no option is a database; there can be one alone. */
export const databaseOfMysql: NamedDatabase = (words) => {
  const [only, ...others] = words.plain
  const positional = others.length === 0 ? nameIn(only?.text) : undefined
  return positional ?? nameIn(optionValue(words, '-D', '--database'))
}
