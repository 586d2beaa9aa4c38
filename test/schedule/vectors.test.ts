import { readFileSync } from 'node:fs'
import { parseCron, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

interface Vector {
  readonly id: number
  readonly dialect: string
  readonly expr: string
  readonly tz: string
  readonly from: string
  readonly next?: readonly string[]
  readonly runs: readonly { readonly at: string; readonly dryRun?: boolean; readonly overlap?: boolean }[]
  readonly invalid?: boolean
}

function vectors(file: string): readonly Vector[] {
  const rows: readonly Vector[] = JSON.parse(readFileSync(sharedFile(file), 'utf8'))
  return rows.filter((row) => row.dialect === 'dataworks')
}

const asked = 5

/** A row has five runs, none when its cron never fires, or fewer where its own search ended at a horizon. */
function count(listed: readonly unknown[]): number {
  return listed.length === 0 ? asked : listed.length
}

function print(what: string, passed: number, all: number): void {
  process.stdout.write(`${what}: ${passed} of ${all} rows\n`)
}

describe.skipIf(sharedFolder === undefined)('the reference vectors of the DataWorks dialect', () => {
  it('gives the documented times of cron-cases.json', () => {
    const rows = vectors('vectors/cron-cases.json').filter((row) => row.invalid !== true)
    const wrong = rows.filter(({ expr, tz, from, next = [] }) => {
      const times = [...runs({ cron: expr, timezone: tz }, { from, count: count(next) })].map((run) => run.at)
      return JSON.stringify(times) !== JSON.stringify(next)
    })
    print('cron-cases.json, times', rows.length - wrong.length, rows.length)
    expect(rows.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it('refuses the invalid rows of cron-cases.json, naming field and column', () => {
    const rows = vectors('vectors/cron-cases.json').filter((row) => row.invalid === true)
    const accepted = rows.filter(({ expr }) => {
      const result = parseCron(expr)
      return result.ok || result.diagnostics.some(({ field, column }) => field === undefined || column < 1)
    })
    print('cron-cases.json, refused', rows.length - accepted.length, rows.length)
    expect(rows.length).toBeGreaterThan(0)
    expect(accepted).toEqual([])
  })

  it('gives the times and the flags of cron-runs.json', () => {
    const rows = vectors('vectors/cron-runs.json')
    let dryRuns = 0
    let overlaps = 0
    const wrong = rows.filter((row) => {
      const given = [...runs({ cron: row.expr, timezone: row.tz }, { from: row.from, count: count(row.runs) })]
      dryRuns += given.filter((run) => run.dryRun).length
      overlaps += given.filter((run) => run.overlap).length
      const shown = given.map(({ at, dryRun, overlap }) => ({ at, dryRun, overlap }))
      const expected = row.runs.map(({ at, dryRun = false, overlap = false }) => ({ at, dryRun, overlap }))
      return JSON.stringify(shown) !== JSON.stringify(expected)
    })
    print(`cron-runs.json (${dryRuns} dry runs, ${overlaps} in an overlap)`, rows.length - wrong.length, rows.length)
    expect(dryRuns).toBeGreaterThan(0)
    expect(overlaps).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})
