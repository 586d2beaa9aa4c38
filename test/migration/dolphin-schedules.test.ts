import { fromDolphinScheduler } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { exportedWorkflow } from './support/dolphin-export.ts'
import { at, workflowIn } from './support/parts-of.ts'

describe('schedules', () => {
  const triggerOf = (schedule: object) => {
    const { documents, notes } = fromDolphinScheduler(
      exportedWorkflow({
        tasks: [{ code: 11, name: 'step', type: 'SHELL', params: { rawScript: 'ls' } }],
        schedule: { releaseState: 'ONLINE', ...schedule },
      }),
    )
    return { document: documents[0], trigger: workflowIn(documents[0])['trigger'], notes }
  }

  test.each([
    ['0 0 3 * * ? *', '00 00 03 * * ?'],
    ['0 15 9 ? * 2-6', '00 15 09 ? * 1-5'],
    ['0 0 1 ? * 1 *', '00 00 01 ? * 7'],
    ['0 0 1 L * ?', '00 00 01 L * ?'],
    ['0 0/10 8-17 * * ?', '00 0/10 8-17 * * ?'],
    ['0 0 1 ? * 6#3', '00 00 01 ? * 5#3'],
  ])('%s runs by %s', (crontab, cron) => {
    const { trigger, notes } = triggerOf({
      crontab,
      startTime: '2026-01-01 00:00:00',
      endTime: '2027-01-01T00:00:00.000+0800',
    })
    expect(trigger).toMatchObject({
      cron,
      startTime: '2026-01-01 00:00:00',
      endTime: '2027-01-01 00:00:00',
      timezone: 'Asia/Shanghai',
    })
    expect(notes).toEqual([])
  })

  test.each(['0 0 1 15W * ?', '30 0 1 * * ?', '0 0 1 * * ? 2026', 'every day', '0 0 1 30 2 ?'])(
    '%s is told, and the workflow run by hand',
    (crontab) => {
      const { document, notes } = triggerOf({ crontab })
      expect(at(document, 'kind')).toBe('ManualWorkflow')
      expect(notes[0]).toMatchObject({ place: 'orders', what: `schedule ${crontab}` })
    },
  )

  test.each([
    ['America/New_York', 'America/New_York', 0],
    ['asia/shanghai', 'Asia/Shanghai', 1],
    ['Mars/Olympus', 'Asia/Shanghai', 1],
  ])('the zone %s is %s', (timezoneId, timezone, notes) => {
    const found = triggerOf({ crontab: '0 0 3 * * ?', timezoneId })
    expect(found.trigger).toMatchObject({ timezone })
    expect(found.notes).toHaveLength(notes)
  })

  test('that are offline pause the workflow', () => {
    const { document, notes } = triggerOf({ crontab: '0 0 3 * * ?', releaseState: 'OFFLINE', failureStrategy: 'END' })
    expect(workflowIn(document)['strategy']).toMatchObject({ recurrenceType: 'Pause', failureStrategy: 'Break' })
    expect(notes).toMatchObject([{ what: 'schedule that is offline' }])
  })

  test('with an end before the start, or moments that are none, are told', () => {
    const { notes } = triggerOf({
      crontab: '0 0 3 * * ?',
      startTime: '2027-01-01 00:00:00',
      endTime: '2026-01-01 00:00:00',
    })
    expect(notes).toMatchObject([{ what: 'end 2026-01-01 00:00:00' }])
    expect(triggerOf({ crontab: '0 0 3 * * ?', startTime: '2026-02-30 00:00:00' }).notes).toMatchObject([
      { what: 'start 2026-02-30 00:00:00' },
    ])
  })
})
