import { convertSpec, FlowSpecError, odpsSql, virtual, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

const start = virtual('start')
const bundle = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(start, odpsSql('ods').code('select 1').after(start))
  .build({ project: 'shop' })
const to2 = (document: object) => convertSpec(document, { version: '2.0.0' })

describe('from 2.0.0', () => {
  const to1 = (documents: object) => convertSpec(documents, { version: '1.1.0' })
  const flow = (name: string, fields: object = {}): object => ({
    kind: 'CycleWorkflow',
    version: '2.0.0',
    spec: { workflows: [{ name, script: { path: `team/${name}`, runtime: { command: 'WORKFLOW' } }, ...fields }] },
  })
  const nodeOf = (id: string, fields: object = {}, others: object = {}): object => ({
    kind: 'Node',
    version: '2.0.0',
    ...others,
    spec: { nodes: [{ id, name: id, ...fields }], dependencies: [{ nodeId: id, depends: [] }] },
  })
  const inFolder = (path: string): object => ({ script: { path, runtime: { command: 'VIRTUAL' } } })
  const inContainer = (uuid: string): object => ({ metadata: { container: { type: 'Flow', uuid } } })

  test('what a bundle was split into is put together again', () => {
    const split = to2(bundle)
    expect(to1(split.documents)).toEqual({ documents: [bundle], notCarried: [] })
    expect(to1([...split.documents].reverse()).documents[0]?.['spec']).toMatchObject({ name: 'orders' })
  })

  test('a node finds its workflow by its folder or its container, also through the loop it stands in', () => {
    const { documents, notCarried } = to1([
      nodeOf('by-folder', inFolder('team/a/by-folder')),
      flow('a', { id: '1' }),
      nodeOf('in-loop', inContainer('loop')),
      nodeOf('loop', inContainer('2')),
      flow('b', { id: '2', nodes: [{ id: 'own', name: 'own' }] }),
      nodeOf('alone', inFolder('team/elsewhere/alone')),
      nodeOf('circle', { ...inContainer('circle') }),
    ])
    expect(documents.map(({ kind, spec }) => [kind, spec])).toMatchObject([
      ['CycleWorkflow', { name: 'a', workflows: [{ nodes: [{ id: 'by-folder' }] }] }],
      ['CycleWorkflow', { name: 'b', workflows: [{ nodes: [{ id: 'own' }, { id: 'in-loop' }, { id: 'loop' }] }] }],
      ['Node', { nodes: [{ id: 'alone' }], flow: [{ nodeId: 'alone' }] }],
      ['Node', { nodes: [{ id: 'circle' }] }],
    ])
    expect(notCarried).toEqual([])
  })

  test('what the document of a node says beside its node is named, with its place in the list', () => {
    const { documents, notCarried } = to1([
      flow('a'),
      { ...nodeOf('n', inFolder('team/a/n'), { metadata: { owner: '1' } }), own: 1 },
    ])
    expect(documents).toHaveLength(1)
    expect(notCarried.map(({ path }) => path)).toEqual(['/1/metadata', '/1/own'])
  })

  test('documents that are no workflow or node of one keep what they say', () => {
    const resource = { kind: 'Resource', version: '2.0.0', spec: { fileResources: [{ name: 'a.py' }] } }
    expect(to1(resource).documents).toEqual([{ ...resource, version: '1.1.0' }])
    expect(to1({ kind: 'Node', version: '2.0.0' }).documents).toEqual([{ kind: 'Node', version: '1.1.0' }])
  })

  test('a document of several nodes is put into their workflow, and stays alone when they belong to two', () => {
    const both = (first: string, second: string): object => ({
      kind: 'Node',
      version: '2.0.0',
      spec: { nodes: [first, second].map((uuid, at) => ({ id: `n${at}`, name: `n${at}`, ...inContainer(uuid) })) },
    })
    const flows = [flow('a', { id: '1' }), flow('b', { id: '2' })]
    const specsOf = (document: object): unknown[] => to1([...flows, document]).documents.map(({ spec }) => spec)
    expect(specsOf(both('1', '1'))).toMatchObject([{ workflows: [{ nodes: [{ id: 'n0' }, { id: 'n1' }] }] }, {}])
    expect(specsOf(both('1', '1'))).toHaveLength(2)
    for (const document of [both('1', '2'), both('1', '3')]) {
      expect(specsOf(document)).toMatchObject([{ name: 'a' }, { name: 'b' }, { nodes: [{ id: 'n0' }, { id: 'n1' }] }])
    }
  })

  test('documents of several versions each come out in the one asked for', () => {
    const { documents } = to1([{ kind: 'CycleWorkflow', version: '1.0.0', nodes: [{ name: 'x' }] }, flow('a'), bundle])
    expect(documents.map(({ version }) => version)).toEqual(['1.1.0', '1.1.0', '1.1.0'])
  })

  test('something in the list that is no document is refused with its place', () => {
    expect(() => to1([flow('a'), 5])).toThrow(FlowSpecError)
    expect(() => to1([flow('a'), 5])).toThrow('/1')
  })
})
