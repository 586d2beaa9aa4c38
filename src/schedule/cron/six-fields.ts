import { showValue } from '../../diagnostics/show-value.ts'
import { cronFields } from './cron-fields.ts'
import type { CronPiece, CronProblems } from './diagnostics.ts'

/** Six pieces, one for each field. */
export type SixFields = readonly [CronPiece, CronPiece, CronPiece, CronPiece, CronPiece, CronPiece]

/**
 * The six fields of a cron. A text with more or fewer is reported once, with what the number says about where the text
 * came from; one with a year still has its six fields, so that they can be checked as well.
 */
export function sixFields(fields: readonly CronPiece[], problems: CronProblems): SixFields | undefined {
  const [second, minute, hour, dayOfMonth, month, dayOfWeek, ...rest] = fields
  if (second === undefined) return undefined
  const zone = fields.find((field) => isZone(field.text))
  if (zone !== undefined) {
    reportZone(zone, problems)
    return undefined
  }
  if (minute === undefined || hour === undefined || dayOfMonth === undefined || month === undefined) {
    reportTooFew(fields, second, problems)
    return undefined
  }
  if (dayOfWeek === undefined) {
    reportNoSeconds(fields, second, problems)
    return undefined
  }
  const six = [second, minute, hour, dayOfMonth, month, dayOfWeek] as const
  const seventh = rest[0]
  if (seventh === undefined) return six
  if (rest.length === 1 && /^(\*|\d{4})/.test(seventh.text)) {
    reportYear(six, seventh, problems)
    return six
  }
  reportTooMany(fields, seventh, problems)
  return undefined
}

/** Whether a piece names a time zone: `TZ=…` as some schedulers put in front, or an area with a city. */
function isZone(text: string): boolean {
  return /^(CRON_)?TZ=/.test(text) || /^[A-Z][a-z]+\/[A-Z][A-Za-z_]+$/.test(text)
}

const order =
  'A DataWorks cron has six fields: ss mm HH dom mon dow (second, minute, hour, day of month, month, day of week)'

/** Words that other schedulers take for a whole cron, and what they mean. */
const nicknames: ReadonlyMap<string, string> = new Map([
  ['@hourly', '00 00 * * * ?'],
  ['@daily', '00 00 00 * * ?'],
  ['@midnight', '00 00 00 * * ?'],
  ['@weekly', '00 00 00 ? * 7'],
  ['@monthly', '00 00 00 1 * ?'],
  ['@yearly', '00 00 00 1 1 ?'],
  ['@annually', '00 00 00 1 1 ?'],
  ['day', '00 00 00 * * ?'],
])

/** Reports a time zone that stands in a cron. */
function reportZone(zone: CronPiece, problems: CronProblems): void {
  const message = `The cron holds the time zone ${showValue(zone.text)}, which is not part of a cron.`
  problems.error({ piece: zone, message, hint: 'Write the zone as the timezone of the trigger.' })
}

function joinFields(fields: readonly CronPiece[]): string {
  const joined = fields.map((field) => field.text).join(' ')
  return showValue(joined, joined.length)
}

/** Whether days of a cron mean others to Quartz, which alone has years: it counts them from Sunday, and from the first. */
export function hasOtherDays(date: string, weekday: string): boolean {
  return /\d/.test(weekday) || weekday === 'L' || /(^|,)(\*|\?)?\//.test(date)
}

/** Reports a seventh field that is a year. */
function reportYear(six: SixFields, year: CronPiece, problems: CronProblems): void {
  const message = `The cron has 7 fields, but six are allowed: the year ${showValue(year.text)} is not supported.`
  const bound = 'bound the schedule with startTime and endTime instead'
  const quartz = 'A cron with a year is one of Quartz, where day 1 of the week is Sunday; here it is Monday'
  const hint = hasOtherDays(six[3].text, six[5].text)
    ? `${quartz}. Leave the year out, let fromQuartzCron(${joinFields(six)}) translate the rest, and ${bound}.`
    : `Leave the year out, ${joinFields(six)}, and ${bound}.`
  problems.error({ field: 'year', piece: year, message, hint })
}

