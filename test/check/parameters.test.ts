import fc from 'fast-check'
import { checkSpec, type Diagnostic } from 'flowspec'
import { parseParameter } from 'flowspec/schedule'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { edited, set } from './support/edit.ts'

const unit = fc.constantFrom('yyyy', 'yy', 'mm', 'dd', 'hh24', 'hh12', 'hh', 'mi', 'ss', 'MM', 'HH', 'y')
const separator = fc.constantFrom('', '', '-', ':', '/')
const format = fc
  .array(fc.tuple(unit, separator), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.map(([one, between], place) => (place === pieces.length - 1 ? one : one + between)).join(''))
const offset = fc.constantFrom('', '', '-1', '+7*2', '-1/24', '-15/24/60', '-1/60', '+', '-2*3', '-1234567890', ' -1')
const months = fc.constantFrom(',-1)', ',12*1)', ',+3)', ',)', ')', '')
const plain = fc.tuple(format, offset, offset).map((pieces) => pieces.join(''))
const shifted = fc.tuple(format, months, offset).map(([of, by, and]) => `add_months(${of}${by}${and}`)
const expression = fc.oneof(
  plain.map((body) => `$[${body}]`),
  plain.map((body) => `\${${body}}`),
  shifted.map((body) => `$[${body}]`),
  fc.constantFrom(
    '$[]',
    '${}',
    '$[yyyymmdd',
    '${yyyymmdd',
    '$[month_begin(yyyymmdd,0)]',
    '${workflow.limit}',
    '$bizdate',
  ),
  fc.string({ maxLength: 6 }).map((body) => `$[${body}]`),
)

const ofValues = ['parameter/misleading', 'parameter/syntax', 'parameter/unknown']

/** What the check says of the value of a parameter. */
function checked(value: string): readonly Diagnostic[] {
  const found = checkSpec(edited(baseDocument, set(`${at.ods}/script/parameters/0/value`, value)))
  return found.filter(({ rule }) => ofValues.includes(rule))
}

describe('the value of a scheduling parameter', () => {
  test('is told the same by the check and by parseParameter, names in braces apart', () => {
    fc.assert(
      fc.property(expression, (value) => {
        const { diagnostics } = parseParameter(value)
        // A name in braces may be a variable of others.
        const told = value.startsWith('${') ? ofValues.filter((rule) => rule !== 'parameter/unknown') : ofValues
        const expected = told.filter((name) => diagnostics.some(({ rule }) => rule === name))
        expect([value, checked(value).map(({ rule }) => rule)]).toEqual([value, expected])
      }),
      { numRuns: 300 },
    )
  })

  test.each<[string, string, string, string | undefined]>([
    [
      'a_$[yyyymm-1]_$[hh24]',
      'parameter/misleading',
      'The offset in "yyyymm-1" counts days, not months: in $[…] it always does (column 5).',
      'For months write $[add_months(yyyymm,-1)], or an offset in ${…}.',
    ],
    [
      '$[hh24]_${yyyy/mm}',
      'parameter/syntax',
      'The expression "yyyy/mm" goes on with "/" (column 15).',
      'A format is made of yyyy, yy, mm, dd, hh24, hh12, mi and ss; offsets are -1 and -1/24.',
    ],
    [
      '$bizdatee',
      'parameter/unknown',
      'The parameter "$bizdatee" is not one of DataWorks (column 1).',
      'Did you mean $bizdate?',
    ],
    [
      'ds=$cyctimee',
      'parameter/unknown',
      'The parameter "$cyctimee" is not one of DataWorks (column 4).',
      'Did you mean $cyctime?',
    ],
    [
      '${shop}$[month_begin(yyyymmdd,0)]',
      'parameter/unknown',
      'The function "month_begin" is not one of DataWorks (column 10).',
      'The only function is add_months, in $[…]; other schedulers have more.',
    ],
  ])('%s: rule, column and way out', (value, rule, message, hint) => {
    expect(checked(value)).toMatchObject([{ rule, message, hint, path: `${at.ods}/script/parameters/0/value` }])
  })

  test.each([
    '${shop}',
    '${month_begin(yyyymmdd)}',
    '${workflow.a-b}',
    '${{ date }}',
    'x${{date}}_$bizdate',
    '${{open',
  ])('may be filled in by others: %s', (value) => {
    expect(checked(value)).toEqual([])
  })

  test.each<[string, string]>([
    ['${shop', 'parameter/syntax'],
    ['${yyyyshop}', 'parameter/syntax'],
    ['${a-b}', 'parameter/syntax'],
    ['$[shop]', 'parameter/unknown'],
    ['$shop', 'parameter/unknown'],
  ])('may not: %s', (value, rule) => {
    expect(checked(value)).toMatchObject([{ rule }])
  })

  test.each(['$[', '${', '$[y', '${{', '${a}', '$a', '$[yy-', '$[hh', '$'])('may hold any number of %s', (piece) => {
    expect(() => checked(piece.repeat(50_000))).not.toThrow()
  })
})
