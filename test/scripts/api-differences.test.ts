import { expect, it } from 'vitest'
import { differences } from '../../scripts/api/differences.ts'

const api = (names: Readonly<Record<string, string>>) => new Map([['flowspec', new Map(Object.entries(names))]])

it('names what is gone, new and changed, with the lines that differ', () => {
  const before = api({ gone: 'const gone: 1', kept: 'const kept: 1', changed: 'interface A {\n  a: 1\n  b: 2\n}' })
  const after = api({ added: 'const added: 1', kept: 'const kept: 1', changed: 'interface A {\n  a: 1\n  b: 3\n}' })
  expect(differences(before, after)).toEqual([
    { entry: 'flowspec', name: 'added', kind: 'added', before: [''], after: ['const added: 1'] },
    { entry: 'flowspec', name: 'changed', kind: 'changed', before: ['  b: 2'], after: ['  b: 3'] },
    { entry: 'flowspec', name: 'gone', kind: 'removed', before: ['const gone: 1'], after: [''] },
  ])
})

it('says nothing of names that are not exported, unless a declaration under the same name changed', () => {
  expect(differences(api({ '(Inner)': 'type Inner = 1' }), api({ '(Other)': 'type Other = 1' }))).toEqual([])
  expect(differences(api({ '(Inner)': 'type Inner = 1' }), api({ '(Inner)': 'type Inner = 2' }))).toHaveLength(1)
})
