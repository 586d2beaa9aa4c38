import { UsageError } from './command-error.ts'

/** What the options of a call say, by their long names in camel case, as the parser gives them. */
export class OptionValues {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #given: ReadonlySet<string>

  /** @param given - the options that the call itself names, and not what they are when left out; all values when left out */
  constructor(values: Readonly<Record<string, unknown>>, given: Iterable<string> = Object.keys(values)) {
    this.#values = values
    this.#given = new Set(given)
  }

  /** Whether the call itself names an option. */
  isGiven(name: string): boolean {
    return this.#given.has(name)
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined
  }

  /** Whether an option without value is set. */
  flag(name: string): boolean {
    return this.#value(name) === true
  }

  text(name: string): string | undefined {
    const value = this.#value(name)
    return typeof value === 'string' ? value : undefined
  }

  /** The values of an option that may stand several times. */
  list(name: string): readonly string[] {
    const value = this.#value(name)
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  }

  /** @throws UsageError when the value is no whole number of that range */
  integer(name: string, [least, most]: readonly [number, number]): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    const next = `Write a whole number from ${least} to ${most}.`
    throw new UsageError(`--${name} is '${value}', which is none that it takes.`, { next })
  }

  /** @throws UsageError when one of the values is not written `key=value` */
  pairs(name: string): ReadonlyMap<string, string> {
    const pairs = this.list(name).map((text): readonly [string, string] => {
      const at = text.indexOf('=')
      if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
      throw new UsageError(`--${name} is '${text}'.`, { next: `Write a name and a value: --${name} name=value.` })
    })
    return new Map(pairs)
  }
}
