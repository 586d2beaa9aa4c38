import { readdirSync, readFileSync } from 'node:fs'
import { readSpec } from 'flowspec'
import { lineage, type SqlFault, tablesOf } from 'flowspec/sql'
import { readYaml } from 'flowspec/yaml'
import { expect, test } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

/** The documents of the corpus that can be read at all. */
function documents(): readonly object[] {
  return readdirSync(sharedFile('corpus')).flatMap((file) => {
    const read = /\.ya?ml$/.test(file) ? readYaml : readSpec
    try {
      return /\.(?:json|ya?ml)$/.test(file) ? [read(readFileSync(sharedFile(`corpus/${file}`), 'utf8'))] : []
    } catch {
      // What is wrong with documents that cannot be read is tried with the check.
      return []
    }
  })
}

/** Assignments and ends of loops run MaxCompute's SQL, which their commands do not say. */
function languageOf(command: string): string {
  return /^CONTROLLER_/.test(command) ? 'maxcompute' : command
}

test.skipIf(sharedFolder === undefined)('the SQL of real documents is read, or it is said why not', () => {
  const scripts = documents().flatMap((document) => {
    const { nodes } = lineage(document)
    return nodes.flatMap(({ sql, command = '' }) => (sql === undefined || sql.trim() === '' ? [] : [{ sql, command }]))
  })
  const faults: SqlFault[] = scripts.flatMap(
    ({ sql, command }) => tablesOf(sql, { language: languageOf(command) }).faults,
  )
  process.stdout.write(`${scripts.length} scripts of SQL, ${faults.length} statements that are not read\n`)
  for (const { message } of faults) process.stdout.write(`  ${message}\n`)
  expect(scripts.length).toBeGreaterThan(20)
  expect(faults.length).toBeLessThan(scripts.length / 10)
  for (const { message } of faults) expect(message).toMatch(/^A statement is not read: .+, line \d+, column \d+\.$/)
})
