import { datasource, fileResource, fromSpec, udf, virtual } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../support/from-spec.ts'

const functions = [
  {
    name: 'concat',
    type: 'string',
    script: { path: 'f/concat', content: '{"name":"concat","type":"string"}', runtime: { command: 'ODPS_FUNCTION' } },
    own: 1,
  },
  '{{function.other}}',
  { name: 'other', script: '{{script.s}}' },
]
const document = {
  kind: 'Function',
  version: '1.1.0',
  spec: { functions, fileResources: [{ name: 'a.jar', type: 'jar', own: 2 }], nodes: [{ name: 'n' }], own: 3 },
}

describe('the other entities of a document', () => {
  const spec = fromSpec(document)

  it('are there as builders, and stay as they were', () => {
    expect(spec.entities.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'Resource a.jar',
      'Function concat',
      'Function other',
    ])
    expect(spec.with(...spec.entities).toJSON()).toEqual(document)
    expect(spec.entity('concat').kind).toBe('Function')
  })

  it('are changed where they stand, and keep the rest', () => {
    const changed = spec.with(spec.entity('concat', 'Function').className('a.B').owner('o'), spec.node('n').owner('p'))
    const [first, ...rest] = functions
    expect(changed.toJSON()).toEqual({
      ...document,
      spec: {
        ...document.spec,
        functions: [
          expect.objectContaining({ ...Object(first), script: expect.anything(), className: 'a.B', owner: 'o' }),
          ...rest,
        ],
        nodes: [{ name: 'n', owner: 'p' }],
      },
    })
    expect(spec.with(spec.entity('other').id('7')).toJSON()).toMatchObject({
      spec: { functions: [{}, '{{function.other}}', { name: 'other', id: '7', script: '{{script.s}}' }] },
    })
  })

  it('are replaced by name, added to the list of their kind, and taken out', () => {
    const added = spec.with(udf('concat').className('c.D'), fileResource('b.py'), datasource('db'))
    expect(added.toJSON()).toMatchObject({
      spec: {
        functions: [{ className: 'c.D' }, '{{function.other}}', { name: 'other' }],
        fileResources: [
          { name: 'a.jar', own: 2 },
          { name: 'b.py', type: 'python' },
        ],
        datasources: [{ name: 'db' }],
      },
    })
    expect(added.with(udf('concat').className('e.F')).entities).toHaveLength(5)
    const { fileResources: _, ...rest } = document.spec
    expect(spec.without('a.jar').toJSON()).toEqual({ ...document, spec: { ...rest, fileResources: [] } })
    expect(added.without('concat').entities.map(({ name }) => name)).toEqual(['a.jar', 'b.py', 'other', 'db'])
  })

  it('are told by name when they are not there, and where they stand when they are wrong', () => {
    expect(diagnosticsOf(() => spec.entity('concert'))[0]?.hint).toBe('Did you mean "concat"?')
    expect(diagnosticsOf(() => spec.entity('concat', 'Resource'))[0]?.message).toBe("There is no Resource 'concat'.")
    const missing = spec.with(fileResource('b.py'), udf('g').embeddedFile('python3', 'no/such/file.py'))
    expect(missing.check()).toContainEqual(
      expect.objectContaining({ rule: 'code/file-unreadable', path: '/spec/functions/3/embeddedCode' }),
    )
  })

  it('and nodes silence rules for themselves', () => {
    const faulty = fromSpec({ kind: 'Node', version: '2.0.0', spec: { nodes: [{ name: 'a b' }, { name: 'c d' }] } })
    const places = (builder: typeof faulty): string[] =>
      builder.check().flatMap(({ rule, path }) => (rule === 'name/characters' ? [path] : []))
    expect(places(faulty)).toHaveLength(2)
    expect(places(faulty.with(faulty.node('a b').suppress('name/characters', 'old name')))).toEqual([
      '/spec/nodes/1/name',
    ])
    expect(places(faulty.with(virtual('e f')))).toHaveLength(3)
  })
})
