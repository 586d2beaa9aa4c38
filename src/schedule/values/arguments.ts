import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isList, showValue } from '../../diagnostics/show-value.ts'
import { sortedSet } from '../number-sets.ts'
import { minutesPerHour } from '../time-units.ts'

/** What an argument, or an item of one, is called in a message: `days/0` is a day. */
function label(argument: string): string {
  const end = argument.indexOf('/')
  return end === -1 ? argument : argument.slice(0, end - 1)
}

/** Reads the arguments of one call, and collects what is wrong with them, so that all of it is said at once. */
export class ArgumentReader {
  readonly #call: string
  readonly #faults: Diagnostic[] = []

  /** @param call - the function that is called, for messages */
  constructor(call: string) {
    this.#call = call
  }

  /** Says that an argument is wrong. */
  fault(argument: string, message: string, hint: string): void {
    const said = `${this.#call}: ${message}.`
    this.#faults.push(
      createDiagnostic({ rule: 'schema/value', severity: 'error', message: said, path: `/${argument}`, hint }),
    )
  }

  /** Ends the call when anything was wrong. */
  finish(): void {
    if (this.#faults.length > 0) throw new FlowSpecError(this.#faults)
  }

  /** A time of the day as minutes since midnight; 0 for what is none. */
  time(argument: string, value: unknown): number {
    const match = typeof value === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value) : null
    if (match !== null) return Number(match[1]) * minutesPerHour + Number(match[2])
    const hint = 'Write two digits for the hour and two for the minute, "00:00" to "23:59".'
    this.fault(argument, `the ${label(argument)} ${showValue(value)} is no time of day`, hint)
    return 0
  }

  /** A whole number in a range; the least of it for what is none. */
  number(argument: string, value: unknown, [min, max]: readonly [number, number]): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
    this.fault(
      argument,
      `the ${label(argument)} ${showValue(value)} is no whole number from ${min} to ${max}`,
      `Write ${min} to ${max}.`,
    )
    return min
  }

  /** One of some words or numbers; the first of them for what is none. */
  choice<Choice extends string | number>(
    argument: string,
    value: unknown,
    choices: readonly [Choice, ...(readonly Choice[])],
  ): Choice {
    const known = choices.find((choice) => choice === value)
    if (known !== undefined) return known
    const near = typeof value === 'string' ? didYouMean(value, choices.map(String)) : undefined
    const all = choices.join(', ')
    const hint = near === undefined ? `Write one of ${all}.` : `Did you mean ${near}?`
    this.fault(argument, `the ${label(argument)} ${showValue(value)} is none of ${all}`, hint)
    return choices[0]
  }

  /**
   * The items of a list that is not empty, each read by itself; its argument is the list's with its place.
   *
   * @param such - a list as it may be, for the way out
   */
  list<Item>(
    argument: string,
    value: unknown,
    such: readonly (string | number)[],
    read: (item: unknown, argument: string) => Item,
  ): readonly Item[] {
    if (isList(value) && value.length > 0) {
      // Of a list with holes, `map` skips these.
      return Array.from(value, (item, index) => read(item, `${argument}/${index}`))
    }
    const fault = isList(value) ? `the list of ${argument} is empty` : `the ${argument} are ${showValue(value)}`
    this.fault(
      argument,
      fault,
      `Write a list with at least one item, such as [${such.map((item) => showValue(item)).join(', ')}].`,
    )
    return []
  }
}

/** Reads days of a month, 1 to 31 and `L`, and gives the field of a cron: in order, each once, the last day last. */
export function readDates(days: unknown, reader: ArgumentReader): string {
  const read = reader.list('days', days, [1, 15], (day, argument) =>
    day === 'L' ? day : reader.number(argument, day, [1, 31]),
  )
  const numbers = sortedSet(read.filter((day) => day !== 'L'))
  return [...numbers, ...(read.includes('L') ? ['L'] : [])].join(',')
}

/** Reads months, 1 to 12, and gives the field of a cron: in order, each once; `*` when none are given. */
export function readMonths(months: unknown, reader: ArgumentReader): string {
  if (months === undefined) return '*'
  return sortedSet(
    reader.list('months', months, [1, 7], (month, argument) => reader.number(argument, month, [1, 12])),
  ).join(',')
}
