import { cronFields } from './cron-field.ts'
import type { CronPiece } from './cron-problems.ts'
import { quote } from './quote.ts'

/** The fields with their short names, `ss=00 mm=02 HH=00 dom=* mon=* dow=?`: shows which value landed where. */
export function labelFields(fields: readonly CronPiece[]): string {
  const labelled = fields.map((field, index) => {
    const value = quote(field.text).slice(1, -1)
    return `${cronFields[index]?.short ?? 'more'}=${value}`
  })
  return labelled.join(' ')
}
