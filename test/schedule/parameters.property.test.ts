import fc from 'fast-check'
import { isFlowSpecError } from 'flowspec'
import { evaluateParameter, type ParameterMeaning, parseParameter, printParameter } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

const amount = fc.integer({ min: 0, max: 999_999_999 })
const sign = fc.constantFrom<'+' | '-'>('+', '-')

function offset<Unit extends string, Times extends number>(unit: Unit, ...times: readonly Times[]) {
  return fc.record({ sign, amount, times: fc.constantFrom(...times), unit: fc.constant(unit) })
}

/** Units, each perhaps with a separator before it; never one that would be read together with its neighbour. */
function format<Unit extends string, Separator extends string>(
  units: readonly Unit[],
  separators: readonly Separator[],
): fc.Arbitrary<(Unit | Separator)[]> {
  const piece = fc.tuple(fc.option(fc.constantFrom(...separators)), fc.constantFrom(...units))
  return fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) =>
      pieces.flatMap(([separator, unit], index) => (index > 0 && separator ? [separator, unit] : [unit])),
    )
    .filter((pieces) => !pieces.some((piece, index) => piece === 'yy' && pieces[index + 1]?.startsWith('yy')))
}

const businessDate: fc.Arbitrary<ParameterMeaning> = format(['yyyy', 'mm', 'dd', 'yy'], ['-']).chain((pieces) => {
  const unit = pieces.includes('dd') ? 'day' : pieces.includes('mm') ? 'month' : 'year'
  return fc.record({
    kind: fc.constant('date'),
    from: fc.constant('business-date'),
    format: fc.constant(pieces),
    months: fc.constant(undefined),
    offsets: fc.array(offset<'day' | 'month' | 'year', 1 | 7>(unit, 1, 7), { maxLength: 1 }),
  })
})

const scheduleTime: fc.Arbitrary<ParameterMeaning> = fc.record({
  kind: fc.constant('date'),
  from: fc.constant('schedule-time'),
  format: format(['yyyy', 'mm', 'dd', 'yy', 'hh24', 'hh12', 'hh', 'mi', 'ss'], ['-', ':']),
  months: fc.option(offset<'month', 1 | 12>('month', 1, 12), { nil: undefined }),
  offsets: fc.array(
    fc.oneof(offset<'day', 1 | 7>('day', 1, 7), offset<'hour', 1>('hour', 1), offset<'minute', 1>('minute', 1)),
    { maxLength: 4 },
  ),
})

const text: fc.Arbitrary<ParameterMeaning> = fc
  .string({ minLength: 1 })
  .filter((one) => !one.includes('$'))
  .map((one) => ({ kind: 'text', text: one }))

const builtin: fc.Arbitrary<ParameterMeaning> = fc
  .constantFrom(
    ...(['bizdate', 'cyctime', 'gmtdate', 'bizmonth', 'jobid', 'nodeid', 'taskid'] as const),
    ...(['bdp.system.bizdate', 'bdp.system.cyctime'] as const),
  )
  .map((name) => ({ kind: 'builtin', name }))

const reference: fc.Arbitrary<ParameterMeaning> = fc.record({
  kind: fc.constant('reference'),
  scope: fc.constantFrom('workflow', 'workspace'),
  name: fc.stringMatching(/^[\w.-]{1,12}$/),
})

/** Parts of which no two are text next to each other, and no text continues the name before it. */
const parameter = fc
  .array(fc.oneof(businessDate, scheduleTime, text, builtin, reference), { maxLength: 6 })
  .filter((parts) =>
    parts.every((part, index) => {
      const before = parts[index - 1]
      if (part.kind !== 'text' || before === undefined) return true
      return before.kind !== 'text' && !(before.kind === 'builtin' && /^[A-Za-z]/.test(part.text))
    }),
  )

const nights = { scheduleTime: '2026-03-01 02:30:00' }

describe('any scheduling parameter', () => {
  it('that is written is read as what it was', () => {
    fc.assert(
      fc.property(parameter, (parts) => {
        const printed = printParameter(parts)
        const result = parseParameter(printed)
        expect(result.ok).toBe(true)
        expect(
          result.parts.map(({ column: _, text: written, ...part }) =>
            part.kind === 'text' ? { ...part, text: written } : part,
          ),
        ).toEqual(parts)
        expect(printParameter(result.parts)).toBe(printed)
        expect(result.parts.map((part) => part.text).join('')).toBe(printed)
      }),
      { numRuns: 1000 },
    )
  })

  it('has its parts where it says, one after the other', () => {
    fc.assert(
      fc.property(parameter, (parts) => {
        let column = 1
        for (const part of parseParameter(printParameter(parts)).parts) {
          expect(part.column).toBe(column)
          column += part.text.length
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'${}[]()+-*/:,=0123456789 .',
    ...['yyyy', 'mm', 'dd', 'hh24', 'mi', 'ss', 'MM', '$[', '${', 'add_months(', '/24', '/24/60', '7*', '12*'],
    ...['$bizdate', '$bizmonth', 'workflow.', 'bdp.system.bizdate', 'é', '\u{1F600}', '\uD800'],
  )
  const parameterLike = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))

  it.each([
    ['text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['text like a parameter', parameterLike],
  ])('is a value or has faults inside it, and nothing else is ever thrown: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (one) => {
        const { ok, parts, diagnostics } = parseParameter(one)
        expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(!ok)
        expect(parts.map((part) => part.text).join('')).toBe(one)
        let previous = 1
        for (const { column, length, message, hint } of diagnostics) {
          expect(column).toBeGreaterThanOrEqual(previous)
          previous = column
          expect(column - 1 + length).toBeLessThanOrEqual(one.length)
          expect(`${message}${hint}`).not.toMatch(/undefined|NaN/)
        }
        try {
          expect(evaluateParameter(one, nights)).not.toMatch(/NaN|undefined/)
          expect(ok).toBe(true)
        } catch (error) {
          if (!isFlowSpecError(error)) throw error
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['$[', '${', '$', '${yyyy', '$[yyyy-', '$[add_months(', '-1', '}', '$[yyyymmdd]', '$[yyyy-1/24'])(
    'a hundred thousand times %s is read in one go',
    (piece) => {
      const long = piece.repeat(100_000)
      expect(
        parseParameter(`$[${long}]`)
          .parts.map((part) => part.text)
          .join(''),
      ).toBe(`$[${long}]`)
      expect(parseParameter(long).parts.length).toBeLessThanOrEqual(100_000)
    },
  )
})
