import { describe, expect, test } from 'vitest'
import { Progress } from '../../src/cli/console/progress.ts'
import { moduleSources } from '../../src/cli/modules/module-exports.ts'
import { excerpt } from '../../src/cli/text/excerpt.ts'
import { paletteOf } from '../../src/cli/text/palette.ts'
import { table } from '../../src/cli/text/table.ts'
import { duration, wrapped } from '../../src/cli/text/words.ts'
import { cutToWidth, textWidth } from '../../src/diagnostics/text-width.ts'
import { testConsole } from './support/test-console.ts'

const plain = paletteOf(false)

test.each([
  [0, '0.0 s'],
  [349, '0.3 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [119_600, '2 min 0 s'],
  [125_400, '2 min 5 s'],
])('%i ms are %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text)
})

describe('columns', () => {
  // Names in Chinese take two columns a character.
  const name = '订单汇总'.repeat(30)

  test.each([
    ['orders', 6, 'orders'],
    ['orders', 5, 'orde…'],
    ['订单', 4, '订单'],
    ['订单', 3, '订…'],
    ['订单', 2, '…'],
    ['a订单', 4, 'a订…'],
  ])('%s in %i columns is %s', (text, columns, cut) => {
    expect(cutToWidth(text, columns)).toBe(cut)
  })

  test('a line of progress fits into 78', () => {
    const { console, written } = testConsole({ cwd: '/' })
    new Progress({ ...console, tellsProgress: true }).show(`deployed ${name}`, true)
    expect(textWidth(written.stderr.replace('\r\u001B[2K', ''))).toBeLessThanOrEqual(78)
  })

  test('an excerpt of a long line fits into a terminal, its caret below the place', () => {
    const [line = '', caret = ''] = excerpt(`const text = '${name}' + wrong`, 1, 139, plain)
    expect(textWidth(line)).toBeLessThanOrEqual(120)
    const below = caret.indexOf('^')
    expect(textWidth(line.slice(0, line.indexOf('wrong')))).toBe(below)
  })

  test('lines of text fit into 96', () => {
    const lines = wrapped(Array.from({ length: 40 }, () => '订单汇总').join(' '), '  ').split('\n')
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(96)
  })

  test('a table of very many rows has columns as wide as its names', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => [at === 150_000 ? '订单汇总' : 'a', 'b'])
    const lines = table(['name', 'x'], rows, plain).split('\n')
    expect(lines.length).toBe(200_002)
    expect([lines[0], lines[1], lines[150_001]]).toEqual(['name      x', 'a         b', '订单汇总  b'])
  })
})

test('a module may export very many documents', async () => {
  const document = { kind: 'CycleWorkflow', version: '1.1.0', spec: {} }
  const many = Array.from({ length: 200_000 }, () => document)
  expect(await moduleSources({ default: many }, 'many.ts', true)).toHaveLength(200_000)
  expect(await moduleSources({ default: { documents: many } }, 'many.ts', true)).toHaveLength(200_000)
})
