import type { RequestRecord } from 'flowspec/testing'
import { describe, expect, test } from 'vitest'
import { RequestLog } from '../../src/emulator/server/request-log.ts'

function record(time: number, Spec = ''): RequestRecord {
  const call = { method: 'POST', action: 'ImportWorkflowDefinition', version: '2024-05-18', parameters: { Spec } }
  return { ...call, time, requestId: `${time}`, status: 200, code: undefined, isFaulty: false }
}

function logOf(count: number, text?: string): readonly RequestRecord[] {
  const log = new RequestLog()
  for (let time = 1; time <= count; time++) log.add(record(time, text))
  return log.records
}

describe('the log of requests', () => {
  test('keeps thousands, and of more than that the last', () => {
    expect(logOf(10_000).map(({ time }) => time)).toEqual(Array.from({ length: 10_000 }, (_, at) => at + 1))
    const kept = logOf(10_001)
    expect(kept).toHaveLength(5000)
    expect(kept[0]?.time).toBe(5002)
  })

  test('knows how many were answered in all', () => {
    const log = new RequestLog()
    for (let time = 1; time <= 10_001; time++) log.add(record(time))
    expect([log.answered, log.records.length]).toEqual([10_001, 5000])
  })

  test('keeps fewer when they carry large documents', () => {
    const megabytes = 'x'.repeat(4 * 1024 * 1024)
    expect(logOf(32, megabytes)).toHaveLength(32)
    const kept = logOf(100, megabytes)
    expect(kept.length).toBeLessThanOrEqual(32)
    expect(kept.length).toBeGreaterThanOrEqual(16)
    expect(kept.at(-1)?.time).toBe(100)
  })
})
