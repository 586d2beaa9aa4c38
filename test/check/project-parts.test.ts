import { describe, expect, test } from 'vitest'
import { DatasourceTypes, datasourcesIn } from '../../src/check/project/datasource-types.ts'
import { NameSearch } from '../../src/check/project/name-search.ts'
import { checkIdentifier } from '../../src/check/project/project-diagnostic.ts'
import { indexSpec } from '../../src/document/index/index-spec.ts'

describe('the identifier of a project', () => {
  test.each(['retail', 'Retail_2', 'r'])('%j is one', (identifier) => {
    expect(checkIdentifier(identifier)).toEqual([])
  })

  test.each<[unknown, string]>([
    ['2retail', 'warning'],
    ['re-tail', 'warning'],
    ['retail!', 'warning'],
    ['_retail', 'warning'],
    ['零售', 'warning'],
    // Outputs are `<identifier>.<name>`: these are outputs of no project.
    ['', 'error'],
    ['re.tail', 'error'],
    [5, 'error'],
    [null, 'error'],
  ])('%j is none', (identifier, severity) => {
    expect(checkIdentifier(identifier)).toMatchObject([
      { rule: 'name/characters', severity, path: '/identifier', message: expect.stringContaining('identifier') },
    ])
  })
})

describe('names that a misspelt one may mean', () => {
  const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `table_${at}`)

  test('are all names of a small project, as the same list', () => {
    const names = numbered(200)
    const search = new NameSearch(names)
    expect(search.like('tabel_1')).toBe(names)
    expect(search.like('x')).toBe(names)
  })

  test('are of a large one those that share the rarest three characters, and not many', () => {
    const search = new NameSearch([...numbered(300), 'customers', 'Customs'])
    expect(search.like('custmers')).toEqual(['customers', 'Customs'])
    expect(search.like('CUSTMERS')).toEqual(['customers', 'Customs'])
    expect(search.like('table_customer')).toHaveLength(50)
    expect(search.like('table_customer').slice(0, 2)).toEqual(['customers', 'Customs'])
  })

  test.each(['', 'ab', 'zzzzz'])('are none for %j', (word) => {
    expect(new NameSearch(numbered(201)).like(word)).toEqual([])
  })
})

describe('types of data sources', () => {
  test('are those of a document, each once and in one case', () => {
    const node = (name: string, datasource: object) => ({ name, datasource })
    const nodes = [
      node('a', { name: 'd', type: 'odps' }),
      node('b', { name: 'd', type: 'ODPS' }),
      node('c', { name: 'd' }),
      node('e', { type: 'odps' }),
      node('f', { name: 'e', type: 'holo' }),
      node('g', { name: 'f', type: 'hive', config: 5 }),
    ]
    expect(datasourcesIn(indexSpec({ kind: 'Node', version: '1.1.0', spec: { nodes } }))).toEqual([
      ['d', 'odps'],
      ['e', 'holo'],
    ])
  })

  const types = new DatasourceTypes()
  types.add([['d', 'odps']], 0)
  types.add([['d', 'odps']], 1)
  types.add([['d', 'holo']], 2)
  types.add([['f', 'flink']], 0)
  types.add([['f', 'flink_serverless']], 1)

  test.each<[said: [string, string], position: number, other: object | undefined]>([
    [['d', 'holo'], 2, { type: 'odps', position: 0 }],
    [['d', 'holo'], 0, { type: 'odps', position: 1 }],
    [['d', 'odps'], 0, { type: 'holo', position: 2 }],
    [['d', 'odps'], 2, undefined],
    // The service writes one where the other was given.
    [['f', 'flink'], 0, undefined],
    [['f', 'flink_serverless'], 1, undefined],
    [['x', 'odps'], 0, undefined],
  ])('that other documents say of %j at %i', (said, position, other) => {
    expect(types.otherThan(said, position)).toEqual(other)
  })
})