/** Reports a seventh field that is no year, or more of them. */
function reportTooMany(fields: readonly CronPiece[], seventh: CronPiece, problems: CronProblems): void {
  const extra = joinFields(fields.slice(cronFields.length))
  const message = `The cron has ${fields.length} fields, but six are allowed: ${extra} is too much.`
  problems.error({ field: 'year', piece: seventh, message, hint: `${order}. This one reads ${labelFields(fields)}.` })
}

/** Whether a field of days says nothing of them. */
const isAnyDay = (text: string): boolean => text === '*' || text === '?'

/** What a cron of Unix reads with seconds, where its days mean the same here: the field of days that says nothing is `?`. */
function withSeconds([minute = '', hour = '', date = '', month = '', weekday = '']: readonly string[]):
  | string
  | undefined {
  // Steps of days begin elsewhere in Unix, and where both fields say something it means either.
  if (date.includes('/') || weekday.includes('/') || !(isAnyDay(date) || isAnyDay(weekday))) return undefined
  const days = isAnyDay(weekday) ? [isAnyDay(date) ? '*' : date, month, '?'] : ['?', month, weekday]
  const twoDigits = (text: string): string => text.replace(/^\d$/, '0$&')
  return ['00', twoDigits(minute), twoDigits(hour), ...days].join(' ')
}

/** The way out for a cron of five fields: the second is missing, as in Unix, or the last of them. */
function wayOutOfFive(fields: readonly CronPiece[]): string {
  const texts = fields.map(({ text }) => text)
  // No month of Unix has a day 0.
  if (/^0+$/.test(texts[2] ?? '')) return `If the last is missing, write ${joinFields([...fields, anyDay])}`
  const written = withSeconds(texts)
  return written === undefined
    ? `If this is a Unix cron, fromUnixCron(${joinFields(fields)}) of flowspec/schedule translates it`
    : `If this is a Unix cron, write ${showValue(written, written.length)}`
}

const anyDay: CronPiece = { text: '?', column: 0 }

/** Reports five fields, which is how Unix writes a cron. */
function reportNoSeconds(fields: readonly CronPiece[], first: CronPiece, problems: CronProblems): void {
  const message = `The cron ${joinFields(fields)} has 5 fields, but six are needed: the seconds are missing.`
  const hint = `${order}. ${wayOutOfFive(fields)}.`
  problems.error({ field: 'second', piece: first, message, hint })
}

/** Reports fewer than five fields, or a nickname for a whole cron. */
function reportTooFew(fields: readonly CronPiece[], first: CronPiece, problems: CronProblems): void {
  const meaning = fields.length === 1 ? nicknames.get(first.text) : undefined
  if (meaning !== undefined) {
    const message = `The cron ${showValue(first.text)} is a nickname, which DataWorks does not take.`
    problems.error({ field: 'second', piece: first, message, hint: `Write "${meaning}".` })
    return
  }
  const last = fields.at(-1) ?? first
  const piece = { text: '', column: last.column + last.text.length }
  const count = fields.length === 1 ? '1 field' : `${fields.length} fields`
  const message = `The cron ${joinFields(fields)} has ${count}, but six are needed.`
  const field = cronFields[fields.length]?.field ?? 'day-of-week'
  problems.error({ field, piece, message, hint: `${order}, as in "00 02 00 * * ?" for 00:02 every day.` })
}

/** The fields with their short names, `ss=00 mm=02 HH=00 dom=* mon=* dow=?`: shows which value landed where. */
export function labelFields(fields: readonly CronPiece[]): string {
  const labelled = fields.map((field, index) => {
    const value = showValue(field.text).slice(1, -1)
    return `${cronFields[index]?.short ?? 'more'}=${value}`
  })
  return labelled.join(' ')
}
