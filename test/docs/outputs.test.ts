import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { pageBlocks } from './code-block.ts'
import { runBlock } from './run-block.ts'

const fence = '```'

/** The lines between the fences of the block that follows a program: what it printed. Undefined when none follows. */
function outputPlace(lines: readonly string[], program: number): readonly [start: number, end: number] | undefined {
  const end = lines.indexOf(fence, program)
  const next = lines.findIndex((line, at) => at > end && line !== '')
  const isOutput = /^```(?:mermaid|json|text)$/.test(lines[next] ?? '')
  return isOutput ? [next + 1, lines.indexOf(fence, next)] : undefined
}

/** What stands below programs of these pages is what they print; `vitest -u` writes it there. */
test.each([
  ['docs/flowspec-by-example.md', 15],
  ['docs/templates.md', 1],
  ['docs/deploy.md', 1],
  ['docs/dependencies-from-sql.md', 4],
  ['docs/import-to-code.md', 3],
  ['docs/team-rules.md', 2],
  ['docs/resources-and-functions.md', 1],
  ['docs/migrating.md', 4],
])(
  '%s shows what its programs print',
  async (page, atLeast) => {
    const file = join(projectFolder, page)
    const lines = readFileSync(file, 'utf8').split('\n')
    const blocks = pageBlocks().filter((block) => block.file === join(page))
    let outputs = 0
    // From the last to the first, so that lines keep their numbers until they are looked at.
    for (const block of blocks.toReversed()) {
      const place = outputPlace(lines, block.line)
      if (place === undefined) continue
      const [start, end] = place
      lines.splice(start, end - start, ...(await runBlock(block)).trimEnd().split('\n'))
      outputs++
    }
    expect(outputs).toBeGreaterThanOrEqual(atLeast)
    await expect(lines.join('\n')).toMatchFileSnapshot(file)
  },
  120_000,
)
