import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { describe, expect, test } from 'vitest'
import { loadModule, stripsTypes } from '../../src/cli/console/load-module.ts'
import { deepestPlace } from '../../src/cli/modules/deep-expression.ts'
import { describeModuleError } from '../../src/cli/modules/module-error.ts'
import { testConsole } from './support/test-console.ts'

/** More than the compilers, and the engines without one, can take: they fail at 1,300 calls and at 3,000. */
const many = 8000

const chain = `// One builder takes all.
const step = { add: (_: number) => step }
export const other = step
  .add(1)
export default step${'\n  .add(1)'.repeat(many)}
`

/** Runs a check of modules as the command loads them, and gives what it says without the excerpt. */
async function checked(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-deep-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
    const { console, written } = testConsole({ cwd })
    await runCommand(['check', 'index.ts'], { ...console, importModule: loadModule })
    return `${written.stdout}${written.stderr}`
      .replaceAll(cwd, '<folder>')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.includes('│'))
      .slice(0, -2)
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

const wayOut =
  '  Give many to one call, as .add(a, b, …) and .nodes(a, b, …) take them, or name a part of it: const part = ….'

// What takes types out in newer versions of Node ends the process of a test, which runs in a thread, and throws in the command.
describe.skipIf(stripsTypes())('modules that are too deep to be compiled', () => {
  test('a chain of very many calls is told where it begins', async () => {
    expect(await checked({ 'index.ts': chain })).toEqual([
      'error index.ts module/unusable',
      '  The module is not read: an expression of 8000 calls and operators in one chain is too long to be compiled.',
      '  index.ts:5:16',
      wayOut,
    ])
  })

  test('is found in the module that is imported', async () => {
    const [, message, place] = await checked({
      'index.ts': "export { default } from './chain.ts'\n",
      'chain.ts': chain,
    })
    expect(message).toMatch(/8000 calls and operators in one chain/)
    expect(place).toBe('  chain.ts:5:16')
  })

  test('brackets in brackets, too', async () => {
    const text = `const some = 1\nexport default ${'['.repeat(many)}${']'.repeat(many)}\n`
    const [, message, place, hint] = await checked({ 'index.ts': text })
    expect(message).toBe(
      '  The module is not read: an expression of 8000 brackets one in the other is too deep to be compiled.',
    )
    expect(place).toBe('  index.ts:2:16')
    expect(hint).toBe('  Name a part of it: const part = ….')
  })

  test('functions that call themselves without an end are something else', async () => {
    const text = 'function down(depth: number): number {\n  return down(depth + 1) + 1\n}\nexport default down(0)\n'
    const [, message, place, hint] = await checked({ 'index.ts': text })
    expect(message).toBe(
      '  The module cannot be loaded: its functions call one another too often: Maximum call stack size exceeded.',
    )
    expect(place).toMatch(/^ {2}index.ts:[12]:\d+$/)
    expect(hint).toBe('  Look at what calls itself there, and whether that ends.')
  })
})

/** What Node.js 22.23 and 24.22 throw for the types of a text that is too deep, and 20 to 24 for the text itself. */
const thrown: readonly (readonly [what: string, error: Error])[] = [
  [
    'what takes the types out of a text',
    Object.assign(
      new Error(
        'Maximum call stack size exceeded\nThis is caused by either a bug in Node.js or incorrect usage of Node.js internals.\nPlease open an issue with this stack trace at https://github.com/nodejs/node/issues\n',
      ),
      { code: 'ERR_INTERNAL_ASSERTION', stack: 'Error\n    at assert.fail (node:internal/assert:17:9)' },
    ),
  ],
  [
    'what takes the types out, of brackets',
    Object.assign(
      new Error(
        'memory access out of bounds\nThis is caused by either a bug in Node.js or incorrect usage of Node.js internals.\n',
      ),
      { code: 'ERR_INTERNAL_ASSERTION', stack: 'Error\n    at assert.fail (node:internal/assert:17:9)' },
    ),
  ],
  [
    'the engine',
    Object.assign(new RangeError('Maximum call stack size exceeded'), {
      stack:
        'RangeError: Maximum call stack size exceeded\n    at compileSourceTextModule (node:internal/modules/esm/utils:346:16)\n    at async ModuleJob._link (node:internal/modules/esm/module_job:148:19)',
    }),
  ],
]

test.each(thrown)('a text that is too deep for %s is told as that', async (_, error) => {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-deep-'))
  try {
    const path = join(cwd, 'index.ts')
    writeFileSync(path, chain)
    expect(await describeModuleError(error, path, cwd)).toMatchObject({
      message: expect.stringContaining('8000 calls and operators in one chain'),
      source: { file: path, line: 5, column: 16 },
    })
    writeFileSync(path, 'export default 1\n')
    const { message, source } = await describeModuleError(error, path, cwd)
    expect(message).toBe(
      'The module is not read: an expression of it, or of a module that it imports, is too deep to be compiled.',
    )
    expect(source).toBeUndefined()
  } finally {
    rmSync(cwd, { recursive: true })
  }
})

describe('the deepest expression of a text', () => {
  test.each([
    ['nothing', '', undefined],
    ['calls in one chain', 'const a = f()\nexport default a.b().c()\n  .d(1, g.h().i())', '2:16 3 chain'],
    ['statements without semicolons', 'const a = f()\nconst b = g.h()\nlet c = i().j()', '3:9 2 chain'],
    ['operators', "const text = 'a' +\n  'b' + `c` + d\n", '1:14 3 chain'],
    ['brackets', 'f(1)\nexport default g([h([[1]])])', '2:16 5 brackets'],
    ['arms of conditions', 'const kind =\n  a ? 1 : b ? 2 : c ? 3 : 4', '2:3 6 chain'],
    ['comments between calls', 'a.b() // .x().y().z()\n  /* .x() */.c()', '1:1 2 chain'],
  ])('%s', (_, text, expected) => {
    const found = deepestPlace(text)
    expect(found && `${found.line}:${found.column} ${found.depth} ${found.kind}`).toBe(expected)
  })
})
