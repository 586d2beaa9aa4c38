import { type ParameterPart, parseParameter, printParameter } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

const date = { kind: 'date', months: undefined, offsets: [] } as const

describe('the parts of a scheduling parameter', () => {
  it.each<[text: string, parts: readonly object[]]>([
    ['', []],
    ['orders', [{ kind: 'text', text: 'orders', column: 1 }]],
    ['US$5', [{ kind: 'text', text: 'US$5', column: 1 }]],
    ['$', [{ kind: 'text', text: '$', column: 1 }]],
    ['$bizdate', [{ kind: 'builtin', name: 'bizdate', text: '$bizdate', column: 1 }]],
    [
      '$cyctime_1',
      [
        { kind: 'builtin', name: 'cyctime', text: '$cyctime', column: 1 },
        { kind: 'text', text: '_1', column: 9 },
      ],
    ],
    ['${bdp.system.cyctime}', [{ kind: 'builtin', name: 'bdp.system.cyctime', text: '${bdp.system.cyctime}' }]],
    ['${workflow.region}', [{ kind: 'reference', scope: 'workflow', name: 'region', column: 1 }]],
    ['${workspace.a-b.c}', [{ kind: 'reference', scope: 'workspace', name: 'a-b.c' }]],
    ['${yyyymmdd}', [{ ...date, from: 'business-date', format: ['yyyy', 'mm', 'dd'] }]],
    [
      '${yyyy-mm-1}01',
      [
        {
          ...date,
          from: 'business-date',
          format: ['yyyy', '-', 'mm'],
          offsets: [{ sign: '-', amount: 1, times: 1, unit: 'month' }],
        },
        { kind: 'text', text: '01', column: 13 },
      ],
    ],
    [
      '${yy+7*2}',
      [{ from: 'business-date', format: ['yy'], offsets: [{ sign: '+', amount: 2, times: 7, unit: 'year' }] }],
    ],
    [
      'dt$[yyyy-mm-dd-7*1-2/24+15/24/60]',
      [
        { kind: 'text', text: 'dt' },
        {
          ...date,
          from: 'schedule-time',
          format: ['yyyy', '-', 'mm', '-', 'dd'],
          offsets: [
            { sign: '-', amount: 1, times: 7, unit: 'day' },
            { sign: '-', amount: 2, times: 1, unit: 'hour' },
            { sign: '+', amount: 15, times: 1, unit: 'minute' },
          ],
          column: 3,
        },
      ],
    ],
    ['$[hh24:mi:ss]', [{ ...date, format: ['hh24', ':', 'mi', ':', 'ss'] }]],
    [
      '$[add_months(yyyymm,-12*1)-1/24]',
      [
        {
          from: 'schedule-time',
          format: ['yyyy', 'mm'],
          months: { sign: '-', amount: 1, times: 12, unit: 'month' },
          offsets: [{ sign: '-', amount: 1, times: 1, unit: 'hour' }],
        },
      ],
    ],
  ])('%s', (text, parts) => {
    const result = parseParameter(text)
    expect(result).toMatchObject({ ok: true, parts, diagnostics: [] })
    expect(result.parts).toHaveLength(parts.length)
    expect(result.parts.map((part: ParameterPart) => part.text).join('')).toBe(text)
    expect(printParameter(result.parts)).toBe(text)
  })

  it.each([
    ['$[add_months(yyyymmdd,+1)]', '$[add_months(yyyymmdd,1)]'],
    ['$[add_months(yyyymmdd,-12*1)+1-2/24]', '$[add_months(yyyymmdd,-12*1)+1-2/24]'],
    ['${yyyymmdd+7*1}', '${yyyymmdd+7*1}'],
  ])('%s is printed as %s', (text, printed) => {
    expect(printParameter(parseParameter(text).parts)).toBe(printed)
  })

  it('are frozen all the way down, and remembered', () => {
    const result = parseParameter('$[add_months(yyyymmdd,1)-1]x$bizdate')
    expect(parseParameter('$[add_months(yyyymmdd,1)-1]x$bizdate')).toBe(result)
    const queue: unknown[] = [result]
    for (const value of queue) {
      if (typeof value !== 'object' || value === null) continue
      expect(Object.isFrozen(value)).toBe(true)
      queue.push(...Object.values(value))
    }
  })
})

type BadParameter = readonly [text: string, rule: string, column: number, length: number, said: RegExp, hint: RegExp]

