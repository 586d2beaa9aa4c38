import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8')
const blocksOf = (text: string): string[] => [...text.matchAll(/^```[\s\S]*?^```$/gm)].map(([block]) => block)
const picturesOf = (text: string): string[] =>
  [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file = '']) => file)
const headingsOf = (text: string): string[] => text.match(/^#+ /gm) ?? []

describe.each([
  ['README.md', 'README.zh-CN.md'],
  ['docs/quick-start.md', 'docs/quick-start.zh-CN.md'],
])('%s and %s', (english, chinese) => {
  const [left, right] = [read(english), read(chinese)]

  test('have the same blocks of code, in the same order', () => {
    expect(blocksOf(left).length).toBeGreaterThan(5)
    expect(blocksOf(right)).toEqual(blocksOf(left))
  })

  test('have the same pictures and parts', () => {
    expect(picturesOf(right)).toEqual(picturesOf(left))
    expect(headingsOf(right)).toEqual(headingsOf(left))
  })

  test('lead to one another', () => {
    expect(left).toContain(`(${basename(chinese)})`)
    expect(right).toContain(`(${basename(english)})`)
  })
})
