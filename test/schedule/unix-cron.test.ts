import { fromUnixCron, parseCron } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { faultsOf, refusal } from './refused-cron.ts'

describe('a cron of Unix', () => {
  it.each<[unix: string, cron: string, noted: readonly string[]]>([
    ['30 2 * * *', '00 30 02 * * ?', []],
    ['*/15 * * * *', '00 */15 * * * ?', []],
    ['0 9 * * 1-5', '00 00 09 ? * 1-5', []],
    ['0 9 * * 0', '00 00 09 ? * 0', []],
    ['0 9 * * sun', '00 00 09 ? * SUN', []],
    ['0 9 * * fri-mon', '00 00 09 ? * 1,5-7', ['day-of-week']],
    ['0 9 * * 5-7', '00 00 09 ? * 5-7', []],
    ['0 9 * * 7-2', '00 00 09 ? * 1,2,7', ['day-of-week']],
    ['0 9 * * 6-3/2', '00 00 09 ? * 1,3,6', ['day-of-week']],
    ['0 9 1,15 * *', '00 00 09 1,15 * ?', []],
    ['0 9 */5 * *', '00 00 09 1,6,11,16,21,26,31 * ?', ['day-of-month']],
    ['0 22-2 * jan-mar *', '00 00 0-2,22,23 * JAN-MAR ?', ['hour']],
    ['5/20 * * * *', '00 5/20 * * * ?', ['minute']],
    ['0 0 ? * 1', '00 00 00 ? * 1', []],
    ['@hourly', '00 00 * * * ?', []],
    ['@daily', '00 00 00 * * ?', []],
    ['@weekly', '00 00 00 ? * 0', []],
    ['@monthly', '00 00 00 1 * ?', []],
    ['@Yearly', '00 00 00 1 1 ?', []],
    ['@annually', '00 00 00 1 1 ?', []],
    ['@midnight', '00 00 00 * * ?', []],
    ['10/20 * * * *', '00 10/20 * * * ?', ['minute']],
    ['1,10/20 * * * *', '00 1,10/20 * * * ?', ['minute']],
    ['0 2/4 1/5 2/3 *', '00 00 2/4 1/5 2/3 ?', ['hour', 'day-of-month', 'month']],
    ['0 2 * * 1/2', '00 00 02 ? * 1/2', ['day-of-week']],
    ['*/20,5-50/5 * * * *', '00 */20,5-50/5 * * * ?', []],
  ])('%s is %s here', (unix, cron, noted) => {
    const carried = fromUnixCron(unix)
    expect(carried.cron).toBe(cron)
    expect(carried.notes.map(({ field }) => field)).toEqual(noted)
    expect(parseCron(carried.cron).ok).toBe(true)
  })

  it.each<[unix: string, refused: readonly (readonly [string, string | undefined, number])[]]>([
    ['0 0 1 * 1', [['not-carried', 'day-of-week', 9]]],
    ['0 0 */2 * 1', [['not-carried', 'day-of-week', 11]]],
    ['0 0 * * L', [['syntax', 'day-of-week', 9]]],
    ['0 24 * * *', [['syntax', 'hour', 3]]],
    ['0 0 15W * *', [['not-carried', 'day-of-month', 5]]],
    ['H 0 * * *', [['syntax', 'minute', 1]]],
    ['0 2 * * * /usr/bin/report', [['syntax', undefined, 11]]],
    ['CRON_TZ=UTC 0 2 * * *', [['syntax', undefined, 21]]],
    ['0 0 2 * * ?', [['syntax', undefined, 11]]],
    ['@reboot', [['syntax', undefined, 1]]],
    ['@daily /usr/bin/report', [['syntax', undefined, 8]]],
    ['0 2 *', [['syntax', undefined, 5]]],
    ['', [['syntax', undefined, 1]]],
  ])('%s is refused', (unix, refused) => {
    expect(refusal(fromUnixCron, unix)).toEqual(refused)
  })

  it.each<[unix: string, message: string]>([
    ['0 9 * * 7-2', 'The day of week "7-2" is written "1,2,7": in DataWorks no range runs over the end of its field.'],
    [
      '0 9 */10 * *',
      'The day of month "*/10" is written "1,11,21,31": the steps of * begin with day 1 in Unix cron, and before it, with 0, in DataWorks.',
    ],
    [
      '0 0 1/5 * *',
      'The day of month "1/5" has a step that begins at one value; it is read as going on to the end of the field, but some crons refuse it or take that value alone.',
    ],
  ])('%s is noted: %s', (unix, message) => {
    expect(fromUnixCron(unix).notes).toEqual([{ field: expect.stringMatching(/^day-of-(week|month)$/), message }])
  })

  it.each<[unix: string, said: RegExp, hint: RegExp]>([
    ['@reboot', /has 1\.$/, /^Nothing starts DataWorks: @reboot/],
    ['@rebooted', /has 1\.$/, /^An example is/],
    ['CRON_TZ=UTC 0 2 * * *', /has 6\.$/, /^Write the zone as the timezone/],
    ['TZ=UTC 0 2 * * *', /has 6\.$/, /^Write the zone as the timezone/],
    ['XTZ=UTC 0 2 * * *', /has 6\.$/, /^Leave the command/],
    ['0 2 * * * report', /has 6\.$/, /^Leave the command .* use fromQuartzCron/],
    ['0 2 *', /has 3\.$/, /^An example is "30 2 \* \* 1-5"/],
    ['', /has 0\.$/, /^An example is/],
    ['0 0 1 * 1', /restricts both day of month "1" and day of week "1":/, /^Make two schedules/],
    ['0 0 32 * *', /allowed are 1 to 31\.$/, /dom=32/],
    ['0 0 * * 8', /allowed are 0 or 7 \(Sunday\) to 6 \(Saturday\), or SUN to SAT\.$/, /dow=8/],
  ])('%s is refused, and said why', (unix, said, hint) => {
    const [fault] = faultsOf(fromUnixCron, unix)
    expect(fault?.message).toMatch(said)
    expect(fault?.hint).toMatch(hint)
    expect(unix === '' ? fault?.length : 0).toBe(0)
  })
})
