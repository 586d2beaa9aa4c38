import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readBody } from '../../src/emulator/server/exchange.ts'

const limit = 10
const bytes = (...lengths: readonly number[]) => Readable.from(lengths.map((length) => Buffer.alloc(length, 'x')))

describe('a request body', () => {
  test.each([[[]], [[10]], [[4, 6]]])('within the limit is read whole: chunks of %j', async (lengths) => {
    const whole = lengths.reduce((sum, length) => sum + length, 0)
    expect(String(await readBody(bytes(...lengths), limit))).toBe('x'.repeat(whole))
  })

  test.each([[[11]], [[10, 1]], [[10, 10, 10, 10]]])(
    'beyond it is read, and not kept: chunks of %j',
    async (lengths) => {
      expect(await readBody(bytes(...lengths), limit)).toBeUndefined()
    },
  )

  test('far beyond it is not even read', async () => {
    await expect(readBody(bytes(10, 10, 10, 11), limit)).rejects.toThrow('longer than 40 bytes')
  })

  test('is bytes', async () => {
    await expect(readBody(Readable.from(['text']), limit)).rejects.toThrow(TypeError)
  })
})
