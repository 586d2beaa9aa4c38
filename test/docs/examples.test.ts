import { describe, expect, test } from 'vitest'
import { type CodeBlock, commentBlocks, pageBlocks } from './code-block.ts'
import { compileBlocks } from './compile-blocks.ts'
import { runBlock } from './run-block.ts'

const titled = (blocks: readonly CodeBlock[]): [title: string, block: CodeBlock][] =>
  blocks.map((block) => [`${block.file}:${block.line}`, block])

const comments = commentBlocks()
const inComments = new Set(comments.map(({ code }) => code))
// The page of rules shows what stands in the doc comments of rules.
const pages = pageBlocks().filter(({ code, words }) => !(words.includes('no-run') && inComments.has(code)))
const blocks = [...comments, ...pages]
const errors = compileBlocks(blocks)

describe('every example compiles on its own', () => {
  test.each(titled(blocks))('%s', (_title, block) => {
    expect(errors.get(block)).toEqual([])
  })
})

describe('every example of a page runs, unless its fence says no-run', () => {
  test.each(titled(pages.filter((block) => !block.words.includes('no-run'))))('%s', async (_title, block) => {
    await runBlock(block)
  })

  test('no fence says what is not understood', () => {
    const words = blocks.flatMap((block) => block.words.map((word) => `${block.file}:${block.line} ${word}`))
    expect(words.filter((word) => !word.endsWith(' no-run'))).toEqual([])
  })
})
