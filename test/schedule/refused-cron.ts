import { isFlowSpecError } from 'flowspec'
import type { CronConversion, CronDiagnostic } from 'flowspec/schedule'

type Convert = (text: string) => CronConversion

/** What a refused cron is refused for. */
export function faultsOf(convert: Convert, text: string): readonly CronDiagnostic[] {
  try {
    convert(text)
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics as readonly CronDiagnostic[]
  }
  throw new Error(`${text} was carried`)
}

/** The rule, field and column of each fault. */
export function refusal(convert: Convert, text: string): readonly (readonly [string, string | undefined, number])[] {
  return faultsOf(convert, text).map(({ rule, field, column }) => [rule.replace('schedule/cron-', ''), field, column])
}
