import { tablesOf } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { flinkCases, mysqlCases, postgresCases, trinoCases } from './cases/databases.ts'
import { hiveCases, sparkCases } from './cases/hive-spark.ts'
import { maxComputeCases } from './cases/maxcompute.ts'
import { maxComputeTableCases } from './cases/maxcompute-tables.ts'
import { pyodpsCases, shellCases } from './cases/other-languages.ts'
import { shellClientCases } from './cases/shell-clients.ts'
import type { SqlCase } from './cases/sql-case.ts'

const groups: readonly (readonly [language: string, cases: readonly SqlCase[]])[] = [
  ['maxcompute', maxComputeCases],
  ['maxcompute', maxComputeTableCases],
  ['hive', hiveCases],
  ['spark', sparkCases],
  ['postgresql', postgresCases],
  ['hologres', postgresCases],
  ['mysql', mysqlCases],
  ['trino', trinoCases],
  ['flink', flinkCases],
  ['pyodps', pyodpsCases],
  ['shell', shellCases],
  ['shell', shellClientCases],
]

/** What code does with tables, in the words of the cases. */
function told(sql: string, language: string): string {
  const { creates, drops, reads, writes, faults } = tablesOf(sql, { language })
  const names = Object.entries({ creates, drops, reads, writes }).flatMap(([what, uses]) =>
    uses.length === 0
      ? []
      : [`${what} ${uses.map(({ name, language: of }) => (of === undefined ? name : `${of}:${name}`)).join(' ')}`],
  )
  return [...names, ...(faults.length === 0 ? [] : [`faults ${faults.length}`])].join('; ')
}

/** Names in alphabetic order: a statement may name what it writes before or behind what it reads. */
const sorted = (text: string): string =>
  text
    .split('; ')
    .map((part) => {
      const [what, ...names] = part.split(' ')
      return [what, ...names.sort()].join(' ')
    })
    .join('; ')

describe.each(groups)('%s', (language, cases) => {
  test.each(cases)('%s', (sql, expected) => {
    expect(sorted(told(sql, language))).toBe(sorted(expected))
  })
})
