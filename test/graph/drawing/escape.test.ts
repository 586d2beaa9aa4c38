import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeDot } from '../../../src/graph/drawing/dot.ts'
import { escapeMermaid } from '../../../src/graph/drawing/mermaid.ts'
import { plainText } from '../../../src/graph/drawing/plain-text.ts'
import { hostileText } from './hostile-text.ts'

const unescapeMermaid = (text: string): string =>
  text.replaceAll(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

describe('plain text', () => {
  test.each([
    ['orders', 'orders'],
    ['two\nlines\r\nand\ttabs', 'two lines and tabs'],
    ['', '(no name)'],
    [' \n ', '(no name)'],
    ['a\u0000b\u202ec\ud800', 'a\ufffdb\ufffdc\ufffd'],
    ['😀👩‍👧', '😀👩‍👧'],
    ['订单日报', '订单日报'],
  ])('of %j is %j', (text, expected) => {
    expect(plainText(text)).toBe(expected)
  })

  test('is cut after 120 characters, and never in the middle of one', () => {
    expect(plainText('😀'.repeat(120))).toBe('😀'.repeat(120))
    expect(plainText(`a${'😀'.repeat(120)}`)).toBe(`a${'😀'.repeat(119)}…`)
    expect(plainText('x'.repeat(1_000_000))).toHaveLength(121)
  })
})

describe('Mermaid text', () => {
  test.each([
    ['ods_orders', 'ods_orders'],
    ['订单 2, é', '订单 2, é'],
    ['"x"', '#34;x#34;'],
    ['`x`', '#96;x#96;'],
    ['a;b#c', 'a#59;b#35;c'],
    ['<b>&lt;', '#60;b#62;#38;lt#59;'],
    ['%%{init: {}}%%', '#37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
    ['#quot;', '#35;quot#59;'],
    ['__init__', '#95;#95;init#95;#95;'],
    ['a - b', 'a #45; b'],
    ['1. x', '1#46; x'],
    ['a\\nb', 'a#92;nb'],
    ['set direction TB', 'set #100;irection TB'],
    ['Direction LR', '#68;irection LR'],
  ])('of %j is %j', (text, expected) => {
    expect(escapeMermaid(text)).toBe(expected)
  })

  test('holds nothing but letters, digits, blanks, commas, joined words and numbers of characters', () => {
    const wanted = /^(?:[\p{L}\p{M}\p{N} ,]|(?<=[A-Za-z0-9])[_-](?=[A-Za-z0-9])|#\d+;)*$/u
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeMermaid(text)
        expect(escaped).toMatch(wanted)
        expect(escaped).not.toMatch(/direction\s/i)
      }),
    )
  })

  test('is shown as the plain text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(unescapeMermaid(escapeMermaid(text))).toBe(plainText(text))
      }),
    )
  })
})

describe('Graphviz text', () => {
  test.each([
    ['orders', 'orders'],
    ['"x"', '\\"x\\"'],
    ['\\N', '\\\\N'],
    ['\\"', '\\\\\\"'],
    ['&lt;', '&amp;lt;'],
    ['a\nb', 'a b'],
  ])('of %j is %j', (text, expected) => {
    expect(escapeDot(text)).toBe(expected)
  })

  test('never ends the quotes around it', () => {
    const quoted = /^(?:[^"\\\p{Cc}]|\\["\\])*$/u
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeDot(text)).toMatch(quoted)
      }),
    )
  })
})
