import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectFolder } from '../../scripts/build/entry-points.ts'

/** One ```ts block of the documentation. */
export interface CodeBlock {
  /** The file it stands in, relative to the project. */
  readonly file: string
  /** The line of its first line of code, from 1. */
  readonly line: number
  readonly code: string
  /** Words after the language, such as `no-run`. */
  readonly words: readonly string[]
}

interface OpenBlock {
  readonly line: number
  readonly language: string
  readonly words: readonly string[]
  readonly lines: string[]
}

const fence = '```'

/** The text of a line without what leads it in: the indent of a list, and in a doc comment the star. */
function body(line: string, inComment: boolean): string | undefined {
  if (!inComment) return line.trimStart()
  const text = line.trimStart()
  return text.startsWith('*') && !text.startsWith('*/') ? text.slice(1).replace(/^ /, '') : undefined
}

function blocksOf(file: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  let open: OpenBlock | undefined
  const inComment = !file.endsWith('.md')
  for (const [index, line] of readFileSync(join(projectFolder, file), 'utf8').split('\n').entries()) {
    const text = body(line, inComment)
    if (text?.startsWith(fence) !== true) {
      open?.lines.push(inComment ? (text ?? '') : line)
    } else if (open === undefined) {
      const [language = '', ...words] = text.slice(fence.length).trim().split(' ')
      open = { line: index + 2, language, words, lines: [] }
    } else {
      const { line: firstLine, language, words, lines } = open
      if (language === 'ts') blocks.push({ file, line: firstLine, words, code: lines.join('\n') })
      open = undefined
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line - 1}: the code block is not closed`)
  return blocks
}

function filesBelow(folder: string, extension: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => relative(projectFolder, join(projectFolder, folder, path)))
    .filter((path) => path.endsWith(extension))
}

/** The blocks of the doc comments in src. */
export function commentBlocks(): CodeBlock[] {
  return filesBelow('src', '.ts').flatMap(blocksOf)
}

/** The blocks of both READMEs and the pages in docs; docs/api is made from the doc comments. */
export function pageBlocks(): CodeBlock[] {
  const pages = filesBelow('docs', '.md').filter((path) => !path.startsWith(join('docs', 'api')))
  return ['README.md', 'README.zh-CN.md', ...pages].flatMap(blocksOf)
}
