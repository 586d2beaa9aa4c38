import { checkSpec } from 'flowspec'
import { runs } from 'flowspec/schedule'
import { type Instance, type SimulatedDocument, simulate } from 'flowspec/simulate'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from '../check/support/base-document.ts'
import { append, type Edit, edited, set } from '../check/support/edit.ts'
import { beside } from '../check/support/loop-nodes.ts'
import { nodesDocument } from './nodes-document.ts'

const week = { from: '2026-01-05', to: '2026-01-11' }
const asText = (instances: readonly Instance[]): string[] =>
  instances.map(({ id, state, upstream }) => `${id} ${state} ${upstream.map((each) => each.id).join(' ')}`)

const changed = (edit: Edit): SimulatedDocument => JSON.parse(JSON.stringify(edited(baseDocument, edit)))
const trigger = (field: string, value: string): Edit => set(`${at.trigger}/${field}`, value)

/** Source: what the reference implementation reads; the check warns of each and says what it means. */
const forms: readonly (readonly [what: string, written: Edit, meant: Edit])[] = [
  ['every year', trigger('cron', '00 02 00 * * ? *'), trigger('cron', '00 02 00 * * ?')],
  ['every year, after spaces', trigger('cron', ' 0 0 3 * *  ?  * '), trigger('cron', '00 00 03 * * ?')],
  ['every year on Mondays', trigger('cron', '00 00 00 ? * 1 *'), trigger('cron', '00 00 00 ? * 1')],
  ['every year by the hour', trigger('cron', '00 00 */6 * * ? *'), trigger('cron', '00 00 */6 * * ?')],
  ['every year by the minute', trigger('cron', '00 */30 * * * ? *'), trigger('cron', '00 */30 * * * ?')],
  ['a T in the start', trigger('startTime', '2026-01-07T00:00:00'), trigger('startTime', '2026-01-07 00:00:00')],
  ['a T in the end', trigger('endTime', '2026-01-07T00:00:00'), trigger('endTime', '2026-01-07 00:00:00')],
  ['a type of trigger in lower case', trigger('type', 'scheduler'), trigger('type', 'Scheduler')],
  ['a manual trigger in lower case', trigger('type', 'manual'), trigger('type', 'Manual')],
  ['a pause in capitals', set(`${at.ods}/recurrence`, 'PAUSE'), set(`${at.ods}/recurrence`, 'Pause')],
  ['skipping in lower case', set(`${at.ods}/recurrence`, 'skip'), set(`${at.ods}/recurrence`, 'Skip')],
  ['a mode in lower case', set(`${at.strategy}/instanceMode`, 't+1'), set(`${at.strategy}/instanceMode`, 'T+1')],
  ['a dependency in capitals', set(`${at.dwdDepends}/type`, 'NORMAL'), set(`${at.dwdDepends}/type`, 'Normal')],
  ['a kind in lower case', set('/kind', 'manualworkflow'), set('/kind', 'ManualWorkflow')],
]

describe('what the check takes with a warning is simulated as what it means', () => {
  test.each(forms)('%s', (_, written, meant) => {
    const [given, right] = [changed(written), changed(meant)]
    expect(checkSpec(given).filter(({ severity }) => severity === 'error')).toEqual(
      checkSpec(right).filter(({ severity }) => severity === 'error'),
    )
    const [found, expected] = [simulate(given, week), simulate(right, week)]
    expect(asText(found.instances)).toEqual(asText(expected.instances))
    expect(found.withoutInstances).toEqual(expected.withoutInstances)
  })

  test('a node beside the loop it stands in, whose cron is none, has no instances of its own', () => {
    const loop = { id: 'loop', name: 'loop', script: { runtime: { command: 'CONTROLLER_CYCLE' } }, 'do-while': {} }
    const inner = { ...beside('a'), trigger: { type: 'Scheduler', cron: '00,00' } }
    const document = changed((copy) => {
      append(`${at.workflow}/nodes`, loop)(copy)
      append(`${at.workflow}/nodes`, inner)(copy)
    })
    expect(simulate(document, week).withoutInstances).toMatchObject([{ name: 'a', reason: 'inside', inside: 'loop' }])
  })
})

describe('runs', () => {
  const range = { from: '2026-01-01T00:00:00+08:00', count: 3 }
  const times = (source: Parameters<typeof runs>[0]): string[] => [...runs(source, range)].map((run) => run.at)

  test.each([
    ['00 02 00 * * ? *', '00 02 00 * * ?'],
    ['00 00 02 ? * 1#2 *', '00 00 02 ? * 1#2'],
    [' 00 */5 * * * ?  *', '00 */5 * * * ?'],
  ])('take %j for %j', (written, meant) => {
    expect(times({ cron: written })).toEqual(times({ cron: meant }))
  })

  test.each(['startTime', 'endTime'])('take a T in the %s', (field) => {
    const cron = '00 02 00 * * ?'
    expect(times({ cron, [field]: '2026-01-02T00:02:00' })).toEqual(times({ cron, [field]: '2026-01-02 00:02:00' }))
  })

  test.each([
    [{ cron: '00 02 00 * * ? 2027' }],
    [{ cron: '00 02 00 * * ? */2' }],
    [{ cron: '00 02 25 * * ? *' }],
    [{ cron: '00 02 00 * * ?', startTime: '2026-02-30T00:00:00' }],
    [{ cron: '00 02 00 * * ?', startTime: '2026-01-01T00:00:00Z' }],
    [{ cron: '00 02 00 * * ?', startTime: '2026-01-02T00:00:00', endTime: '2026-01-01T00:00:00' }],
  ])('refuse %j', (source) => {
    expect(() => [...runs(source, range)]).toThrow(expect.objectContaining({ name: 'FlowSpecError' }))
  })
})

describe('waiting after the schedule time', () => {
  const starts = (delaySeconds: number): string[] =>
    simulate(nodesDocument({ a: { cron: '00 00 02 * * ?', trigger: { delaySeconds } } }), {
      from: '2026-01-05',
      to: '2026-01-05',
    }).instances.map(({ earliestStart }) => earliestStart)

  test.each([
    [0, '2026-01-05T02:00:00+08:00'],
    [90, '2026-01-05T02:01:30+08:00'],
    [0.5, '2026-01-05T02:00:00+08:00'],
    [86_400, '2026-01-06T02:00:00+08:00'],
    // Nothing is later than the last time a clock can show in four digits.
    [3e11, '9999-12-31T23:59:59+08:00'],
    [1e13, '9999-12-31T23:59:59+08:00'],
    [Number.MAX_VALUE, '9999-12-31T23:59:59+08:00'],
    [-5, '2026-01-05T02:00:00+08:00'],
  ])('of %d seconds ends at %s', (delay, expected) => {
    expect(starts(delay)).toEqual([expected])
  })

  test.each(['9999-12-31 23:59:59', '0001-01-01', 8.64e15, -8.64e15, new Date(8.64e15)])(
    'no span from or to %s is an error of another kind',
    (moment) => {
      const node = nodesDocument({ a: { cron: '00 00 02 1 1 ?', trigger: { delaySeconds: 5 } } })
      for (const span of [
        { from: moment, to: moment },
        { from: '2026-01-05', to: moment },
        { from: moment, to: '2026-01-05' },
      ]) {
        try {
          expect(
            simulate(node, { ...span, maxInstances: 1000 }).instances.every(({ at: time }) => /^\d{4}-/.test(time)),
          ).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ name: 'FlowSpecError' })
        }
      }
    },
  )
})
