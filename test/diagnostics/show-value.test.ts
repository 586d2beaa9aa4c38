import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable, showError, showValue } from '../../src/diagnostics/show-value.ts'

const circular: unknown[] = []
circular.push(circular)
const hostile = new Proxy({}, { get: () => fail(), getPrototypeOf: () => fail(), ownKeys: () => fail() })

function fail(): never {
  throw new Error('no look')
}

describe('a value in a message', () => {
  test.each<[unknown, string]>([
    ['ods', '"ods"'],
    ['', '""'],
    ['say "a" \\ b', '"say \\"a\\" \\\\ b"'],
    ['a\nb\tc\u001b[2J\u007f\u0085', '"a\\nb\\tc\\u001b[2J\\u007f\\u0085"'],
    ['a\u2028b\u202ec\u200bd\u200de\u00adf\ufeff', '"a\\u2028b\\u202ec\\u200bd\\u200de\\u00adf\\ufeff"'],
    ['a\u00a0b\u3000c', '"a\\u00a0b\\u3000c"'],
    ['half \ud83d of one, \u{f0000} private', '"half \\ud83d of one, \\udb80\\udc00 private"'],
    ['订单 é שלום 👩', '"订单 é שלום 👩"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    [`${'x'.repeat(59)}👩`, `"${'x'.repeat(59)}…"`],
    [`${'x'.repeat(58)}👩!`, `"${'x'.repeat(58)}👩…"`],
    [0, '0'],
    [-1.5, '-1.5'],
    [Number.NaN, 'NaN'],
    [12345678901234567890n, '12345678901234567890'],
    [10n ** 70n, `1${'0'.repeat(59)}…`],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol('\u001b'), 'a symbol'],
    [() => 1, 'a function'],
    [circular, 'a list'],
    [{ a: 1 }, 'an object'],
    [Object.create(null), 'an object'],
    [hostile, 'an object'],
  ])('%#', (value, shown) => {
    expect(showValue(value)).toBe(shown)
  })

  test('may be a proxy that was revoked', () => {
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    expect(showValue(proxy)).toBe('an object')
  })

  test('can be shorter or longer', () => {
    expect(showValue('abcdef', 3)).toBe('"abc…"')
    expect(showValue('x'.repeat(100), 100)).toBe(`"${'x'.repeat(100)}"`)
  })

  test('is the JSON of the text, in one line of what can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const shown = showValue(text)
        expect(JSON.parse(shown)).toBe(text)
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})

describe('what code of others threw', () => {
  const silent = Object.defineProperty(new Error('hidden'), 'message', { get: fail })

  test.each<[unknown, string]>([
    [new TypeError('the disk is gone'), 'the disk is gone'],
    ['the disk is gone', '"the disk is gone"'],
    [undefined, 'undefined'],
    [Object.assign(new Error('hidden'), { message: 1 }), 'an error of the name "Error", without a message'],
    [Object.assign(new TypeError('hidden'), { message: ' ' }), 'an error of the name "TypeError", without a message'],
    [{ message: 'as an error says it' }, 'as an error says it'],
    [{ message: 1 }, 'an object'],
    [new DOMException('it took too long', 'TimeoutError'), 'it took too long'],
    [new AggregateError([new Error('one'), 'two', {}], 'all failed'), 'all failed: one; "two"; an object'],
    [new AggregateError([], 'all failed'), 'all failed'],
    [
      Object.assign(
        new AggregateError(
          Array.from({ length: 7 }, (_, at) => new Error(`e${at}`)),
          'all',
        ),
        { message: '' },
      ),
      '7 errors: e0; e1; e2; e3; e4; 2 more',
    ],
    [Object.assign(new AggregateError([], 'all'), { errors: 1 }), 'all'],
    [silent, 'an object'],
    [hostile, 'an object'],
  ])('%#', (error, shown) => {
    expect(showError(error)).toBe(shown)
  })
})

test('a line of text keeps what is seen, and joiners', () => {
  expect(printable('订单 👩‍👩‍👧 é שלום a\u00a0b')).toBe('订单 👩‍👩‍👧 é שלום a\u00a0b')
  expect(printable('a\nb\u001b\u200b\u061c\u200f\ud83d')).toBe('a\\nb\\u001b\\u200b\\u061c\\u200f\\ud83d')
})
