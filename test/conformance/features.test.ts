import { execFileSync } from 'node:child_process'
import type { ErrorObject } from 'ajv'
import { fromSpec, readSpec, writeJson } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { officialSchema } from '../language/schema/support/official-schema.ts'
import { sharedFolder } from '../support/shared-folder.ts'
import { featureDocuments } from './support/feature-documents.ts'

test('there are many combinations of features, each under a name of its own', () => {
  expect(new Set(featureDocuments.map(({ name }) => name)).size).toBe(featureDocuments.length)
  expect(featureDocuments.length).toBeGreaterThanOrEqual(120)
})

describe('a combination of features', () => {
  test.each(featureDocuments)('$name is the same when it is written and read', ({ document }) => {
    const text = writeJson(document)
    expect(readSpec(text)).toEqual(document)
    expect(writeJson(readSpec(text))).toBe(text)
  })

  test.each(featureDocuments)('$name is the same when builders are made of what is read', ({ document }) => {
    const text = writeJson(document)
    const rebuilt = fromSpec(readSpec(text)).build()
    expect(rebuilt).toEqual(document)
    expect(writeJson(rebuilt)).toBe(text)
  })
})

/** The official schema does not list the kind, which the reference implementation reads. */
const unlisted = 'DataIntegrationJob'

/** A resource or function named in the place of a whole one is a reference, and the official schema knows none. */
const isNamed = ({ instancePath }: ErrorObject): boolean => /\/(?:fileResources|functions)\/\d+$/.test(instancePath)

describe.skipIf(sharedFolder === undefined)('the official schema', () => {
  const errorsOf = sharedFolder === undefined ? () => [] : officialSchema()

  test.each(featureDocuments)('takes $name', ({ name, document }) => {
    const errors = errorsOf(document.kind === unlisted ? { ...document, kind: 'DataCatalog' } : document)
    const ofParts = /resource|function/.test(name) && document.kind !== 'Resource'
    expect(ofParts ? errors.filter((error) => !isNamed(error)) : errors).toEqual([])
  })
})

test('another process, in another time zone and language, writes the same bytes', () => {
  const program = [
    "import { writeJson } from './src/index.ts'",
    "import { featureDocuments } from './test/conformance/support/feature-documents.ts'",
    'process.stdout.write(JSON.stringify(featureDocuments.map(({ document }) => writeJson(document))))',
  ].join('\n')
  const run = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const env = { ...process.env, TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', TSX_TSCONFIG_PATH: 'test/tsconfig.json' }
  const text = execFileSync(process.execPath, run, { cwd: new URL('../../', import.meta.url), encoding: 'utf8', env })
  expect(JSON.parse(text)).toEqual(featureDocuments.map(({ document }) => writeJson(document)))
}, 60_000)
