import { describe, expect, test } from 'vitest'
import { loadAjv } from '../../src/templates/ajv.ts'

const failing = (error: unknown) => (): never => {
  throw error
}

describe('ajv', () => {
  test('is loaded', () => {
    expect(loadAjv()).toBeTypeOf('function')
  })

  test('that is not installed is an error with the command that installs it', () => {
    const cause = Object.assign(new Error("Cannot find module 'ajv/dist/2019'"), { code: 'MODULE_NOT_FOUND' })
    expect(() => loadAjv(failing(cause))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('npm install ajv@8'), cause }),
    )
  })

  test('that fails in another way fails as it is', () => {
    const error = new Error('out of memory')
    expect(() => loadAjv(failing(error))).toThrow(error)
  })
})
