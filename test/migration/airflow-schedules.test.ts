import { fromAirflow } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { bash, delta, interval, serialized, timetable } from './support/airflow-dag.ts'
import { at, workflowIn } from './support/parts-of.ts'

describe('schedules', () => {
  test.each([
    [{ schedule_interval: '@daily' }, '00 00 00 * * ?', 'UTC'],
    [{ schedule_interval: '@hourly' }, '00 00 * * * ?', 'UTC'],
    [{ schedule_interval: '@weekly' }, '00 00 00 ? * 0', 'UTC'],
    [{ schedule_interval: '@monthly', timezone: 'Asia/Shanghai' }, '00 00 00 1 * ?', 'Asia/Shanghai'],
    [{ schedule_interval: '30 2 * * 1-5' }, '00 30 02 ? * 1-5', 'UTC'],
    [interval('15 3 * * *', 'Europe/Berlin'), '00 15 03 * * ?', 'Europe/Berlin'],
    [
      timetable('trigger.CronTriggerTimetable', { expression: '15 3 * * *', timezone: 'UTC', interval: 0 }),
      '00 15 03 * * ?',
      'UTC',
    ],
    [{ schedule_interval: delta(86_400), start_date: 1_767_235_800 }, '00 50 02 * * ?', 'UTC'],
    [{ schedule_interval: delta(6 * 3600), start_date: 1_767_235_800 }, '00 50 2,8,14,20 * * ?', 'UTC'],
    [{ schedule_interval: delta(900) }, '00 0,15,30,45 * * * ?', 'UTC'],
    [{ schedule_interval: delta(7 * 86_400), start_date: 1_767_235_800 }, '00 50 02 ? * 4', 'UTC'],
  ])('%j is the cron %s', (fields, cron, timezone) => {
    const { documents, notes } = fromAirflow(serialized({ ...fields, tasks: [bash('a', 'ls')] }))
    expect(workflowIn(documents[0])['trigger']).toMatchObject({ cron, timezone })
    expect(notes).toEqual([])
  })

  test.each([
    [{ schedule_interval: null }, 'no schedule'],
    [{ schedule_interval: '@once' }, 'schedule by @once'],
    [timetable('simple.DatasetTriggeredTimetable', {}), 'schedule by DatasetTriggeredTimetable'],
    [{ schedule_interval: delta(5000) }, 'schedule of every 5000 seconds'],
    [{ schedule_interval: 'every day' }, 'schedule every day'],
    [{ schedule_interval: '0 0 * * * 30' }, 'schedule 0 0 * * * 30'],
  ])('%j is told, and the workflow run by hand', (fields, what) => {
    const { documents, notes } = fromAirflow(serialized({ ...fields, tasks: [bash('a', 'ls')] }))
    expect(at(documents[0], 'kind')).toBe('ManualWorkflow')
    expect(notes).toMatchObject([{ place: 'orders', what }])
  })

  test.each([
    [{ __type: 'retail.calendars.BusinessDays', __var: { expression: '0 3 * * *', timezone: 'UTC' } }, 'BusinessDays'],
    [{ __type: 'retail.calendars.Shifts', __var: { delta: 86_400 } }, 'Shifts'],
  ])('of a timetable of a team, %j, are carried, and noted', (own, name) => {
    const { documents, notes } = fromAirflow(
      serialized({ start_date: 1_767_236_400, timetable: own, tasks: [bash('a', 'ls')] }),
    )
    expect(workflowIn(documents[0])['trigger']).toMatchObject({ cron: '00 00 03 * * ?' })
    expect(notes).toMatchObject([{ place: 'orders', what: `timetable ${name}` }])
  })

  test('have the start and end of the DAG, or of its default arguments', () => {
    const fields = {
      timezone: 'Asia/Shanghai',
      end_date: 1_798_732_800,
      default_args: { __type: 'dict', __var: { start_date: { __type: 'datetime', __var: 1_767_196_800 } } },
    }
    const { documents } = fromAirflow(serialized({ ...fields, schedule_interval: '@daily', tasks: [bash('a', 'ls')] }))
    expect(workflowIn(documents[0])['trigger']).toMatchObject({
      startTime: '2026-01-01 00:00:00',
      endTime: '2027-01-01 00:00:00',
    })
  })
})
