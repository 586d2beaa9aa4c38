import { fromDolphinScheduler } from 'flowspec/migration'
import { evaluateParameter } from 'flowspec/schedule'
import { describe, expect, test } from 'vitest'
import { withTask } from './support/dolphin-export.ts'
import { at, workflowIn } from './support/parts-of.ts'

const scheduleTime = '2026-03-31 02:30:05'

function carried(value: string) {
  const { documents, notes } = fromDolphinScheduler(withTask('SHELL', { rawScript: 'true' }, {}, { p: value }))
  return { value: at(workflowIn(documents[0]), 'script', 'parameters', 0, 'value'), notes }
}

/** What the page "Built-in Parameter" of DolphinScheduler says that these are, at the schedule time above. */
const meanings: readonly (readonly [written: string, meant: string])[] = [
  ['${system.biz.date}', '20260330'],
  ['${system.biz.curdate}', '20260331'],
  ['${system.datetime}', '20260331023005'],
  ['$[yyyyMMddHHmmss]', '20260331023005'],
  ['$[yyyyMMdd]', '20260331'],
  ['$[HHmmss]', '023005'],
  ['$[yyyy-MM-dd]', '2026-03-31'],
  ['$[add_months(yyyyMMdd,12*2)]', '20280331'],
  ['$[add_months(yyyyMMdd,-12*1)]', '20250331'],
  ['$[add_months(yyyyMMdd,1)]', '20260430'],
  ['$[add_months(yyyyMM,-1)]', '202602'],
  ['$[yyyyMMdd+7*2]', '20260414'],
  ['$[yyyyMMdd-7*1]', '20260324'],
  ['$[yyyyMMdd+1]', '20260401'],
  ['$[yyyy-MM-dd-31]', '2026-02-28'],
  ['$[HHmmss+3/24]', '053005'],
  ['$[yyyyMMddHH-3/24]', '2026033023'],
  ['$[HHmmss-40/24/60]', '015005'],
  ['$[this_day(yyyy-MM-dd)]', '2026-03-31'],
  ['$[last_day(yyyy-MM-dd)]', '2026-03-30'],
  ['$[yyyy/MM/dd]', '2026/03/31'],
  ['$[yyyy-MM-dd HH:mm:ss]', '2026-03-31 02:30:05'],
  ['$[yyyy-MM-dd HH:mm:ss-1]', '2026-03-30 02:30:05'],
  ["$[yyyyMMdd'T'HH]", '20260331T02'],
  ['dt=$[yyyyMMdd-1]/x', 'dt=20260330/x'],
  ['$[yyyyMM-1]', '202603'],
  ['$[yyyy/MM/dd-1] $[HH:mm]', '2026/03/30 02:30'],
  ['plain', 'plain'],
]

describe('time expressions', () => {
  test.each(meanings)('%s is %s', (written, meant) => {
    const { value, notes } = carried(written)
    expect(notes).toEqual([])
    expect(evaluateParameter(String(value), { scheduleTime })).toBe(meant)
  })

  test.each([
    '$[month_first_day(yyyy-MM-dd,-1)]',
    '$[month_end(yyyyMMdd,-1)]',
    '$[year_week(yyyy-MM-dd)]',
    '$[yyyyMM-2]',
    '$[yyyy/MM/dd-3]',
    '$[EEE]',
    '$[yyyyMMdd-1/7]',
    '${system.workflow.instance.id}',
    '${unknown}',
  ])('%s is told, and not guessed', (written) => {
    const { value, notes } = carried(written)
    expect(value).toBeUndefined()
    expect(notes).toMatchObject([{ place: 'orders', what: "global parameter 'p'" }])
    expect(notes[0]?.why).toContain(written)
  })
})
