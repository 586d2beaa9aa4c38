import * as flowspec from 'flowspec'
import * as config from 'flowspec/config'
import * as schedule from 'flowspec/schedule'
import { expect, test } from 'vitest'
import { importedFrom } from '../../src/cli/modules/imported-names.ts'

/** Names of functions; classes and tables are not what a module of pipelines begins with. */
const functionsOf = (module: object): readonly string[] =>
  Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' && /^[a-z]/.test(name) ? [name] : []))

test.each([
  ['flowspec', flowspec],
  ['flowspec/schedule', schedule],
])('every function of %s is found there', (entry, module) => {
  const names = functionsOf(module)
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter((name) => importedFrom(name) !== entry)).toEqual([])
})

test('defineConfig is found in flowspec/config', () => {
  expect(Object.keys(config)).toContain('defineConfig')
  expect(importedFrom('defineConfig')).toBe('flowspec/config')
})

test.each(['startNode', 'toString', 'Buffer', 'constructor'])('%s is no name to import', (name) => {
  expect(importedFrom(name)).toBeUndefined()
})
