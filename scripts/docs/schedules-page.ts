import { isFlowSpecError } from '../../src/diagnostics/flow-spec-error.ts'
import { parseCron } from '../../src/schedule/cron/parse.ts'
import type { CronConversion } from '../../src/schedule/dialects/conversion.ts'
import { fromQuartzCron } from '../../src/schedule/dialects/quartz.ts'
import { fromUnixCron } from '../../src/schedule/dialects/unix.ts'
import { evaluateParameter } from '../../src/schedule/parameters/evaluate.ts'
import { parseParameter } from '../../src/schedule/parameters/parse.ts'
import type { ScheduledRun } from '../../src/schedule/runs/run.ts'
import { runs } from '../../src/schedule/runs/runs.ts'
import type { Schedule } from '../../src/schedule/values/schedule.ts'
import { describeCron } from '../../src/schedule/words/describe-cron.ts'
import type { GeneratedFile } from '../generate/generated-file.ts'
import { markdownTable } from './markdown-table.ts'
import {
  clockChanges,
  doubtfulParameters,
  forms,
  quartzCrons,
  recipes,
  surprisingCrons,
  unixCrons,
} from './schedules-page-rows.ts'
import { schedulesPageText } from './schedules-page-text.ts'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  markdownTable(head, rows).trimEnd()

const code = (text: string): string => `\`${text}\``

function formsTable(): string {
  const rows = forms.map(([form, text, schedule]) => [
    form,
    code(text),
    code(schedule.cron),
    isOfCalendar(schedule) ? `${describeCron(schedule.cron)} that the calendar has` : describeCron(schedule.cron),
    `${isOfCalendar(schedule) ? '日历中的' : ''}${describeCron(schedule.cron, { language: 'zh' })}`,
    nextRuns(schedule),
  ])
  return table(['in the console', 'in builders', 'cron', 'in words', 'in Chinese', 'next runs'], rows)
}

function isOfCalendar(schedule: Schedule): boolean {
  return schedule.toTrigger().calendarId !== undefined
}

/** The first runs of 2026; of a custom calendar, why there are none. */
function nextRuns(schedule: Schedule): string {
  if (isOfCalendar(schedule)) return 'known to the service alone'
  const given = [...runs(schedule, { from: '2025-12-31T23:59:59+08:00', count: 3 })]
  return given.map(({ wallClock }) => wallClock.slice(0, 16)).join('<br>')
}

/** A program of all forms that fails when one of them gives another cron than the table says. */
function formsProgram(): string {
  const rows = forms.map(([, text, schedule]) => `  [${text}, '${schedule.cron}'],`)
  const names = [...new Set(forms.map(([, text]) => text.slice(0, text.indexOf('('))))].sort()
  return [
    "import { strictEqual } from 'node:assert/strict'",
    `import { ${names.join(', ')}, type Schedule } from 'flowspec/schedule'`,
    '',
    'const forms: [Schedule, string][] = [',
    ...rows,
    ']',
    'for (const [schedule, cron] of forms) strictEqual(schedule.cron, cron)',
  ].join('\n')
}

function clockChangeTable([zone, day, what, crons]: (typeof clockChanges)[number]): string {
  const from = Date.parse(`${day}T00:00:00Z`) - 86_400_000
  const rows = crons.map((cron) => {
    const all = [...runs({ cron, timezone: zone }, { from, to: from + 3 * 86_400_000 })]
    const ofDay = all.filter(({ wallClock }) => wallClock.startsWith(day))
    return [code(cron), ofDay.map(describeRun).join('<br>')]
  })
  return `### ${zone}, ${day}: ${what}\n\n${table(['cron', 'runs of the day'], rows)}`
}

function describeRun({ at, dryRun, overlap }: ScheduledRun): string {
  const mark = dryRun ? ', **dry run**: its time is skipped' : overlap ? ', the second of two' : ''
  return `${at.slice(11, 16)} (${at.slice(19)})${mark}`
}

function conversionTable(crons: readonly string[], convert: (text: string) => CronConversion): string {
  const rows = crons.map((cron) => {
    try {
      const carried = convert(cron)
      return [code(cron), code(carried.cron), carried.notes.map(({ message }) => message).join('<br>')]
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      return [code(cron), 'refused', error.diagnostics.map(({ message }) => message).join('<br>')]
    }
  })
  return table(['there', 'here', 'what is said of it'], rows)
}

function surprisesTable(): string {
  const rows = surprisingCrons.map((cron) => {
    const said = parseCron(cron).diagnostics.map(({ message }) => message)
    return [code(cron), describeCron(cron), said.join('<br>') || 'The check refuses it: `schedule/cron-never-fires`.']
  })
  return table(['cron', 'in words', 'what is said of it'], rows)
}

const example = { scheduleTime: '2026-03-01 02:30:00', workflow: { region: 'eu' } }

function recipesTable(): string {
  const rows = recipes.map(([want, expression]) => [
    want,
    code(expression),
    code(evaluateParameter(expression, example)),
  ])
  return table(['wanted', 'written', 'value'], rows)
}

function doubtsTable(): string {
  const rows = doubtfulParameters.map((text) => {
    const said = parseParameter(text).diagnostics
    return [code(text), valueOrFault(text), said.map(({ message, hint }) => `${message} ${hint}`).join('<br>')]
  })
  return table(['written', 'value', 'what is said of it'], rows)
}

function valueOrFault(text: string): string {
  try {
    return code(evaluateParameter(text, example))
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const isKnownLater = error.diagnostics.every(({ rule }) => rule === 'parameter/runtime-only')
    return isKnownLater ? 'known to the service alone' : 'refused'
  }
}

/** The guide to schedules: all that its tables say is worked out when it is generated. */
export function generateSchedulesPage(): GeneratedFile {
  const text = schedulesPageText({
    forms: formsTable(),
    formsProgram: formsProgram(),
    surprises: surprisesTable(),
    quartz: conversionTable(quartzCrons, fromQuartzCron),
    unix: conversionTable(unixCrons, fromUnixCron),
    clockChanges: clockChanges.map(clockChangeTable).join('\n\n'),
    recipes: recipesTable(),
    doubts: doubtsTable(),
    exampleTime: example.scheduleTime,
  })
  return { path: 'docs/schedules.md', text }
}
