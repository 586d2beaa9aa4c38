import { checkSpec, convertSpec, external, fromSpec, odpsSql, standalone, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const to2 = (document: object) => convertSpec(document, { version: '2.0.0' })
const to1 = (documents: object) => convertSpec(documents, { version: '1.1.0' })
const pathsOf = (notCarried: readonly { readonly path: string }[]): readonly string[] =>
  notCarried.map(({ path }) => path)

/** As in SpecUtilTest of the reference implementation: what a workflow itself depends on is an entry of `spec.flow`. */
function bundle(depends: readonly object[], more: object = {}): Record<string, unknown> {
  const workflows = [
    { id: '1', name: 'a', script: { path: 'a', runtime: { command: 'WORKFLOW' } }, nodes: [] },
    { id: '2', name: 'b', outputs: { nodeOutputs: [{ data: 'p.b' }] }, nodes: [{ id: 'n', name: 'n' }] },
    { id: '3', name: 'c', nodes: [] },
  ]
  return { version: '1.1.0', kind: 'CycleWorkflow', spec: { workflows, flow: [{ nodeId: '1', depends }], ...more } }
}

describe('what a workflow itself depends on', () => {
  it.each<[string, object, readonly object[], readonly string[]]>([
    ['an output', { type: 'Normal', output: 'p_root' }, [{ type: 'Normal', output: 'p_root' }], []],
    ['its previous cycle', { type: 'CrossCycleDependsOnSelf' }, [{ type: 'CrossCycleDependsOnSelf' }], []],
    ['another workflow', { nodeId: '2' }, [{ output: 'p.b' }], []],
    ['another workflow by a reference', { nodeId: '{{2}}' }, [{ output: 'p.b' }], []],
    ['one that has no output', { nodeId: '3' }, [], ['/spec/flow/0/depends/0']],
    ['a node that has no output', { nodeId: 'n' }, [], ['/spec/flow/0/depends/0']],
    ['something elsewhere', { nodeId: '9' }, [{ nodeId: '9' }], []],
  ])('goes to 2.0.0 with the workflow: %s', (_, depend, depends, left) => {
    const { documents, notCarried } = to2(bundle([depend]))
    expect(documents[0]).toMatchObject({ kind: 'CycleWorkflow', spec: { dependencies: [{ nodeId: '1', depends }] } })
    expect(documents.slice(1, 3).every(({ spec }) => !Object.hasOwn(Object(spec), 'dependencies'))).toBe(true)
    expect(pathsOf(notCarried).filter((path) => path.startsWith('/spec/flow'))).toEqual(left)
  })

  it('goes back, to where 1.x has it', () => {
    const depends = [{ type: 'Normal', output: 'p_root' }]
    const [a] = to1(to2(bundle(depends)).documents).documents
    expect(a?.['spec']).toMatchObject({ flow: [{ nodeId: '1', depends }] })
    expect(a?.['spec']).not.toHaveProperty('dependencies')
  })

  it('goes round with what builders built', () => {
    const upstream = workflow('orders').cron('00 02 00 * * ?')
    const built = workflow('reports')
      .cron('00 02 00 * * ?')
      .nodes(odpsSql('report').code('select 1'))
      .after(upstream, external('finance.rates'))
      .afterPrevious('self')
      .build({ project: 'shop' })
    const { documents, notCarried } = to2(built)
    expect(pathsOf(notCarried)).toEqual(['/spec/workflows/0/nodes'])
    expect(documents.flatMap((document) => checkSpec(document)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    )
    expect(to1(documents)).toEqual({ documents: [built], notCarried: [] })
    expect(fromSpec(documents[0]).toJSON()).toEqual(documents[0])
  })

  it('is of a node of the body where that has the id of the workflow', () => {
    const nodes = [{ id: '1', name: 'x' }]
    const { documents } = to2(bundle([{ type: 'Normal', output: 'p_root' }], { nodes }))
    const holders = documents.filter(({ spec }) => Object.hasOwn(Object(spec), 'dependencies'))
    expect(holders).toMatchObject([{ kind: 'Node', spec: { nodes: [{ id: '1', name: 'x' }] } }])
  })

  it('is told where it is of nothing', () => {
    const flow = [{ nodeId: '8', depends: [] }]
    expect(pathsOf(to2(bundle([], { flow })).notCarried)).toContain('/spec/flow/0')
  })
})

describe('of which type and kind something is', () => {
  // Of the V2 converter of the reference: workflows keep their kind, and nodes on their own become kind Node.
  it.each<[string, object, readonly unknown[], readonly string[]]>([
    ['of the body', bundle([], { type: 'CycleWorkflow' }), ['CycleWorkflow', 'CycleWorkflow', 'CycleWorkflow'], []],
    ['of another type than the kind', bundle([], { type: 'TriggerWorkflow' }), Array(3).fill('TriggerWorkflow'), []],
    ['of none', bundle([]), [undefined, undefined, undefined], []],
    [
      'of their own',
      bundle([], { type: 'CycleWorkflow', workflows: [{ id: '1', name: 'a', type: 'ManualWorkflow' }] }),
      ['ManualWorkflow'],
      ['/spec/type'],
    ],
    [
      'of their own, the same',
      bundle([], { type: 'ManualWorkflow', workflows: [{ id: '1', name: 'a', type: 'ManualWorkflow' }] }),
      ['ManualWorkflow'],
      [],
    ],
  ])('workflows %s', (_, document, types, left) => {
    const { documents, notCarried } = to2(document)
    const workflows = documents.flatMap(({ spec }) => (spec as { workflows?: { type?: string }[] }).workflows ?? [])
    expect(workflows.map(({ type }) => type)).toEqual(types)
    expect(pathsOf(notCarried).filter((path) => path === '/spec/type' || path === '/kind')).toEqual(left)
  })

  const ods = odpsSql('ods').code('select 1')
  it.each<[object, string, readonly string[]]>([
    [standalone(ods).build(), 'Node', []],
    [standalone(ods).ofKind('ManualNode').build(), 'ManualNode', []],
    [standalone(ods).ofKind('TemporaryWorkflow').build(), 'TemporaryWorkflow', []],
    [standalone(ods).ofKind('CycleWorkflow').build(), 'Node', ['/kind']],
    [{ version: '1.1.0', kind: 'PaiFlow', spec: { nodes: [{ id: '1', name: 'x' }] } }, 'Node', ['/kind']],
    [{ version: '1.1.0', kind: 'PaiFlow', spec: { workflows: [{ id: '1', name: 'x' }] } }, 'PaiFlow', []],
    [{ version: '1.1.0', kind: 'ManualWorkflow', spec: { nodes: [{ id: '1', name: 'x' }] } }, 'Node', ['/kind']],
    [
      { version: '1.1.0', kind: 'CycleWorkflow', spec: { type: 'CycleWorkflow', nodes: [{ id: '1', name: 'x' }] } },
      'Node',
      ['/kind', '/spec/type'],
    ],
  ])('%j becomes kind %s', (document, kind, left) => {
    const { documents, notCarried } = to2(document)
    expect(documents.map((one) => one['kind'])).toEqual([kind])
    expect(pathsOf(notCarried)).toEqual(left)
  })
})
