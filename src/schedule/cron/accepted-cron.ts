import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { remember } from '../remember.ts'
import { parseCron } from './parse.ts'
import type { CronParseResult } from './schedule.ts'
import { hasOtherDays } from './six-fields.ts'

/** A seventh field that allows every year, as Quartz writes it. */
const everyYear = /^(\s*(?:\S+\s+){5}\S+)\s+(\*)\s*$/
const longestText = 256
const remembered = 1024

/**
 * Reads a cron as documents have it: as `parseCron` does, but for a year that allows every year, which is read over with a
 * warning. The check, `runs` and `simulate` take what this takes.
 */
export function acceptCron(text: string): CronParseResult {
  return typeof text === 'string' && text.length <= longestText ? acceptRemembered(text) : parseCron(text)
}

const acceptRemembered: (text: string) => CronParseResult = /* @__PURE__ */ remember(remembered, accept)

function accept(text: string): CronParseResult {
  const six = everyYear.exec(text)?.[1]
  if (six === undefined) return parseCron(text)
  const result = parseCron(six)
  const [, , , date = '', , weekday = ''] = six.trim().split(/\s+/)
  const quartz = ' Of a cron of Quartz, where day 1 of the week is Sunday, write what fromQuartzCron gives.'
  const year = Object.freeze({
    ...createDiagnostic({
      rule: 'schedule/cron-syntax',
      severity: 'warning',
      message: 'The cron has a seventh field, the year "*", which says nothing and is not of the dialect.',
      path: '',
      hint: `Write "${six}".${hasOtherDays(date, weekday) ? quartz : ''}`,
    }),
    field: 'year' as const,
    column: text.lastIndexOf('*') + 1,
    length: 1,
  })
  return Object.freeze({ ...result, diagnostics: Object.freeze([year, ...result.diagnostics]) })
}
