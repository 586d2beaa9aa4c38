import { readFileSync } from 'node:fs'
import { isFlowSpecError } from 'flowspec'
import { type CronDiagnostic, type CronField, fromQuartzCron, parseCron, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

/** A row of the reference vectors. */
interface Vector {
  readonly id: number
  readonly dialect: string
  readonly expr: string
  readonly tz: string
  readonly from: string
  readonly next?: readonly string[]
  readonly runs: readonly { readonly at: string; readonly dryRun?: boolean; readonly overlap?: boolean }[]
  readonly invalid?: boolean
  readonly nearTransition?: boolean
  /** Whether two versions of Quartz do not agree; then `nextQuartz232` has what the older one gives. */
  readonly disputed?: boolean
  readonly nextQuartz232?: readonly string[]
}

function vectors(file: string, dialect = 'dataworks'): readonly Vector[] {
  const rows: readonly Vector[] = JSON.parse(readFileSync(sharedFile(file), 'utf8'))
  return rows.filter((row) => row.dialect === dialect)
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

/** The fields of a Quartz cron that say what a cron of DataWorks cannot, told by its text alone. */
function uncarried(expr: string): readonly CronField[] {
  const [second = '', , , date = '', , , year = '*'] = expr.split(/\s+/)
  return [
    ...(/^0+$/.test(second) ? [] : (['second'] as const)),
    ...(/W|^L-/.test(date) ? (['day-of-month'] as const) : []),
    ...(year === '*' ? [] : (['year'] as const)),
  ]
}

/** The fields a Quartz cron is refused for, or the cron it is carried to. */
function carry(expr: string): string | readonly (CronField | undefined)[] {
  try {
    return fromQuartzCron(expr).cron
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return (error.diagnostics as readonly CronDiagnostic[]).map(({ field }) => field)
  }
}

/**
 * Whether a carried cron runs when Quartz runs it. Both take the later of the two times that a clock shows twice, and
 * drop an hourly run whose time is skipped. A daily one that is skipped is dropped by Quartz, while DataWorks moves it on
 * as a dry run: so the dry runs are left out here, and there are none away from clock changes.
 */
function runsAlike(row: Vector, cron: string): boolean {
  const expected = row.nextQuartz232 ?? row.next ?? []
  const all = [...runs({ cron, timezone: row.tz }, { from: row.from, count: count(expected) + 2 })]
  if (row.nearTransition !== true && all.slice(0, expected.length).some(({ dryRun }) => dryRun)) return false
  const real = all.filter(({ dryRun }) => !dryRun).map(({ at }) => at)
  return expected.length === 0 ? real.length === 0 : expected.every((at, index) => at === real[index])
}

describe.skipIf(sharedFolder === undefined)('the reference vectors of the Quartz dialect', () => {
  it('cron-runs.json: what can be carried runs alike, the rest is refused naming its fields', () => {
    const rows = vectors('vectors/cron-runs.json', 'quartz').filter((row) => uncarried(row.expr).length === 0)
    const refused = vectors('vectors/cron-runs.json', 'quartz').filter((row) => uncarried(row.expr).length > 0)
    const wrong = rows.filter((row) => {
      const carried = carry(row.expr)
      return typeof carried !== 'string' || !runsAlike(row, carried)
    })
    const accepted = refused.filter((row) => JSON.stringify(carry(row.expr)) !== JSON.stringify(uncarried(row.expr)))
    const disputed = [...rows, ...refused].filter((row) => row.disputed === true).length
    print(`cron-runs.json, Quartz, carried (${disputed} disputed)`, rows.length - wrong.length, rows.length)
    print('cron-runs.json, Quartz, refused', refused.length - accepted.length, refused.length)
    expect(rows.length).toBeGreaterThan(0)
    expect(refused.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
    expect(accepted).toEqual([])
  })

  it('cron-cases.json: what Quartz refuses is refused, and what it takes runs alike or is refused with a reason', () => {
    const rows = vectors('vectors/cron-cases.json', 'quartz')
    const invalid = rows.filter((row) => row.invalid === true)
    const timed = rows.filter((row) => row.invalid !== true && row.next !== undefined)
    const accepted = invalid.filter((row) => typeof carry(row.expr) === 'string')
    const wrong = timed.filter((row) => {
      const carried = carry(row.expr)
      const reasons = uncarried(row.expr)
      return typeof carried === 'string'
        ? !runsAlike(row, carried)
        : JSON.stringify(carried) !== JSON.stringify(reasons)
    })
    print('cron-cases.json, Quartz, refused', invalid.length - accepted.length, invalid.length)
    print('cron-cases.json, Quartz, times', timed.length - wrong.length, timed.length)
    expect(timed.length).toBeGreaterThan(0)
    expect(accepted).toEqual([])
    expect(wrong).toEqual([])
  })
})
