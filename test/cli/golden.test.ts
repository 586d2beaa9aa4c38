import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { runCase } from './support/golden-case.ts'

/** With it, what the commands say now is written down as what is expected. */
const isUpdate = process.env['FLOWSPEC_UPDATE'] !== undefined

const golden = join(import.meta.dirname, 'golden')
/** Folders of files, and not of cases. */
const files = new Set(['projects', 'shared'])
const folders = readdirSync(golden).filter((name) => !files.has(name))
const cases = folders.flatMap((command) => readdirSync(join(golden, command)).map((name) => ({ command, name })))

describe('what the command writes', () => {
  test.each(cases)('$command: $name', async ({ command, name }) => {
    const folder = join(golden, command, name)
    const actual = await runCase(folder)
    if (isUpdate) writeFileSync(join(folder, 'expected'), actual)
    expect(actual).toBe(readFileSync(join(folder, 'expected'), 'utf8'))
  })

  test('is written down for each command, faults among it', () => {
    const names = commandTable.map(({ name }) => name)
    expect(names.filter((name) => !folders.includes(name))).toEqual([])
    const endsBadly = (name: string): boolean =>
      cases
        .filter(({ command }) => command === name)
        .some((one) => /^--- exit [12]$/m.test(readFileSync(join(golden, one.command, one.name, 'expected'), 'utf8')))
    expect(names.filter((name) => !endsBadly(name))).toEqual([])
  })
})
