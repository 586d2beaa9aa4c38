import { describe, expect, test } from 'vitest'
import { placeOfKeys } from '../../src/cli/sources/key-places.ts'

const text = `// environments: { dev: {} }
import { defineConfig } from 'flowspec/config'
const other = { dev: { region: 'x' } }
const label = \`environments: { dev: { \${other.dev} } }\`
export default defineConfig({
  /* environments */ project: on ? first : second,
  "environments": {
    staging, // region
    dev: { note: "it's { region: 1 }", region: 'cn-shanghai', datasources: { odps: f({ region: 1 }) } },
    'prod-1': { region: 'cn-beijing' },
  },
  rules: { 'graph/cycle': 'off' },
  suppress: [
    { rule: 'a/b', reason: '[0, 1]' }, shared,
    { reason: f([{ rule: 1 }]), rule: 'c/d' },
  ],
})
`

/** The keys, and the line and column of the text above at which the last of them stands, or the last that is written. */
const places: readonly (readonly [keys: string, place: string | undefined])[] = [
  ['project', '6:22'],
  ['environments', '7:3'],
  ['environments staging', '8:5'],
  ['environments staging region', '8:5'],
  ['environments dev', '9:5'],
  ['environments dev region', '9:40'],
  ['environments dev datasources odps', '9:78'],
  ['environments prod-1 region', '10:17'],
  ['environments test region', '7:3'],
  ['rules graph/cycle', '12:12'],
  ['suppress 0', '14:5'],
  ['suppress 0 reason', '14:20'],
  ['suppress 1 rule', '14:40'],
  ['suppress 2 rule', '15:33'],
  ['suppress 3', '13:3'],
  ['custom', undefined],
]

describe('where a setting is written', () => {
  test.each(places)('%s: %s', (keys, place) => {
    const found = placeOfKeys(text, keys.split(' '))
    expect(found && `${found.line}:${found.column}`).toBe(place)
  })

  test('is found in a text that is not whole, and in one without keys', () => {
    expect(placeOfKeys("export default { project: 'a", ['project'])).toEqual({ line: 1, column: 18 })
    for (const one of ['', '/*', "'", '`', '}}}]', '{{{{']) expect(placeOfKeys(one, ['project'])).toBeUndefined()
  })
})
