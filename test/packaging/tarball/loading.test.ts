import { describe, expect, test } from 'vitest'
import { entryPoints } from '../../../scripts/build/entry-points.ts'
import { printedBy, runNode } from './run-node.ts'

const specifiers = entryPoints().map((entry) => entry.specifier)

describe.each(specifiers)('%s', (specifier) => {
  test('gives the same by import and by require', () => {
    const program = `
      import { createRequire } from 'node:module'
      import * as imported from '${specifier}'
      const required = createRequire(import.meta.url)('${specifier}')
      const names = Object.keys(imported)
      console.log(JSON.stringify({ count: names.length, differing: names.filter((name) => imported[name] !== required[name]) }))`
    expect(runNode('same.mjs', program)).toEqual({ count: expect.any(Number), differing: [] })
  })

  test('can be required first, in a CommonJS program', () => {
    const program = `console.log(JSON.stringify(Object.keys(require('${specifier}')).length > 0))`
    expect(runNode('first.cjs', program)).toBe(true)
  })
})

test('flowspec/schema.json is the schema, by require', () => {
  const program = `console.log(JSON.stringify(require('flowspec/schema.json').$schema))`
  expect(runNode('schema.cjs', program)).toMatch(/^https?:\/\/json-schema\.org\//)
})

test('templates without ajv say how to install it', () => {
  const program = `
    import { S } from 'fluent-json-schema'
    import { template } from 'flowspec/templates'
    const made = template({ name: 'made', parameters: S.object(), build: () => 1 })
    try { made({}) } catch (error) { console.log(JSON.stringify(error.message)) }`
  expect(runNode('without-ajv.mjs', program)).toContain('npm install ajv@8')
})

test('an error that nobody caught is printed once, at the line of the build', () => {
  const program = `
    import { workflow } from 'flowspec'
    workflow('w').cron('every day').build()`
  const printed = printedBy('uncaught.mjs', program)
  expect(printed.match(/schedule\/cron-syntax/g)).toHaveLength(1)
  expect(printed).toMatch(/^file:.*uncaught\.mjs:3\n +workflow\('w'\)/)
  expect(printed).not.toMatch(/diagnostics|\{/)
})

test('frames in the package lead to its sources, when Node reads maps', () => {
  const program = `import { workflow } from 'flowspec'
    workflow(7)`
  const printed = printedBy('mapped.mjs', program, '--enable-source-maps')
  expect(printed).toMatch(/at workflow \(.*[\\/]src[\\/]builders[\\/]workflow[\\/]start-workflow\.ts:\d+:\d+\)/)
  expect(printed).toMatch(/mapped\.mjs:2:\d+/)
})

test('one copy of luxon is loaded, and only when a schedule is checked', () => {
  // The hook sees what is imported, the require cache what is required; a second copy would show in either.
  const program = `
    import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
    import { createRequire, register } from 'node:module'
    import { tmpdir } from 'node:os'
    import { join } from 'node:path'
    const folder = mkdtempSync(join(tmpdir(), 'flowspec-loads-'))
    const log = join(folder, 'log')
    const hook = \`import { appendFileSync } from 'node:fs'
      export async function load(url, context, next) { appendFileSync(\${JSON.stringify(log)}, url + '\\\\n'); return next(url, context) }\`
    register('data:text/javascript,' + encodeURIComponent(hook))
    for (const specifier of ${JSON.stringify(specifiers)}) await import(specifier)
    const cache = createRequire(import.meta.url).cache
    const before = Object.keys(cache).some((path) => path.includes('/node_modules/luxon/'))
    const { workflow } = await import('flowspec')
    workflow('w').cron('00 02 00 * * ?').build()
    const urls = readFileSync(log, 'utf8').split('\\n').map((url) => decodeURIComponent(url.replace('file://', '')))
    rmSync(folder, { recursive: true })
    const required = Object.keys(cache)
    const loaded = new Set([...urls, ...required].filter((path) => path.includes('/node_modules/luxon/')))
    const files = [...loaded].map((path) => path.slice(path.lastIndexOf('/node_modules/luxon/') + 20))
    console.log(JSON.stringify({ before, files }))`
  expect(runNode('loads.mjs', program)).toEqual({ before: false, files: ['build/node/luxon.js'] })
})

test('the number-safe reader of JSON is loaded when a document is first read, and by no program that only writes', () => {
  const program = `
    import { createRequire } from 'node:module'
    import { readSpec, workflow, writeJson } from 'flowspec'
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes('/lossless-json/'))
    const text = writeJson(workflow('w').cron('00 02 00 * * ?').build())
    const before = loaded()
    const { id } = readSpec('{ "id": 12345678901234567890 }')
    console.log(JSON.stringify({ text: text.length > 0, before, after: loaded().length, id: String(id) }))`
  const expected = { text: true, before: [], after: 1, id: '12345678901234567890' }
  expect(runNode('reads.mjs', program)).toEqual(expected)
})
