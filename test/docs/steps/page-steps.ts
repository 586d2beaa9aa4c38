import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../../scripts/build/entry-points.ts'

/** What a reader of a page does, in its order. */
export type PageStep = { readonly line: number } & (
  | { readonly kind: 'run'; readonly commands: string; readonly fails: boolean; readonly prints: string | undefined }
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  | { readonly kind: 'edit'; readonly file: string; readonly from: string; readonly to: string }
)

interface Block {
  readonly line: number
  readonly language: string
  readonly words: readonly string[]
  readonly text: string
  /** The text between the block before and this one. */
  readonly before: string
}

function blocksOf(page: string): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const found of page.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const [whole, language = '', words = '', text = ''] = found
    const line = page.slice(0, found.index).split('\n').length
    blocks.push({
      line,
      language,
      words: words.split(' ').filter(Boolean),
      text,
      before: page.slice(from, found.index),
    })
    from = found.index + whole.length
  }
  return blocks
}

/** How a page says that a text in a file becomes another one. */
const edits: readonly ((text: string) => { from?: string; to?: string; file?: string } | undefined)[] = [
  (text) => /Change `(?<from>[^`]+)` to `(?<to>[^`]+)` in `(?<file>[^`]+)`/.exec(text)?.groups,
  (text) => /把 `(?<file>[^`]+)` 中的 `(?<from>[^`]+)` 改为 `(?<to>[^`]+)`/.exec(text)?.groups,
]

function editIn(text: string, line: number): PageStep[] {
  return edits.flatMap((read) => {
    const { from, to, file } = read(text) ?? {}
    return from === undefined || to === undefined || file === undefined ? [] : [{ kind: 'edit', line, from, to, file }]
  })
}

/** The file a block is to be written to: what stands right above it, alone. */
const fileAbove = (before: string): string | undefined => /\n`([^`\n]+)`[:：]\n\n$/.exec(before)?.[1]

/**
 * The steps of a page: blocks of `sh` are run (unless their fence says `no-run`; `fails` when they end with an error), a block of
 * `text` right below is what the last command printed, and a block below the name of a file is what stands in it from then on.
 */
export function pageSteps(file: string): PageStep[] {
  const blocks = blocksOf(readFileSync(join(projectFolder, file), 'utf8'))
  return blocks.flatMap((block, index): PageStep[] => {
    const { language, words, text, before, line } = block
    const edited = editIn(before, line)
    const written = fileAbove(before)
    if (written !== undefined) return [...edited, { kind: 'write', line, file: written, text }]
    if (language !== 'sh' || words.includes('no-run')) return edited
    const next = blocks[index + 1]
    const prints = next?.language === 'text' && next.before.trim() === '' ? next.text : undefined
    return [...edited, { kind: 'run', line, commands: text, fails: words.includes('fails'), prints }]
  })
}
