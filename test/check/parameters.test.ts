import fc from 'fast-check'
import { parseParameter } from 'flowspec/schedule'
import { describe, expect, test } from 'vitest'
import { inspectParameter } from '../../src/check/engine/parameter-rule.ts'

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

/**
 * What the parser says of a value, of the faults that a check looks for. Names in braces that the parser does not know
 * may be variables of other nodes.
 */
function parsed(value: string): { readonly error: boolean; readonly misleading: boolean } {
  const { diagnostics } = parseParameter(value)
  const isIn = (rules: readonly string[]): boolean => diagnostics.some(({ rule }) => rules.includes(rule))
  const unknown = value.startsWith('$[') ? ['parameter/unknown'] : []
  return { error: isIn(['parameter/syntax', ...unknown]), misleading: isIn(['parameter/misleading']) }
}

describe('the short look of the check at the value of a parameter', () => {
  test('finds faults where the parser of the schedule entry does', () => {
    fc.assert(
      fc.property(expression, (value) => {
        const found = inspectParameter(value)
        const { error, misleading } = parsed(value)
        expect([value, found.some(({ isError }) => isError)]).toEqual([value, error])
        if (!error) expect([value, found.some(({ isError }) => !isError)]).toEqual([value, misleading])
      }),
      { numRuns: 5000 },
    )
  })

  test('finds each fault of several expressions, with its column', () => {
    const messages = inspectParameter('a_$[yyyymm-1]_${yyyy/mm}_$[hh24]').map(({ message }) => message)
    expect(messages).toEqual([
      '"$[yyyymm-1]" at column 3: the offset counts days; for months write add_months(…,-1), for hours -1/24.',
      '"${yyyy/mm}" at column 15: it is no expression the service documents.',
    ])
  })

  test.each(['$[', '${', '$[y', '${{', '$[yy-', '$[hh', '$'])('takes any number of %s', (piece) => {
    expect(() => inspectParameter(piece.repeat(50_000))).not.toThrow()
  })
})
