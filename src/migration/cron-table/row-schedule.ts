import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { parseCron } from '../../schedule/cron/parse.ts'
import type { CronConversion } from '../../schedule/dialects/conversion.ts'
import { fromQuartzCron } from '../../schedule/dialects/quartz.ts'
import { fromUnixCron } from '../../schedule/dialects/unix.ts'
import { defaultZone } from '../../schedule/zones/names.ts'
import { checkZone } from '../../schedule/zones/zone.ts'
import type { NoteTaker } from '../note.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import { wallClockOf } from '../schedule/moment.ts'
import { scheduleNotCarried } from '../schedule/source-schedule.ts'
import type { ScheduleDraft } from '../target/draft.ts'
import type { ColumnName } from './table-columns.ts'
import type { TableRow } from './table-rows.ts'

/** What all rows of a workflow say that say it at all; another one is a fault. */
function commonText(rows: readonly TableRow[], column: ColumnName, problems: SourceProblems): TableRow | undefined {
  const [first, ...others] = rows.filter((row) => row.text(column) !== undefined)
  for (const row of others) {
    if (row.text(column) === first?.text(column)) continue
    const fault = `workflow ${showValue(row.workflow)} has ${showValue(row.text(column))} here and ${showValue(first?.text(column))} in row ${first?.number}.`
    row.refuse(
      column,
      fault,
      'A workflow has one schedule: make two workflows of it, or leave it out of the other rows.',
      problems,
    )
  }
  return first
}

/** A cron of Quartz, or of Unix where it has five fields or a name. */
function carry(text: string): CronConversion {
  return /^@|^\S+(?:\s+\S+){4}$/.test(text) ? fromUnixCron(text) : fromQuartzCron(text)
}

/** The cron of a row; one that the source has and DataWorks does not is told, and any other fault is one of the table. */
function cronOf(row: TableRow, note: NoteTaker, problems: SourceProblems): string | undefined {
  const text = row.text('cron') ?? ''
  try {
    const { cron } = carry(text)
    const parsed = parseCron(cron)
    if (parsed.ok && !parsed.schedule.neverFires) return cron
    row.refuse(
      'cron',
      `${showValue(text)} names only dates that do not exist.`,
      'Look at the days and months.',
      problems,
    )
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const faults = error.diagnostics.filter(({ severity }) => severity === 'error')
    if (faults.every(({ rule }) => rule === 'schedule/cron-not-carried')) {
      for (const { message, hint } of faults) note(scheduleNotCarried(text, message, hint))
      return undefined
    }
    for (const { message, hint } of faults) row.refuse('cron', message, hint ?? 'Write a cron of Quartz.', problems)
  }
  return undefined
}

function zoneOf(row: TableRow | undefined, problems: SourceProblems): string {
  const name = row?.text('timezone')
  if (row === undefined || name === undefined) return defaultZone
  const found = checkZone(name)
  const [fault] = found.diagnostics
  if (!found.ok)
    row.refuse('timezone', fault?.message ?? '', fault?.hint ?? 'Write a name such as Asia/Shanghai.', problems)
  return name
}

function boundOf(
  row: TableRow | undefined,
  column: 'start' | 'end',
  zone: string,
  problems: SourceProblems,
): string | undefined {
  const text = row?.text(column)
  // Quartz writes 0 for no end.
  if (row === undefined || text === undefined || text === '0') return undefined
  const moment = wallClockOf(text, zone)
  if (moment !== undefined) return moment
  const hint = 'Write yyyy-MM-dd HH:mm:ss, or milliseconds since 1970.'
  row.refuse(column, `${showValue(text)} is no moment that can be read.`, hint, problems)
  return undefined
}

/** When a workflow runs, which any of its rows may say. */
export function scheduleOf(
  rows: readonly TableRow[],
  note: NoteTaker,
  problems: SourceProblems,
): ScheduleDraft | undefined {
  const timed = commonText(rows, 'cron', problems)
  const timezone = zoneOf(commonText(rows, 'timezone', problems), problems)
  const startTime = boundOf(commonText(rows, 'start', problems), 'start', timezone, problems)
  const last = commonText(rows, 'end', problems)
  const endTime = boundOf(last, 'end', timezone, problems)
  if (last !== undefined && startTime !== undefined && endTime !== undefined && endTime < startTime) {
    last.refuse(
      'end',
      `${showValue(endTime)} is before the start, ${showValue(startTime)}.`,
      'Swap them, or leave the end out.',
      problems,
    )
  }
  if (timed !== undefined) {
    const cron = cronOf(timed, note, problems)
    return cron === undefined ? undefined : { cron, timezone, startTime, endTime }
  }
  note({
    what: 'no cron',
    why: 'It becomes a workflow that is run by hand.',
    wayOut: 'Write a cron in one of its rows.',
  })
  return undefined
}
