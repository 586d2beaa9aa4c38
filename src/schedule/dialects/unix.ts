import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { type CronField, dayOfMonthSpec, dayOfWeekSpec, hourSpec, minuteSpec, monthSpec } from '../cron/cron-fields.ts'
import { type CronPiece, CronProblems } from '../cron/diagnostics.ts'
import { isWildcard, readFields } from '../cron/fields.ts'
import type { SixFields } from '../cron/six-fields.ts'
import type { CronConversion, CronNote } from './conversion.ts'
import { carryToDataWorks, type ForeignDialect, foreignPieces } from './to-dataworks.ts'

/** Unix: five fields; Sunday is 0 and 7; the steps of `*` begin with the first day of a month. */
const unixDialect: ForeignDialect = {
  name: 'Unix cron',
  minute: minuteSpec,
  hour: hourSpec,
  dayOfMonth: { ...dayOfMonthSpec, stepStart: 1, allowed: '1 to 31' },
  month: monthSpec,
  dayOfWeek: { ...dayOfWeekSpec, allowed: '0 or 7 (Sunday) to 6 (Saturday), or SUN to SAT' },
  wraps: true,
  loneLast: false,
  unsupported: 'schedule/cron-not-carried',
  weekdayCount: undefined,
}

/** Words that stand for a whole cron, and the fields they stand for. */
const nicknames: ReadonlyMap<string, string> = new Map([
  ['@HOURLY', '0 * * * *'],
  ['@DAILY', '0 0 * * *'],
  ['@MIDNIGHT', '0 0 * * *'],
  ['@WEEKLY', '0 0 * * 0'],
  ['@MONTHLY', '0 0 1 * *'],
  ['@YEARLY', '0 0 1 1 *'],
  ['@ANNUALLY', '0 0 1 1 *'],
])

/**
 * Carries a Unix cron, such as crontab, Airflow and Kubernetes have, to DataWorks: five fields from the minute on, or a
 * nickname such as `@daily`. Where both day fields are restricted, Unix runs on the days that match *either*, which one
 * cron of DataWorks cannot say.
 *
 * @param text - the five fields, without the command of a crontab line; at most 256 characters
 * @returns the cron for DataWorks, and what had to be written in another way
 * @throws FlowSpecError naming each field that cannot be carried or read
 *
 * @example
 * ```ts
 * import { fromUnixCron } from 'flowspec/schedule'
 *
 * process.stdout.write(`${fromUnixCron('30 2 * * 1-5').cron} and ${fromUnixCron('@monthly').cron}\n`)
 * ```
 */
export function fromUnixCron(text: string): CronConversion {
  const pieces = foreignPieces(text, unixDialect.name)
  const [first, ...others] = pieces
  const nickname = first && others.length === 0 ? nicknames.get(first.text) : undefined
  const problems = new CronProblems()
  const six = unixFields(nickname === undefined ? pieces : foreignPieces(nickname, unixDialect.name), problems)
  if (six === undefined) throw new FlowSpecError(problems.list())
  checkDays(six, problems)
  const meant = readFields(six, unixDialect, problems)
  if (problems.errorCount > 0) throw new FlowSpecError(problems.list())
  const { cron, notes } = carryToDataWorks(six, meant, unixDialect)
  return Object.freeze({ cron, notes: Object.freeze([...notes, ...openSteps(six)]) })
}

const fieldNames: readonly CronField[] = ['second', 'minute', 'hour', 'day-of-month', 'month', 'day-of-week']

/** Steps that begin at one value: programs for Unix do not agree on what they mean. */
function openSteps(six: SixFields): readonly CronNote[] {
  return six.flatMap(({ text }, index) => {
    const field = fieldNames[index]
    if (field === undefined || !/(?:^|,)\w+\//.test(text)) return []
    const label = `${field.replaceAll('-', ' ')} ${showValue(text)}`
    const message = `The ${label} has a step that begins at one value; it is read as going on to the end of the field, but some crons refuse it or take that value alone.`
    return [Object.freeze({ field, message })]
  })
}

/** The five fields with the second that Unix does not have, or undefined when there are more or fewer. */
function unixFields(pieces: readonly CronPiece[], problems: CronProblems): SixFields | undefined {
  const [minute, hour, date, month, weekday, ...rest] = pieces
  if (minute && hour && date && month && weekday && rest.length === 0) {
    return [{ text: '00', column: 1 }, minute, hour, date, month, weekday]
  }
  problems.error({
    piece: rest[0] ?? pieces.at(-1) ?? { text: '', column: 1 },
    message: `A Unix cron has five fields, but this one has ${pieces.length}.`,
    hint: countHint(pieces),
  })
  return undefined
}

function countHint(pieces: readonly CronPiece[]): string {
  if (pieces[0]?.text === '@REBOOT') return 'Nothing starts DataWorks: @reboot means nothing there.'
  if (pieces.some(({ text }) => /^(CRON_)?TZ=/.test(text))) return 'Write the zone as the timezone of the trigger.'
  return pieces.length > 5
    ? 'Leave the command of a crontab line out. A cron that begins with seconds may be one of Quartz: use fromQuartzCron.'
    : 'An example is "30 2 * * 1-5": minute, hour, day of month, month, day of week.'
}

function checkDays([, , , date, , weekday]: SixFields, problems: CronProblems): void {
  if (isWildcard(date.text) || isWildcard(weekday.text)) return
  const days = `day of month ${showValue(date.text)} and day of week ${showValue(weekday.text)}`
  problems.refuse('schedule/cron-not-carried', {
    field: 'day-of-week',
    piece: weekday,
    message: `The cron restricts both ${days}: Unix runs on the days that match either, which one cron of DataWorks cannot say.`,
    hint: 'Make two schedules, one for each.',
  })
}
