import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/preview/page/highlight.ts'
import { hostileText } from '../graph/drawing/hostile-text.ts'

const languages = ['sql', 'python', 'shell', 'json', 'text'] as const

describe('code in colours', () => {
  test.each([
    ['sql', "SELECT a, 'it''s' -- x", ['word SELECT', "text 'it'", "text 's'", 'comment -- x']],
    ['sql', '/* a\n* b */ from t1', ['comment /* a\n* b */', 'word from']],
    ['sql', 'where ds = ${ds} and n > 10', ['word where', 'parameter ${ds}', 'word and', 'number 10']],
    ['python', 'def f(x): # y\n  return """a\nb"""', ['word def', 'comment # y', 'word return', 'text """a\nb"""']],
    ['shell', 'if [ "$1" ]; then echo $2 # x', ['word if', 'text "$1"', 'word then', 'text $2', 'comment # x']],
    ['json', '{"a": true, "b": 1.5}', ['text "a"', 'word true', 'text "b"', 'number 1.5']],
    ['text', 'select 1', []],
  ] as const)('%s: %j', (language, code, expected) => {
    const pieces = highlight(code, language).filter(({ kind }) => kind !== 'plain')
    expect(pieces.map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected)
  })

  test.each(languages)('%s: the pieces together are the code', (language) => {
    fc.assert(
      fc.property(
        fc.array(hostileText).map((parts) => parts.join('\n')),
        (code) => {
          expect(
            highlight(code, language)
              .map(({ text }) => text)
              .join(''),
          ).toBe(code)
        },
      ),
    )
  })

  test.each(['/*', "'", '"', '"""', '--', '#', '${', 'x'])('a very long piece is read in time: %s', (start) => {
    const code = start + 'a \\\n*'.repeat(20_000)
    for (const language of languages) expect(highlight(code, language).length).toBeGreaterThan(0)
  })
})