const badParameters: readonly BadParameter[] = [
  ['${yyyymmdd', 'syntax', 1, 2, /\$\{ without its \}/, /End the expression with \}/],
  ['a$[yyyymmdd}', 'syntax', 2, 2, /\$\[ without its \]/, /End the expression/],
  ['${}', 'syntax', 3, 0, /"\$\{\}" is empty/, /yyyymmdd/],
  ['$[]', 'syntax', 3, 0, /is empty/, /yyyymmdd/],
  ['${yyyy-mm-dd-1/24}', 'syntax', 3, 15, /by hours or minutes, which it has not/, /\$\[yyyy-mm-dd-1\/24\]/],
  ['${hh24}', 'syntax', 3, 4, /time of the day, which the business date has not/, /\$\[hh24\]/],
  ['${yyyy:mm}', 'syntax', 3, 7, /has a :, which stands only in \$\[…\]/, /Put - between/],
  ['${yyyymmdd-1-1}', 'syntax', 3, 12, /more than one offset/, /one number/],
  ['${add_months(yyyymm,1)}', 'syntax', 3, 1, /does not begin with a date format/, /yyyy, yy, mm/],
  ['$[yyyy-mm-dd hh24:mi:ss]', 'syntax', 13, 1, /has white space/, /two parameters/],
  ['${yyyymmdd - 1}', 'syntax', 11, 1, /has white space/, /Leave it out/],
  ['$[yyyymmdd=1]', 'syntax', 11, 1, /has an equals sign/, /Leave it out/],
  ['$[yyyymmdd-]', 'syntax', 12, 0, /lacks the number of an offset/, /-1\/24 for an hour/],
  ['$[yyyymmdd+-1]', 'syntax', 12, 0, /lacks the number/, /-1\/24/],
  ['$[yyyymmdd-1234567890]', 'syntax', 12, 10, /an offset of 10 digits/, /-1\/24/],
  ['$[yyyymmdd-7*]', 'syntax', 14, 0, /lacks the number/, /7\*2/],
  ['$[yyyymmdd-3*2]', 'syntax', 13, 1, /multiplies by 3, where only 7\* is known/, /one number/],
  ['$[yyyymmdd-12*1]', 'syntax', 14, 1, /multiplies by 12/, /\$\[add_months\(yyyymmdd,12\*1\)\]/],
  ['$[yyyymmdd-1/12]', 'syntax', 13, 1, /divides a day/, /N\/24/],
  ['$[yyyymmdd-1/240]', 'syntax', 16, 1, /divides a day/, /N\/24/],
  ['$[yyyymmdd-1/24/60/60]', 'syntax', 19, 1, /divides a day/, /no seconds/],
  ['$[yyyymmdd-1.5]', 'syntax', 13, 1, /goes on with "\."/, /offsets are -1/],
  ['$[yyyymmddHH24]', 'syntax', 11, 1, /goes on with "H"/, /small letters/],
  ['$[yyyyMMdd]', 'syntax', 7, 1, /goes on with "M"/, /mm is the month, mi the minute/],
  ['$[YYYYMMDD]', 'syntax', 3, 1, /does not begin with a date format/, /small letters/],
  ['$[-yyyy]', 'syntax', 3, 1, /does not begin with a date format/, /yyyy/],
  ['$[add_months(yyyymmdd)]', 'syntax', 22, 1, /lacks the months of add_months/, /add_months\(yyyymmdd,-1\)/],
  ['$[add_months(yyyymmdd,)]', 'syntax', 23, 0, /lacks the number/, /Offsets/],
  ['$[add_months(yyyymmdd,-1]', 'syntax', 25, 0, /does not end its add_months with \)/, /add_months/],
  ['$[add_months(yyyymmdd,7*1)]', 'syntax', 24, 1, /only 12\* is known/, /12\*N/],
  ['${{sys.biz_date}}', 'syntax', 3, 1, /does not begin with a date format/, /yyyy/],
  [
    '$yyyymmdd',
    'unknown',
    1,
    9,
    /^The parameter "\$yyyymmdd" is not one of DataWorks\.$/,
    /\$\{yyyymmdd\} for the business date/,
  ],
  ['$bizdte', 'unknown', 1, 7, /is not one of DataWorks/, /Did you mean \$bizdate\?/],
  ['x$envPath', 'unknown', 2, 8, /"\$envPath"/, /names are \$bizdate/],
  ['${foo}', 'unknown', 3, 3, /^The parameter "\$\{foo\}" is not one of DataWorks\.$/, /\$\{workflow\.name\}/],
  ['${workflow.}', 'unknown', 3, 9, /is not one of DataWorks/, /\$\{workflow\.name\}/],
  ['${bdp.system.bizdat}', 'unknown', 3, 17, /is not one/, /Write bdp\.system\.bizdate/],
  [
    '$[month_begin(yyyyMMdd,1)]',
    'unknown',
    3,
    23,
    /^The function "month_begin" is not one of DataWorks\.$/,
    /add_months/,
  ],
  ['$[last_day(yyyymmdd)]', 'unknown', 3, 18, /function "last_day"/, /add_months/],
  ['${system.biz.date}', 'unknown', 3, 15, /is not one of DataWorks/, /Write \$bizdate/],
  ['${system.datetime}', 'unknown', 3, 15, /is not one of DataWorks/, /Write \$cyctime/],
  ['${system.biz.curdate}', 'unknown', 3, 18, /is not one of DataWorks/, /Write \$\[yyyymmdd\]/],
  ['${sys.biz_date}', 'unknown', 3, 12, /is not one of DataWorks/, /Write \$bizdate/],
  ['${biz_date}', 'unknown', 3, 8, /is not one of DataWorks/, /Write \$bizdate/],
  ['${bdp.system.cyctme}', 'unknown', 3, 17, /is not one/, /Write bdp\.system\.cyctime/],
  ['${myworkflow.a}', 'unknown', 3, 12, /^The parameter "\$\{myworkflow\.a\}" is not one/, /workflow\.name/],
  ['${workflow.a/b}', 'syntax', 3, 1, /does not begin with a date format/, /yyyy/],
  [
    '$[lib.day(yyyymmdd)]',
    'unknown',
    3,
    17,
    /^The parameter "\$\[lib\.day\(yyyymmdd\)\]" is not one/,
    /Dates are \$bizdate/,
  ],
  ['$[yyyymmdd-1/24/60/24]', 'syntax', 19, 1, /divides a day/, /N\/24/],
  ['$[yyyymmdd-1/24/6]', 'syntax', 16, 1, /divides a day/, /N\/24/],
  ['$addr', 'unknown', 1, 5, /"\$addr"/, /names are \$bizdate/],
  ['${yyyymmddhh24}', 'syntax', 3, 12, /time of the day, which the business date has not/, /\$\[yyyymmddhh24\]/],
  ['${yyyymmdd-15/24/60}', 'syntax', 3, 17, /by hours or minutes, which it has not/, /\$\[yyyymmdd-15\/24\/60\]/],
  ['${yyyymmdd-1.5}', 'syntax', 13, 1, /goes on with "\."/, /offsets are -1/],
  ['$[yyyymmdd-1/]', 'syntax', 13, 1, /divides a day/, /N\/24/],
]

