import { readFileSync } from 'node:fs'
import { isFlowSpecError } from 'flowspec'
import { evaluateParameter } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

interface Vector {
  readonly id: number
  readonly expr: string
  readonly status: string
  readonly bizdate?: string
  readonly cyctime?: string
  readonly now?: string
  readonly tz?: string
  readonly expected?: string | null
  readonly invalid?: boolean
}

/** Digits as the vectors have them, `20251101` or `20251101023045`, as this library takes them. */
function dated(digits: string): string {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return digits.length === 8 ? date : `${date} ${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12, 14)}`
}

/** The value of a row, or the rules it breaks. */
function evaluate({ expr, bizdate, cyctime, now, tz }: Vector): string | readonly string[] {
  try {
    return evaluateParameter(expr, {
      businessDate: bizdate && dated(bizdate),
      scheduleTime: cyctime && dated(cyctime),
      now: now && dated(now),
      timezone: tz,
    })
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ rule }) => rule)
  }
}

function holds(row: Vector): boolean {
  const given = evaluate(row)
  if (row.invalid === true) {
    return typeof given !== 'string' && given.every((rule) => /^parameter\/(syntax|unknown)$/.test(rule))
  }
  if (row.status === 'runtime-only') return given.toString() === 'parameter/runtime-only'
  return given === row.expected
}

describe.skipIf(sharedFolder === undefined)('the reference vectors of scheduling parameters', () => {
  const rows: readonly Vector[] =
    sharedFolder === undefined ? [] : JSON.parse(readFileSync(sharedFile('vectors/schedule-parameters.json'), 'utf8'))

  it('have the values of the reference, those printed wrongly their corrected ones', () => {
    const wrong = rows.filter((row) => !holds(row))
    const statusOf = (row: Vector): string => (row.invalid === true ? 'refused' : row.status)
    for (const status of new Set(rows.map(statusOf))) {
      const ofStatus = rows.filter((row) => statusOf(row) === status)
      const passed = ofStatus.filter((row) => !wrong.includes(row)).length
      process.stdout.write(`schedule-parameters.json, ${status}: ${passed} of ${ofStatus.length} rows\n`)
    }
    expect(rows.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})
