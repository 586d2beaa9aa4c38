import { evaluateParameter, runs } from 'flowspec/schedule'
import { afterEach, expect, it, vi } from 'vitest'

const machineZone = process.env['TZ']

afterEach(() => {
  vi.useRealTimers()
  if (machineZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = machineZone
})

/** What there is to see on machines in three zones, at three times. */
function onMachines<Seen>(look: () => Seen): readonly Seen[] {
  const machines = [
    ['Asia/Tokyo', '2025-01-15T00:00:00Z'],
    ['America/New_York', '2025-07-15T00:00:00Z'],
    ['Australia/Lord_Howe', '2031-10-04T15:30:00Z'],
  ] as const
  return machines.map(([zone, today]) => {
    process.env['TZ'] = zone
    vi.useFakeTimers({ now: new Date(today) })
    return look()
  })
}

it('is changed by what stands for machines here', () => {
  expect(new Set(onMachines(() => new Date().getTimezoneOffset())).size).toBe(3)
})

it.each([
  ['America/New_York', '00 30 02 * * ?', '2025-03-08T12:00:00Z'],
  ['America/New_York', '00 30 * * * ?', '2025-11-02T04:45:00Z'],
  ['Australia/Lord_Howe', '00 15 02 * * ?', '2025-10-04T00:00:00Z'],
  ['Pacific/Apia', '00 00 12 * * ?', '2011-12-29T00:00:00Z'],
  ['Asia/Shanghai', '00 00 02 L * ?', '2026-01-01T00:00:00Z'],
])('has no say in the runs in %s of %s', (timezone, cron, from) => {
  const seen = onMachines(() => JSON.stringify([...runs({ cron, timezone }, { from, count: 5 })]))
  expect(new Set(seen).size).toBe(1)
})

it('has no say in the values of parameters', () => {
  const expressions = ['$gmtdate', '$bizmonth', '$[yyyymmddhh24miss-1/24]', '$[add_months(yyyymmdd,-1)]']
  const context = { scheduleTime: '2026-03-29 03:00:00', timezone: 'Europe/Berlin' }
  const seen = onMachines(() => expressions.map((expression) => evaluateParameter(expression, context)).join(' '))
  expect(new Set(seen)).toEqual(new Set(['20260329 202602 20260329010000 20260228']))
})
