import { readFileSync } from 'node:fs'
import * as flowspec from 'flowspec'
import { describe, expect, it } from 'vitest'
import { readNodeTypes } from '../../../scripts/generate/node-types.ts'
import { nodeTypes } from '../../../src/language/generated/node-types.ts'
import { sharedFile, sharedFolder } from '../../support/shared-folder.ts'

const rows = readNodeTypes()
const plain = rows.flatMap(({ command, factory, language }) =>
  factory === undefined ? [] : [{ command, factory, language }],
)

describe('every plain node type', () => {
  it.each(plain)('$factory makes a node of command $command', ({ command, factory, language }) => {
    const make: unknown = Reflect.get(flowspec, factory)
    if (typeof make !== 'function') throw new Error(`${factory} is not exported`)
    const built = flowspec
      .workflow('w')
      .cron('00 02 00 * * ?')
      .nodeList([make('step')])
      .build()
    const script = built.spec.workflows?.[0]?.nodes?.[0]?.script
    expect(script?.runtime?.command).toBe(command)
    expect(script?.language).toBe(language)
  })

  it('is camelCase of its command, apart from the two shells', () => {
    const other = plain.filter(
      ({ command, factory }) => factory.toLowerCase() !== command.replaceAll('_', '').toLowerCase(),
    )
    expect(other).toEqual([
      { command: 'DIDE_SHELL', factory: 'shell', language: 'shell-script' },
      { command: 'SHELL', factory: 'legacyShell', language: 'shell-script' },
    ])
  })

  it('has a factory, or the table says what it is instead', () => {
    for (const type of rows)
      expect([type.factory, type.notPlain].filter((entry) => entry !== undefined)).toHaveLength(1)
  })
})

describe.skipIf(sharedFolder === undefined)('the reference table of node types', () => {
  const reference = (): { command: string; code: string }[] =>
    readFileSync(sharedFile('vectors/node-types.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([command = '', code = '']) => ({ command, code }))
      .filter(({ command }) => /^[A-Za-z0-9_]+$/.test(command))

  it('has no command that is missing here, and no other code', () => {
    expect(reference().length).toBeGreaterThan(140)
    for (const { command, code } of reference()) {
      expect(nodeTypes.get(command), command).toBeDefined()
      expect(String(nodeTypes.get(command)?.code ?? ''), command).toBe(code)
    }
  })
})
