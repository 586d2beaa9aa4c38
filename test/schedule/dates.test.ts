import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../src/schedule/runs/instant.ts'
import { parseWallClock } from '../../src/schedule/runs/wall-clock.ts'
import { checkWindow } from '../../src/schedule/runs/window.ts'

describe('a startTime or endTime', () => {
  it.each([
    ['1970-01-01 00:00:00', 0],
    ['9999-01-01 15:12:51', Date.UTC(9999, 0, 1, 15, 12, 51)],
    ['2024-02-29 23:59:59', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['0001-01-01 00:00:00', -62_135_596_800_000],
  ])('%s is read', (text, value) => {
    expect(parseWallClock(text, 'startTime')).toEqual({ ok: true, wallClock: { text, value } })
  })

  it.each([
    ['2026-02-30 00:00:00', /no date and time of the calendar/, /as in/],
    ['2025-02-29 00:00:00', /calendar/, /as in/],
    ['2026-13-01 00:00:00', /calendar/, /as in/],
    ['2026-00-01 00:00:00', /calendar/, /as in/],
    ['2026-01-00 00:00:00', /calendar/, /as in/],
    ['2026-01-01 24:00:00', /calendar/, /as in/],
    ['2026-01-01 00:60:00', /calendar/, /as in/],
    ['2026-01-01 00:00:60', /calendar/, /as in/],
    ['0000-01-01 00:00:00', /calendar/, /as in/],
    ['2023-01-01T00:00:00', /not of the form yyyy-MM-dd HH:mm:ss/, /"2023-01-01 00:00:00"/],
    ['2023-01-01T08:30:00+08:00', /not of the form/, /"2023-01-01 08:30:00"/],
    ['2023-1-2 3:04:05', /not of the form/, /"2023-01-02 03:04:05"/],
    ['2023-01-01', /not of the form/, /"2023-01-01 00:00:00"/],
    ['2023-01-01 00:00:00 ', /not of the form/, /"2023-01-01 00:00:00"/],
    ['10000-01-01 00:00:00', /not of the form/, /as in/],
    ['２023-01-01 00:00:00', /not of the form/, /as in/],
    ['2023-1-2T03:04', /not of the form/, /"2023-01-02 03:04:00"/],
    ['2023-01-01 08:30:00.123', /not of the form/, /"2023-01-01 08:30:00"/],
    ['2023-01-01T08:30:00.123456789Z', /not of the form/, /"2023-01-01 08:30:00"/],
    ['2023-01-01T08:30:00-0330', /not of the form/, /"2023-01-01 08:30:00"/],
    ['2023-01-01T08:30Z', /not of the form/, /"2023-01-01 08:30:00"/],
    ['2023-01-01T8', /not of the form/, /as in/],
    ['2023-01-01T8:5:00', /not of the form/, /as in/],
    ['2023-01-01T08:30:5', /not of the form/, /as in/],
    ['2023-01-01T08:30:00.', /not of the form/, /as in/],
    ['2023-01-01T08:30:00.1234567890', /not of the form/, /as in/],
    ['2023-01-01T08:30:00+8', /not of the form/, /as in/],
    ['2023-01-01T08:30:00Zulu', /not of the form/, /as in/],
    ['2023-01-01_08:30:00', /not of the form/, /as in/],
    ['2023-02-30', /not of the form/, /as in/],
    ['2023-111-01', /not of the form/, /as in/],
    ['12023-01-01 00:00:00', /not of the form/, /as in/],
    ['2023-01-01 00:00:001', /not of the form/, /as in/],
    ['2023-1-01 00:00:00', /not of the form/, /"2023-01-01 00:00:00"/],
    ['2023-01-1 00:00:00', /not of the form/, /"2023-01-01 00:00:00"/],
    ['2023-01-01 0:00:00', /not of the form/, /"2023-01-01 00:00:00"/],
    ['tomorrow', /startTime "tomorrow" is not of the form/, /as in/],
    ['', /not of the form/, /as in/],
    [1_700_000_000_000, /has to be text, but is 1700000000000/, /as in/],
    [null, /has to be text, but is null/, /as in/],
  ])('%j is refused', (value, said, hint) => {
    const result = parseWallClock(value, 'startTime')
    if (result.ok) throw new Error('accepted')
    expect(result.diagnostics).toHaveLength(1)
    expect(result.diagnostics[0]).toMatchObject({ rule: 'schedule/date-syntax', severity: 'error', path: '' })
    expect(result.diagnostics[0]?.message).toMatch(said)
    expect(result.diagnostics[0]?.hint).toMatch(hint)
  })
})

describe('the window of a trigger', () => {
  it('may be left out, and may be one moment', () => {
    expect(checkWindow(undefined, undefined)).toEqual({ start: undefined, end: undefined, diagnostics: [] })
    expect(checkWindow('2026-01-01 00:00:00', '2026-01-01 00:00:00').diagnostics).toEqual([])
  })

  it('does not end before it starts', () => {
    const { diagnostics } = checkWindow('2026-01-02 00:00:00', '2026-01-01 23:59:59')
    expect(diagnostics).toMatchObject([{ rule: 'schedule/date-order', severity: 'error', path: '/endTime' }])
  })

  /** Source: documents of version 1.0.0, such as those of the oldest samples, have the T of ISO 8601. */
  it('is read with a T between date and time, with a warning', () => {
    const { start, diagnostics } = checkWindow('2026-01-01T08:30:00', '2026-01-01 08:30:00')
    expect(start).toEqual({ text: '2026-01-01 08:30:00', value: Date.UTC(2026, 0, 1, 8, 30) })
    expect(diagnostics).toMatchObject([
      {
        rule: 'schedule/date-syntax',
        severity: 'warning',
        message: expect.stringMatching(/^The startTime "2026-01-01T08:30:00" has a T/),
        path: '/startTime',
        hint: 'Write "2026-01-01 08:30:00".',
      },
    ])
  })

  it.each([
    ['2026-1-01T08:30:00', '"2026-01-01 08:30:00"'],
    ['2026-01-1T08:30:00', '"2026-01-01 08:30:00"'],
    ['2026-01-01T8:30:00', '"2026-01-01 08:30:00"'],
    ['2026-01-01T08:30', '"2026-01-01 08:30:00"'],
    [' 2026-01-01T08:30:00', '"2026-01-01 08:30:00"'],
    ['2026-01-01T08:30:00Z', '"2026-01-01 08:30:00"'],
    ['2026-01-01t08:30:00', 'as in'],
    ['2026-01-01T08:30:0', 'as in'],
    ['2026-01-01T08:3:00', 'as in'],
  ])('is refused with a T in another form, %s', (text, hint) => {
    const { end, diagnostics } = checkWindow(undefined, text)
    expect(end).toBeUndefined()
    expect(diagnostics).toMatchObject([{ severity: 'error', path: '/endTime', hint: expect.stringContaining(hint) }])
  })

  it('reports both ends at once, each at its place', () => {
    const { diagnostics } = checkWindow('x', 'y')
    expect(diagnostics).toMatchObject([{ path: '/startTime' }, { path: '/endTime' }])
  })
})

describe('a point in time', () => {
  it.each([
    ['2026-03-08T00:00:00+08:00', Date.UTC(2026, 2, 7, 16)],
    ['2026-03-08T00:00:00-03:30', Date.UTC(2026, 2, 8, 3, 30)],
    ['2026-03-08T00:00:00Z', Date.UTC(2026, 2, 8)],
    ['2026-03-08T00:00Z', Date.UTC(2026, 2, 8)],
    ['2026-03-08T00:00:00.289Z', Date.UTC(2026, 2, 8, 0, 0, 0, 289)],
    ['2026-03-08T00:00:00.5Z', Date.UTC(2026, 2, 8, 0, 0, 0, 500)],
    ['1970-01-01T00:00:00-00:44:30', 2_670_000],
    ['1970-01-01T00:00:00+23:59:59', -86_399_000],
    ['2026-03-08T23:59:59.123456789Z', Date.UTC(2026, 2, 8, 23, 59, 59, 123)],
    [8.64e15, 8.64e15],
    [new Date(5), 5],
    [-7, -7],
  ])('%s is read', (value, instant) => {
    expect(parseInstant(value, 'from')).toEqual({ ok: true, instant })
  })

  it.each([
    '2026-03-08T00:00:00',
    '2026-03-08 00:00:00',
    '2026-03-08',
    '2026-02-30T00:00:00Z',
    '2026-03-08T24:00:00Z',
    '2026-03-08T00:00:00+24:00',
    '2026-03-08T00:00:00+08:60',
    ...['2026-03-08T23:59:60Z', '2026-03-08T23:60:00Z', '2026-03-08T00:00:00.Z', '2026-03-08T00:00:00.1234567890Z'],
    ...['2026-03-08T00:00:00+8:00', '2026-03-08T00:00:00+0800', '2026-03-08T00:00:00+08', '2026-03-08T00:00:00+08:0'],
    ...['2026-03-08T00:00:00+08:00:0', '2026-03-08T00:00:00z', '2026-03-08T00:00:00Zulu', '2026-03-08T00Z'],
    ...[' 2026-03-08T00:00:00Z', '12026-03-08T00:00:00Z', '26-03-08T00:00:00Z', '2026-3-08T00:00:00Z'],
    ...['2026-03-8T00:00:00Z', '2026-03-08T0:00:00Z', '2026-03-08T00:0:00Z', '2026-03-08T00:00:0Z'],
    'now',
    '',
    new Date(Number.NaN),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.65e15,
    null,
    undefined,
    {},
  ])('%s is refused', (value) => {
    const result = parseInstant(value, 'from')
    if (result.ok) throw new Error('accepted')
    expect(result.diagnostics).toMatchObject([{ rule: 'schedule/date-syntax', severity: 'error', path: '' }])
    expect(result.diagnostics[0]?.message).toContain('from')
  })
})
