import { showValue } from '../../diagnostics/show-value.ts'
import type { FiringYears } from './calendar.ts'
import type { CronProblems } from './diagnostics.ts'
import type { CronStep } from './items.ts'
import type { CronSchedule } from './schedule.ts'
import type { SixFields } from './six-fields.ts'

/** Says what may surprise about a step: one remark at most. */
export function remarkStep(step: CronStep): void {
  if (step.reader.spec.field === 'day-of-month' && step.isOverAll) remarkAmbiguous(step)
  else if (step.values.length === 1) remarkTooLong(step)
  else if (goesRound(step)) remarkUneven(step)
}

/**
 * DataWorks counts the steps of `*` in the day of month from 0, as Spring's CronSequenceGenerator does, on whose format
 * its cron is based; Quartz and Unix count from 1.
 */
function remarkAmbiguous({ reader, item, step, values }: CronStep): void {
  const quartz = Array.from({ length: 3 }, (_, index) => 1 + index * step).filter((day) => day <= reader.spec.max)
  reader.problems.warn('schedule/cron-ambiguous-step', {
    field: reader.spec.field,
    piece: item,
    message: `The day of month ${showValue(item.text)} means the days ${abridge(values)} here, but ${abridge(quartz)} in Quartz and Unix cron.`,
    hint: `Write the days as a list: ${values.join(',')}.`,
  })
}

function remarkTooLong({ reader, item, values }: CronStep): void {
  reader.problems.warn('schedule/cron-uneven-step', {
    field: reader.spec.field,
    piece: item,
    message: `${reader.describe(item, 'item')} has so long a step that it means only ${values[0]}.`,
    hint: `Write ${values[0]}, or a shorter step.`,
  })
}

/** Whether the steps run from the field's beginning to its end, so that somebody may expect them to go on evenly. */
function goesRound({ reader: { spec }, range, step }: CronStep): boolean {
  return range.end === spec.max && range.start < spec.min + step
}

function remarkUneven({ reader, item, step, values }: CronStep): void {
  const { period, label, field } = reader.spec
  if (period !== undefined && period % step === 0) return
  const round = period === undefined ? 'that starts again with every month' : `that does not divide ${period}`
  const message = `${reader.describe(item, 'item')} has a step ${round}: after ${values.at(-1)} comes ${values[0]}.`
  const hint = `If the distance has to stay the same, choose another step for the ${label}.`
  reader.problems.note('schedule/cron-uneven-step', { field, piece: item, message, hint })
}

function abridge(values: readonly number[]): string {
  return values.length > 3 ? `${values.slice(0, 3).join(', ')}, …` : values.join(', ')
}

const shortestDocumentedInterval = 5

/** Says what may surprise about a cron as a whole. */
export function remarkSchedule(
  schedule: CronSchedule,
  fields: SixFields,
  years: FiringYears,
  problems: CronProblems,
): void {
  const [, minute, , dayOfMonth] = fields
  const interval = schedule.minIntervalMinutes
  if (interval !== undefined && interval < shortestDocumentedInterval) {
    const unit = interval === 1 ? 'minute' : 'minutes'
    problems.warn('schedule/cron-short-interval', {
      field: 'minute',
      piece: minute,
      message: `The cron runs again after ${interval} ${unit}; not every edition of DataWorks runs a node more often than every five.`,
      hint: 'Leave at least five minutes between two runs, or make sure that your edition allows less.',
    })
  }
  if (years === 'leap') {
    problems.warn('schedule/cron-leap-day', {
      field: 'day-of-month',
      piece: dayOfMonth,
      message: `The day of month ${showValue(dayOfMonth.text)} falls on the 29th of February alone, so the cron runs in leap years only.`,
      hint: 'For the last day of every February write L.',
    })
  }
}
