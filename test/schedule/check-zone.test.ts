import { describe, expect, it } from 'vitest'
import { checkZone } from '../../src/schedule/zones/zone.ts'

describe('a time zone', () => {
  it.each([
    'Asia/Shanghai',
    'UTC',
    'Etc/UTC',
    'Etc/GMT-8',
    'PRC',
    'Japan',
    'US/Pacific',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'Africa/Dar_es_Salaam',
    'America/Port-au-Prince',
    'America/Port_of_Spain',
    'America/Argentina/ComodRivadavia',
    'America/Indiana/Knox',
    'Antarctica/DumontDUrville',
    'Antarctica/McMurdo',
    'Australia/LHI',
    'EST5EDT',
    'GB-Eire',
    'NZ-CHAT',
    'W-SU',
  ])('%s is known', (name) => {
    expect(checkZone(name)).toMatchObject({ ok: true, zone: { name }, diagnostics: [] })
  })

  it('is known under every name the machine lists', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((name) => !checkZone(name).ok)
    expect(refused).toEqual([])
  })

  it.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['Asia/shanghai', 'Asia/Shanghai'],
    ['ASIA/KOLKATA', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['prc', 'PRC'],
    ['etc/gmt-8', 'Etc/GMT-8'],
    ['America/Port-Au-Prince', 'America/Port-au-Prince'],
    ['europe/isle_of_man', 'Europe/Isle_of_Man'],
    ['antarctica/mcmurdo', 'Antarctica/McMurdo'],
    ['us/east-indiana', 'US/East-Indiana'],
  ])('%s is not in its exact case, %s', (name, exact) => {
    expect(checkZone(name)).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'schedule/zone-case', severity: 'error', path: '', hint: `Write ${exact}.` }],
    })
  })

  it.each([
    ['GMT+8', 480, 'Asia/Shanghai'],
    ['GMT+08:00', 480, 'Asia/Shanghai'],
    ['GMT+9', 540, 'Asia/Tokyo'],
    ['GMT-5', -300, 'Etc/GMT+5'],
    ['GMT+1', 60, 'Etc/GMT-1'],
    ['GMT+5:30', 330, 'Asia/Kolkata'],
    ['GMT+0', 0, 'UTC'],
  ])('%s is a fixed offset of %s minutes, with a warning', (name, minutes, suggestion) => {
    const check = checkZone(name)
    expect(check).toMatchObject({
      ok: true,
      diagnostics: [{ rule: 'schedule/zone-fixed-offset', severity: 'warning', path: '' }],
    })
    expect(check.diagnostics[0]?.hint).toContain(suggestion)
    expect(check.ok && [0, 1_750_000_000_000].map((instant) => check.zone.offsetAt(instant))).toEqual([
      minutes,
      minutes,
    ])
  })

  it.each([
    ['', 'Asia/Shanghai'],
    ['UTC+8', 'Asia/Shanghai'],
    ['+08:00', 'Asia/Shanghai'],
    ['gmt+8', 'Asia/Shanghai'],
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    [' Asia/Shanghai', 'Asia/Shanghai'],
    ['Shanghai', 'Asia/Shanghai'],
    ['China Standard Time', 'Asia/Shanghai'],
    ['New York', 'America/New_York'],
    ['America/NewYork', 'America/New_York'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['America/San_Francisco', 'America/Los_Angeles'],
    ['Europe/Munich', 'Europe/Berlin'],
    ['EST', 'America/New_York'],
    ['JST', 'Asia/Tokyo'],
    ['Z', 'UTC'],
    ['local', 'Asia/Shanghai'],
  ])('%j is unknown; %s is suggested', (name, suggestion) => {
    expect(checkZone(name)).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'schedule/unknown-zone', severity: 'error', hint: `Did you mean ${suggestion}?` }],
    })
  })

  it.each([
    'Mars/Olympus',
    'CST',
    'SystemV/AST4',
    'US/Pacific-New',
    'Etc/Unknown',
    'GMT+25',
    'GMT+8:75',
    'x'.repeat(500),
  ])('%s is unknown, without a suggestion', (name) => {
    const check = checkZone(name)
    expect(check).toMatchObject({ ok: false, diagnostics: [{ rule: 'schedule/unknown-zone', severity: 'error' }] })
    expect(check.diagnostics[0]?.hint).toContain('such as Asia/Shanghai')
    expect(check.diagnostics[0]?.message.length).toBeLessThan(120)
  })

  it.each([null, undefined, 8, {}])('is text, not %s', (name) => {
    expect(checkZone(name)).toMatchObject({ ok: false, diagnostics: [{ rule: 'schedule/unknown-zone' }] })
  })
})
