import { UsageError } from './command-error.ts'
import type { OptionValues } from './option-values.ts'

/** The name of an option as it is written. */
function writtenOption(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/**
 * Refuses options that a call names where they change nothing: whoever gives one expects something of it.
 *
 * @param why - when they are of no use: `without --cron`
 * @throws UsageError that names the first of them, and says what to do
 */
export function refuseUseless(options: OptionValues, names: readonly string[], why: string, next: string): void {
  const useless = names.find((name) => options.isGiven(name))
  if (useless !== undefined) throw new UsageError(`${writtenOption(useless)} is of no use ${why}.`, { next })
}
