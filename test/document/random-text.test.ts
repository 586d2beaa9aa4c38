import fc from 'fast-check'
import {
  checkSpec,
  convertSpec,
  fromSpec,
  isFlowSpecError,
  odpsSql,
  readSpec,
  shell,
  workflow,
  writeJson,
} from 'flowspec'
import { readYaml, writeYaml } from 'flowspec/yaml'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument } from './support/arbitrary-document.ts'

const ods = odpsSql('ods').code('select 1').param('day', '$[yyyymmdd-1]')
const built = workflow('orders').cron('00 02 00 * * ?').nodes(ods, shell('sh').code('echo 1').after(ods)).build()
const wellFormed = JSON.stringify(built)

const bytes = fc.uint8Array({ maxLength: 60 }).map((list) => Buffer.from(list).toString('latin1'))
const pieces = [
  ...'{}[]",:\\ \n\t0-9.eE+\'#&*!|>%@`?',
  '\uFEFF',
  '\u0000',
  '\uD800',
  '{{',
  '}}',
  '__proto__',
  'null',
  '"spec"',
  '"kind":',
  '&a ',
  '*a',
  '<<: ',
]
const brackets = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join(''))
/** A document that is right but for what was cut out of it, put into it or doubled at a few places. */
const damaged = fc
  .array(fc.tuple(fc.nat(wellFormed.length), fc.nat(6), fc.constantFrom('', ...pieces)), { minLength: 1, maxLength: 3 })
  .map((cuts) =>
    cuts.reduce((text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length), wellFormed),
  )

/** Does everything that can be done with a text; what is refused is refused with a FlowSpecError. */
function useText(read: (text: string) => object, text: string): void {
  let document: object
  try {
    document = read(text)
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    expect(error.diagnostics.length).toBeGreaterThan(0)
    return
  }
  useDocument(document)
}

function useDocument(document: unknown): void {
  checkSpec(document)
  if (typeof document !== 'object' || document === null) return
  writeJson(document)
}

/** Far more than the slowest of these takes on a busy machine: a text that hangs is what it is for. */
const patience = 120_000
const shapes: readonly [string, fc.Arbitrary<string>][] = [
  ['bytes', bytes],
  ['brackets and keys', brackets],
  ['damaged documents', damaged],
]
const anyValue = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
})

// All in all 100,000 cases.
describe('nothing that is read throws anything but a FlowSpecError', { timeout: patience }, () => {
  test.each(shapes)('%s, as JSON', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => useText(readSpec, text)),
      { numRuns: 20_000 },
    )
  })

  test.each(shapes)('%s, as YAML', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => useText(readYaml, text)),
      { numRuns: 4000 },
    )
  })

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => useText(readSpec, JSON.stringify(value))),
      { numRuns: 10_000 },
    )
  })

  test('any value at all', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(Array.isArray(checkSpec(value))).toBe(true)
      }),
      { numRuns: 16_000 },
    )
  })

  test('documents with the fields of the language and any values in them', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        useDocument(document)
        writeYaml(document)
        convertSpec(document, { version: '2.0.0' })
        expect(fromSpec(document).toJSON()).toEqual(document)
      }),
      { numRuns: 2000 },
    )
  })

  test('damaged documents are read often enough for the check to see them', () => {
    const texts = fc.sample(damaged, 200)
    const read = texts.filter((text) => {
      try {
        return readSpec(text)
      } catch {
        return false
      }
    })
    expect(read.length).toBeGreaterThan(10)
    expect(read.length).toBeLessThan(190)
  })
})
