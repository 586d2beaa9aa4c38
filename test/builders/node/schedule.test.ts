import { type FlowTrigger, manualWorkflow, shell, virtual, workflow } from 'flowspec'
import { calendar, daily, everyMinutes, weekly } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

function triggerOf(builder: { toJSON(): unknown }): FlowTrigger | undefined {
  const document = JSON.parse(JSON.stringify(builder))
  return document.spec.workflows[0].trigger
}

const shanghai = {
  type: 'Scheduler',
  startTime: '1970-01-01 00:00:00',
  endTime: '9999-01-01 00:00:00',
  timezone: 'Asia/Shanghai',
  delaySeconds: 0,
}

describe('the schedule of a workflow', () => {
  it('is a cron', () => {
    const flow = workflow('w').schedule('00 02 00 * * ?')
    expect(triggerOf(flow)).toEqual({ ...shanghai, cron: '00 02 00 * * ?' })
    expect(triggerOf(flow)).toEqual(triggerOf(workflow('w').cron('00 02 00 * * ?')))
  })

  it('is a value of flowspec/schedule', () => {
    const everyHalfHour = everyMinutes(30).between('08:00', '17:59').timezone('Europe/London')
    const document = workflow('w').schedule(everyHalfHour.from('2026-01-01').until('2026-12-31')).build()
    expect(document.spec.workflows?.[0]?.trigger).toEqual({
      ...shanghai,
      cron: '00 */30 08-17 * * ?',
      timezone: 'Europe/London',
      startTime: '2026-01-01 00:00:00',
      endTime: '2026-12-31 23:59:59',
    })
  })

  it('is the fields of a trigger, those without a value left out', () => {
    const flow = workflow('w').schedule({ cron: '00 02 00 * * ?', timezone: undefined, calendarId: 5 })
    expect(triggerOf(flow)).toEqual({ ...shanghai, cron: '00 02 00 * * ?', calendarId: 5 })
  })

  it('leaves what it does not say, but for the calendar, which goes with its cron', () => {
    const flow = workflow('w')
      .timezone('Europe/London')
      .endTime('2026-12-31 00:00:00')
      .delaySeconds(60)
      .schedule(calendar(7, '01:00'))
      .schedule(daily('02:00'))
    expect(triggerOf(flow)).toEqual({
      ...shanghai,
      cron: '00 00 02 * * ?',
      timezone: 'Europe/London',
      endTime: '2026-12-31 00:00:00',
      delaySeconds: 60,
    })
  })

  it('gives way to a later call', () => {
    const flow = workflow('w').schedule(daily('02:00').timezone('Europe/London')).cron('00 03 00 * * ?')
    expect(triggerOf(flow)).toEqual({ ...shanghai, cron: '00 03 00 * * ?', timezone: 'Europe/London' })
  })

  it('is checked with the document', () => {
    const diagnostics = workflow('w')
      .schedule('00 02 25 * * ?')
      .check({ rules: { 'graph/empty-workflow': 'off' } })
    expect(diagnostics).toMatchObject([
      { rule: 'schedule/cron-syntax', path: '/spec/workflows/0/trigger/cron', severity: 'error' },
    ])
  })

  it('is not for manual workflows', () => {
    const manual = manualWorkflow('m')
    // @ts-expect-error: a manual workflow has no schedule
    expect(() => manual.schedule(daily('02:00'))).not.toThrow()
  })
})

it('is for a node as well', () => {
  const node = shell('report')
    .code('date')
    .schedule(weekly(['MON'], '03:00').timezone('Europe/London'))
  const document = workflow('w').schedule(daily('02:00')).nodes(virtual('start'), node).build()
  expect(document.spec.workflows?.[0]?.nodes?.[1]?.trigger).toEqual({
    ...shanghai,
    cron: '00 00 03 ? * 1',
    timezone: 'Europe/London',
  })
})
