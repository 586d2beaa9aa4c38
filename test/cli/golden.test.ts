import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { stripsTypes } from '../../src/cli/console/load-module.ts'
import { runCase } from './support/golden-case.ts'

/** With it, what the commands say now is written down as what is expected. */
const isUpdate = process.env['FLOWSPEC_UPDATE'] !== undefined

const golden = join(import.meta.dirname, 'golden')
/** Folders of files, and not of cases. */
const files = new Set(['projects', 'shared'])
const folders = readdirSync(golden).filter((name) => !files.has(name))
const cases = folders.flatMap((command) => readdirSync(join(golden, command)).map((name) => ({ command, name })))

/** What a case writes; where Node itself strips types, columns of errors may be others than those in compiled code. */
function expectedFile(folder: string): string {
  const stripped = join(folder, 'expected-where-types-are-stripped')
  return stripsTypes() && existsSync(stripped) ? stripped : join(folder, 'expected')
}

describe('what the command writes', () => {
  test.each(cases)('$command: $name', async ({ command, name }) => {
    const folder = join(golden, command, name)
    const actual = await runCase(folder)
    const expected = expectedFile(folder)
    if (isUpdate) writeFileSync(expected, actual)
    expect(actual).toBe(readFileSync(expected, 'utf8'))
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
