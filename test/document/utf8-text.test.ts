import { describe, expect, test } from 'vitest'
import { NotUtf8Error, utf8Text } from '../../src/document/utf8-text.ts'

/** What is said of bytes that are no text. */
function fault(...bytes: readonly number[]): string {
  try {
    return utf8Text(Uint8Array.from(bytes))
  } catch (error) {
    if (error instanceof NotUtf8Error) return error.message
    throw error
  }
}

// The bytes are those of the Unicode Standard, table 3-7 (well-formed UTF-8), and of GBK and Latin-1.
describe('bytes as UTF-8', () => {
  test.each<[string, readonly number[], string]>([
    ['nothing', [], ''],
    ['ASCII', [0x61, 0x0a], 'a\n'],
    ['with a byte order mark, which stays', [0xef, 0xbb, 0xbf, 0x61], '\uFEFFa'],
    ['three bytes', [0xe8, 0xae, 0xa2], '订'],
    ['four bytes', [0xf0, 0x9f, 0x98, 0x80], '\u{1F600}'],
    ['a replacement character that stands there', [0xef, 0xbf, 0xbd], '\uFFFD'],
    ['a zero', [0x61, 0], 'a\0'],
  ])('%s', (_, bytes, text) => {
    expect(fault(...bytes)).toBe(text)
  })

  test.each<[string, readonly number[], string]>([
    ['GBK', [0x61, 0x0a, 0x27, 0xb6, 0xa9], 'byte 4, 0xB6, in line 2, column 2'],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x0a], 'byte 4, 0xE9, in line 1, column 4'],
    ['UTF-16 with a mark', [0xff, 0xfe, 0x61, 0], 'byte 1, 0xFF, in line 1, column 1'],
    ['a character that is broken off', [0xe8, 0xae, 0xa2, 0xe5, 0x8d], 'byte 4, 0xE5, in line 1, column 2'],
    ['half of a pair', [0xed, 0xa0, 0x80], 'byte 1, 0xED, in line 1, column 1'],
    ['a longer form than needed', [0x61, 0xc0, 0xaf], 'byte 2, 0xC0, in line 1, column 2'],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 'byte 1, 0xF4, in line 1, column 1'],
  ])('%s is none', (_, bytes, place) => {
    expect(fault(...bytes)).toBe(`it is not UTF-8: ${place}`)
  })
})