describe('a scheduling parameter that cannot be used', () => {
  it.each(badParameters)('%s', (text, rule, column, length, said, hint) => {
    const { ok, parts, diagnostics } = parseParameter(text)
    expect(ok).toBe(false)
    expect(diagnostics).toMatchObject([{ rule: `parameter/${rule}`, severity: 'error', path: '', column, length }])
    expect(diagnostics[0]?.message).toMatch(said)
    expect(diagnostics[0]?.hint).toMatch(hint)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    // What cannot be read stays as text, whatever of it could be.
    expect(parts.every(({ kind }) => kind === 'text')).toBe(true)
  })

  it('gives all faults at once, in the order of their places', () => {
    const { diagnostics } = parseParameter('$[yyyymmdd-]/${foo}/$bizdate/$nope')
    expect(diagnostics.map(({ column }) => column)).toEqual([12, 16, 30])
  })

  it.each([
    [5, '5'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{}, 'an object'],
  ])('is not text: %s', (value, shown) => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(parseParameter(value)).toMatchObject({
      ok: false,
      parts: [],
      diagnostics: [{ rule: 'parameter/syntax', path: '', message: `The parameter has to be text, but is ${shown}.` }],
    })
  })
})

describe('a scheduling parameter that may surprise', () => {
  it.each<[text: string, rule: string, column: number, said: RegExp, hint: RegExp]>([
    ['$[yyyymm-1]', 'misleading', 3, /counts days, not months/, /\$\[add_months\(yyyymm,-1\)\]/],
    ['$[yyyy-mm-7*1]', 'misleading', 3, /counts days, not months/, /\$\[add_months\(yyyy-mm,-1\)\]/],
    ['$[yyyy-1]', 'misleading', 3, /counts days, not years/, /\$\[add_months\(yyyy,-12\*1\)\]/],
    ['$[hh24-1]', 'misleading', 3, /time of the day stays the same/, /An hour is 1\/24/],
    ['$[hh24:mi-1]', 'misleading', 3, /time of the day stays the same/, /An hour is 1\/24/],
    ['$[hh24-mi-1]', 'misleading', 3, /time of the day stays the same/, /An hour is 1\/24/],
    ['$[hh24-mm]', 'misleading', 3, /mm after the hour .* is the month/, /minute is mi/],
    ['$[yyyymmddhh]', 'misleading', 3, /12-hour clock/, /hh24/],
    ['$[hh24:mm:ss]', 'misleading', 3, /mm after the hour .* is the month/, /minute is mi/],
    ['a b', 'spacing', 2, /white space in "a b"/, /Leave it out/],
    ['a=$bizdate', 'spacing', 2, /equals sign/, /Leave it out/],
  ])('%s', (text, rule, column, said, hint) => {
    const { ok, diagnostics } = parseParameter(text)
    expect(ok).toBe(true)
    expect(diagnostics).toMatchObject([{ rule: `parameter/${rule}`, severity: 'warning', path: '', column }])
    expect(diagnostics[0]?.message).toMatch(said)
    expect(diagnostics[0]?.hint).toMatch(hint)
  })

  it.each([
    '${yyyymm-1}',
    '${yyyy-1}',
    '$[yyyymmdd-1]',
    '$[yyyymm-15/24/60]',
    '$[hh24-1-1/24]',
    '$[hh12]',
    '$[add_months(yyyymm,-1)]',
    '$[add_months(yyyymm,-1)-1]',
    '$[mm-1/24]',
  ])('%s does not', (text) => {
    expect(parseParameter(text)).toMatchObject({ ok: true, diagnostics: [] })
  })
})
