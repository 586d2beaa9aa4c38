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
    ...['EST5EDT', 'CST6CDT', 'MST7MDT', 'PST8PDT', 'CET', 'EET', 'MET', 'WET', 'ROC', 'ROK', 'UCT', 'GMT', 'GMT0'],
    ...['GB', 'GB-Eire', 'NZ', 'NZ-CHAT', 'W-SU', 'US/Samoa', 'Etc/UCT', 'Etc/GMT0', 'Australia/ACT', 'Australia/NSW'],
    ...['America/Knox_IN', 'Brazil/DeNoronha', 'Chile/EasterIsland', 'Mexico/BajaNorte', 'Mexico/BajaSur'],
    'Europe/Isle_of_Man',
  ])('%s is known', (name) => {
    expect(checkZone(name)).toMatchObject({ ok: true, zone: { name }, diagnostics: [] })
  })

  it('is known under every name the machine lists', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((name) => !checkZone(name).ok)
    expect(refused).toEqual([])
  })

  it.each<[name: string, exact: string]>([
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
    ...['roc', 'rok', 'uct', 'gmt', 'cet', 'eet', 'met', 'wet'].map((name): [string, string] => [
      name,
      name.toUpperCase(),
    ]),
    ['w-su', 'W-SU'],
    ['africa/dar_es_salaam', 'Africa/Dar_es_Salaam'],
    ['Etc/Gmt0', 'Etc/GMT0'],
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
    ['GMT+3', 180, 'Asia/Riyadh'],
    ['GMT+4', 240, 'Asia/Dubai'],
    ['GMT+7', 420, 'Asia/Jakarta'],
    ['GMT+14', 840, 'Etc/GMT-14'],
    ['GMT-14', -840, 'Etc/GMT+14'],
    ['GMT+5:45', 345, 'Write the zone of a place.'],
    ['GMT-3:30', -210, 'Write the zone of a place.'],
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
    [' UTC+8', 'Asia/Shanghai'],
    ['+0800', 'Asia/Shanghai'],
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
    ...['GMT+25', 'GMT+15', 'GMT+14:30', 'GMT+8:60', 'GMT+8:75', 'GMT+8x', 'UTC+8 (China)', 'Region UTC+8'],
    'New Standard Time York',
    'x'.repeat(500),
  ])('%s is unknown, without a suggestion', (name) => {
    const check = checkZone(name)
    expect(check).toMatchObject({ ok: false, diagnostics: [{ rule: 'schedule/unknown-zone', severity: 'error' }] })
    expect(check.diagnostics[0]?.hint).toContain('such as Asia/Shanghai')
    expect(check.diagnostics[0]?.message.length).toBeLessThan(120)
  })

  /** Sources: the map of Windows zones in CLDR; the abbreviations that the time zone database has for these places. */
  it.each([
    ['Asia/Shanghai', 'Guangzhou, Shenzhen, Hangzhou, Chengdu, China Standard Time, system, CTT'],
    ['Asia/Hong_Kong', 'HKT, Hong Kong'],
    ['Asia/Singapore', 'SGT, Singapore Standard Time'],
    ['Asia/Tokyo', 'JST, Tokyo Standard Time'],
    ['Asia/Seoul', 'KST, Korea Standard Time'],
    ['Asia/Bangkok', 'SE Asia Standard Time'],
    ['Asia/Jakarta', 'WIB'],
    ['Asia/Kolkata', 'Mumbai, Delhi, India Standard Time'],
    ['Asia/Dubai', 'Arabian Standard Time'],
    ['Asia/Riyadh', 'Arab Standard Time'],
    ['Europe/London', 'BST, GMT Standard Time'],
    ['Europe/Paris', 'Romance Standard Time'],
    ['Europe/Berlin', 'Frankfurt, Munich, CEST, W. Europe Standard Time'],
    ['Europe/Budapest', 'Central Europe Standard Time'],
    ['America/New_York', 'Washington, EDT, Eastern Standard Time'],
    ['America/Chicago', 'CDT, Central Standard Time'],
    ['America/Denver', 'MST, MDT, Mountain Standard Time'],
    ['America/Los_Angeles', 'San Francisco, PST, PDT, Pacific Standard Time'],
    ['Pacific/Honolulu', 'HST'],
    ['Australia/Sydney', 'AUS Eastern Standard Time'],
    ['UTC', 'Coordinated Universal Time'],
  ])('%s is suggested for %s', (suggestion, names) => {
    const hints = names.split(', ').map((name) => checkZone(name).diagnostics[0]?.hint)
    expect(new Set(hints)).toEqual(new Set([`Did you mean ${suggestion}?`]))
  })

  it.each([
    ['GMT+8', 'The time zone "GMT+8" is a fixed offset, +08:00 all year, and no name of the time zone database.'],
    ['GMT+99', 'The time zone "GMT+99" is unknown.'],
    ['CST', 'The time zone "CST" is an abbreviation, which can mean several zones.'],
    ['x'.repeat(65), /^The time zone "x+.* is unknown\.$/],
    [8, 'The time zone has to be text, but is 8.'],
  ])('of %s is said what it is', (name, message) => {
    expect(checkZone(name).diagnostics[0]?.message).toMatch(message)
  })

  it.each([null, undefined, 8, {}])('is text, not %s', (name) => {
    expect(checkZone(name)).toMatchObject({ ok: false, diagnostics: [{ rule: 'schedule/unknown-zone' }] })
  })
})
