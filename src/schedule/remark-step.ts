import type { CronPiece } from './cron-problems.ts'
import type { FieldReader } from './field-reader.ts'
import type { CronRange } from './parse-range.ts'
import { quote } from './quote.ts'

/** A step greater than one, with what it comes to. */
export interface CronStep {
  readonly part: CronPiece
  readonly base: string
  readonly range: CronRange
  readonly step: number
  readonly values: readonly number[]
}

/** Says what may surprise about a step: one remark at most. */
export function remarkStep(step: CronStep, reader: FieldReader): void {
  const isDayOfMonth = reader.spec.field === 'day-of-month'
  if (step.values.length === 0) {
    reader.error(step.part, `${reader.describe(step.part, 'item')} has so long a step that no day is left`)
  } else if (isDayOfMonth && step.base === '*') remarkAmbiguous(step, reader)
  else if (step.values.length === 1) remarkTooLong(step, reader)
  else if (goesRound(step, reader)) remarkUneven(step, reader)
}

/**
 * DataWorks counts the steps of `*` in the day of month from 0, as Spring's CronSequenceGenerator does, on whose format
 * its cron is based; Quartz and Unix count from 1.
 */
function remarkAmbiguous({ part, step, values }: CronStep, reader: FieldReader): void {
  const quartz = Array.from({ length: 3 }, (_, index) => 1 + index * step).filter((day) => day <= reader.spec.max)
  reader.problems.warn('schedule/cron-ambiguous-step', {
    field: reader.spec.field,
    place: part,
    message: `The day of month ${quote(part.text)} means the days ${abridge(values)} here, but ${abridge(quartz)} in Quartz and Unix cron.`,
    hint: `Write the days as a list: ${values.join(',')}.`,
  })
}

function remarkTooLong({ part, values }: CronStep, reader: FieldReader): void {
  reader.problems.warn('schedule/cron-uneven-step', {
    field: reader.spec.field,
    place: part,
    message: `${reader.describe(part, 'item')} has so long a step that it means only ${values.join(',')}.`,
    hint: `Write ${values.join(',')}, or a shorter step.`,
  })
}

/** Whether the steps run from the field's beginning to its end, so that somebody may expect them to go on evenly. */
function goesRound({ range, step }: CronStep, { spec }: FieldReader): boolean {
  return range.end === spec.max && range.start < spec.min + step
}

function remarkUneven({ part, step, values }: CronStep, reader: FieldReader): void {
  const { period, label, field } = reader.spec
  if (period !== undefined && period % step === 0) return
  const round = period === undefined ? 'that starts again with every month' : `that does not divide ${period}`
  const message = `${reader.describe(part, 'item')} has a step ${round}: after ${values.at(-1)} comes ${values[0]}.`
  const hint = `If the distance has to stay the same, choose another step for the ${label}.`
  reader.problems.note('schedule/cron-uneven-step', { field, place: part, message, hint })
}

function abridge(values: readonly number[]): string {
  return values.length > 3 ? `${values.slice(0, 3).join(', ')}, …` : values.join(', ')
}
