import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './entry-points.ts'

const folders = ['src/check/rules', 'src/check/elsewhere'].map((folder) => join(projectFolder, folder))
const naming = /^ +name: '([a-z]+\/[a-z-]+)'/gm

/** The code in the last doc comment of a text; undefined when it has none. */
function codeIn(text: string): string | undefined {
  const comment = text.slice(Math.max(0, text.lastIndexOf('/**')), text.lastIndexOf('*/'))
  const lines = comment.split('\n').map((line) => line.replace(/^ *\* ?/, ''))
  const start = lines.indexOf('```ts')
  const end = lines.indexOf('```', start + 1)
  if (start < 0 || end < 0) return undefined
  // A comment cannot hold a star and a slash together.
  return lines
    .slice(start + 1, end)
    .join('\n')
    .replaceAll('*\\u002F', '*/')
}

const halves = ['wrong', 'right'] as const

/** The examples of a file: each stands in the doc comment above the rule, or the entry, that has the name. */
function examplesIn(text: string): [rule: string, code: string][] {
  const found: [string, string][] = []
  let start = 0
  for (const match of text.matchAll(naming)) {
    const code = codeIn(text.slice(start, match.index))
    const isExample = halves.every((half) => code?.includes(`export const ${half}`))
    if (match[1] !== undefined && code !== undefined && isExample) found.push([match[1], code])
    start = match.index
  }
  return found
}

/**
 * The example in the doc comment of each rule. It exports `wrong`, which breaks this rule and no other, and `right`, of
 * which the check has nothing to say. Each is a workflow builder, a document, or a function that throws or returns
 * diagnostics.
 */
export function ruleExamples(): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  return new Map(files.flatMap((file) => examplesIn(readFileSync(file, 'utf8'))))
}
