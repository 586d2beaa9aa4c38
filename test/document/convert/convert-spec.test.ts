import fc from 'fast-check'
import { checkSpec, convertSpec, odpsSql, readSpec, virtual, workflow, writeJson } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument } from '../support/arbitrary-document.ts'

const start = virtual('start')
const bundle = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(start, odpsSql('ods').code('select 1').after(start))
  .build({ project: 'shop' })
const errorsOf = (document: object): unknown[] => checkSpec(document).filter(({ severity }) => severity === 'error')
const to2 = (document: object) => convertSpec(document, { version: '2.0.0' })

describe('between 1.1.0 and 1.2.0', () => {
  test('only the number changes', () => {
    const { documents, notCarried } = convertSpec(bundle, { version: '1.2.0' })
    expect(documents).toEqual([{ ...bundle, version: '1.2.0' }])
    expect(notCarried).toEqual([])
    expect(convertSpec(documents[0] ?? {}, { version: '1.1.0' }).documents).toEqual([{ ...bundle, version: '1.1.0' }])
  })
})

describe('from 1.0.0', () => {
  test('the body moves into spec, and the outputs get their name', () => {
    const node = { id: 'a', name: 'a', inputs: { output: [] }, outputs: { outputs: [{ data: 'p.a' }] } }
    const flat = {
      version: '1.0.0',
      kind: 'CycleWorkflow',
      metadata: { inputs: { outputs: 1 } },
      nodes: [node],
      flow: [],
      own: 1,
    }
    expect(convertSpec(flat, { version: '1.1.0' })).toEqual({
      documents: [
        {
          kind: 'CycleWorkflow',
          version: '1.1.0',
          metadata: { inputs: { outputs: 1 } },
          spec: {
            nodes: [{ id: 'a', name: 'a', inputs: { nodeOutputs: [] }, outputs: { nodeOutputs: [{ data: 'p.a' }] } }],
            flow: [],
            own: 1,
          },
        },
      ],
      notCarried: [],
    })
  })

  test('a group of each name stays two groups', () => {
    const outputs = { outputs: [{ data: 'p.a' }], nodeOutputs: [{ data: 'p.b' }] }
    const { documents } = convertSpec({ version: '1.0.0', nodes: [{ name: 'a', outputs }] }, { version: '1.1.0' })
    expect(documents).toEqual([{ version: '1.1.0', spec: { nodes: [{ name: 'a', outputs }] } }])
  })
})

describe('to 2.0.0', () => {
  test.each([
    ['oss', '{{file1}}'],
    ['hdfs', '{{files.file1}}'],
  ])('a file of the body stands in the resource that refers to it (%s)', (storage, file) => {
    const stored = { id: 'file1', path: '/a.jar', storage: { type: storage } }
    const fileResources = [{ id: 'r', name: 'a.jar', type: 'jar', file }]
    const { documents } = to2({
      kind: 'CycleWorkflow',
      version: '1.1.0',
      spec: { files: { [storage]: [stored] }, fileResources },
    })
    expect(documents).toMatchObject([{ kind: 'Resource', spec: { fileResources: [{ name: 'a.jar', file: stored }] } }])
  })

  test('a built workflow becomes a document of its own and one for each node, without new errors', () => {
    const { documents, notCarried } = to2(bundle)
    expect(documents.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'CycleWorkflow 2.0.0',
      'Node 2.0.0',
      'Node 2.0.0',
    ])
    const { nodes, dependencies, ...own } = bundle.spec?.workflows?.[0] ?? { name: '' }
    // The type is said in the body of the bundle, and a document of 2.0.0 has it in the workflow alone.
    expect(documents[0]?.['spec']).toEqual({ workflows: [{ ...own, type: 'CycleWorkflow' }] })
    expect(documents.slice(1).map(({ spec }) => spec)).toMatchObject(nodes?.map((node) => ({ nodes: [node] })) ?? [])
    expect(dependencies).toHaveLength(1)
    expect(documents[2]?.['spec']).toMatchObject({
      dependencies: [{ nodeId: nodes?.[1]?.id, depends: [{ type: 'Normal', output: 'shop.start' }] }],
    })
    expect(documents.flatMap(errorsOf)).toEqual([])
    expect(notCarried).toEqual([{ path: '/spec/workflows/0/nodes', reason: expect.stringContaining('"orders"') }])
  })

  const output = (data: string): object => ({ nodeOutputs: [{ data, artifactType: 'NodeOutput' }] })
  const nodesOf = (flow: readonly object[], other: object = { outputs: output('p.a') }): object => ({
    version: '1.1.0',
    kind: 'Node',
    spec: {
      nodes: [
        { id: '1', name: 'a', ...other },
        { id: '2', name: 'b' },
      ],
      flow,
    },
  })

  test('a dependency on another node names its first output; other dependencies stay', () => {
    const depends = [
      { type: 'Normal', nodeId: '1' },
      { type: 'CrossCycleDependsOnSelf', nodeId: '2' },
      { type: 'Normal', output: 'p.x', refTableName: 'x' },
      { type: 'Normal', nodeId: 'elsewhere' },
    ]
    const { documents, notCarried } = to2(nodesOf([{ nodeId: '2', depends }]))
    expect(documents[1]).toEqual({
      kind: 'Node',
      version: '2.0.0',
      spec: {
        nodes: [{ id: '2', name: 'b' }],
        dependencies: [{ nodeId: '2', depends: [{ type: 'Normal', output: 'p.a' }, ...depends.slice(1)] }],
      },
    })
    expect(notCarried).toEqual([])
  })

  test('a dependency on a node without an output, or of no node, is not carried, which is said', () => {
    const flow = [
      { nodeId: '2', depends: [{ type: 'Normal', nodeId: '1' }] },
      { nodeId: '9', depends: [] },
    ]
    const { documents, notCarried } = to2(nodesOf(flow, {}))
    expect(documents[1]).toMatchObject({ spec: { dependencies: [{ nodeId: '2', depends: [] }] } })
    expect(notCarried.map(({ path }) => path)).toEqual(['/spec/flow/0/depends/0', '/spec/flow/1'])
  })

  test('what no reader takes for a node or a dependency is named', () => {
    const workflow = {
      name: 'w',
      nodes: [{ id: '1' }, 'text'],
      dependencies: [{ nodeId: '1', depends: ['text', { type: 'CrossCycleDependsOnSelf' }] }],
      flow: [{ nodeId: '1' }],
    }
    const { documents, notCarried } = to2({
      version: '1.1.0',
      kind: 'CycleWorkflow',
      own: 1,
      spec: { workflows: [workflow] },
    })
    expect(documents[1]?.['spec']).toEqual({
      nodes: [{ id: '1' }],
      dependencies: [{ nodeId: '1', depends: [{ type: 'CrossCycleDependsOnSelf' }] }],
    })
    const within = ['nodes', 'nodes/1', 'flow', 'dependencies/0/depends/0'].map((path) => `/spec/workflows/0/${path}`)
    expect(notCarried.map(({ path }) => path)).toEqual([...within, '/own'])
  })

  test('what is referred to is written in place, also what refers back; what nothing refers to is named', () => {
    const { documents, notCarried } = to2({
      version: '1.1.0',
      kind: 'CycleWorkflow',
      spec: {
        scripts: [
          { id: 's', path: 'a/b', parameters: ['{{variables.v}}', 'missing'] },
          { id: 'unused', path: 'c' },
        ],
        variables: [{ id: 'v', name: 'v', referenceVariable: 'v' }],
        artifacts: {
          nodeOutputs: [
            { id: 'o', data: 'p.o' },
            { id: 'u', data: 'p.u' },
          ],
        },
        nodes: [{ id: '1', script: '{{scripts.s}}', outputs: { outputs: ['{{o}}'] } }, { id: '2' }],
        flow: [{ nodeId: '{{2}}', depends: [{ type: 'Normal', output: '{{artifacts.o}}' }] }],
      },
    })
    expect(documents.map(({ spec }) => spec)).toEqual([
      {
        nodes: [
          {
            id: '1',
            script: { id: 's', path: 'a/b', parameters: [{ id: 'v', name: 'v', referenceVariable: 'v' }, 'missing'] },
            outputs: { nodeOutputs: [{ id: 'o', data: 'p.o' }] },
          },
        ],
      },
      { nodes: [{ id: '2' }], dependencies: [{ nodeId: '{{2}}', depends: [{ type: 'Normal', output: 'p.o' }] }] },
    ])
    expect(notCarried.map(({ path }) => path)).toEqual(['/kind', '/spec/scripts/1', '/spec/artifacts/nodeOutputs/1'])
  })

  test('each resource, function and component is a document', () => {
    const spec = { fileResources: [{ name: 'a.py' }], functions: [{ name: 'f' }], components: [{ name: 'c' }, 'text'] }
    const { documents, notCarried } = to2({ version: '1.1.0', kind: 'CycleWorkflow', spec })
    expect(documents).toEqual([
      { kind: 'Resource', version: '2.0.0', spec: { fileResources: [{ name: 'a.py' }] } },
      { kind: 'Function', version: '2.0.0', spec: { functions: [{ name: 'f' }] } },
      { kind: 'Component', version: '2.0.0', spec: { components: [{ name: 'c' }] } },
    ])
    expect(notCarried.map(({ path }) => path)).toEqual(['/spec/components/1', '/kind'])
  })

  test('a manual workflow of 1.x, whose body is the workflow', () => {
    const variables = [{ name: 'v', type: 'Constant', scope: 'Workflow', value: '1' }]
    const spec = { name: 'm', strategy: { priority: 1 }, variables, nodes: [{ id: '1', name: 'a' }] }
    expect(to2({ version: '1.1.0', kind: 'ManualWorkflow', spec })).toEqual({
      documents: [
        {
          kind: 'ManualWorkflow',
          version: '2.0.0',
          spec: {
            workflows: [
              {
                name: 'm',
                strategy: { priority: 1 },
                script: { path: 'm', runtime: { command: 'MANUAL_WORKFLOW' }, parameters: variables },
                trigger: { type: 'Manual' },
              },
            ],
          },
        },
        { kind: 'Node', version: '2.0.0', spec: { nodes: [{ id: '1', name: 'a' }] } },
      ],
      notCarried: [{ path: '/spec/nodes', reason: expect.stringContaining('"m"') }],
    })
  })

  test('the metadata stay with the entity they name; fields of the bundle are said not to be carried', () => {
    const { documents, notCarried } = to2({
      version: '1.0.0',
      kind: 'ManualNode',
      metadata: { uuid: '2' },
      name: 'x',
      nodes: [{ id: '1' }, { id: '2' }],
    })
    expect(documents).toEqual([
      { kind: 'ManualNode', version: '2.0.0', spec: { nodes: [{ id: '1' }] } },
      { kind: 'ManualNode', version: '2.0.0', metadata: { uuid: '2' }, spec: { nodes: [{ id: '2' }] } },
    ])
    expect(notCarried.map(({ path }) => path)).toEqual(['/name'])
  })

  test('a document that holds no entity gets the number', () => {
    expect(to2({ version: '1.1.0', kind: 'Table', spec: { x: 1 } }).documents).toEqual([
      { version: '2.0.0', kind: 'Table', spec: { x: 1 } },
    ])
  })
})

test('a version that is none is refused, and so is a document that contains itself', () => {
  // @ts-expect-error: the version is none of those the type allows
  expect(() => convertSpec({}, { version: '3.0.0' })).toThrow(RangeError)
  const cyclic: Record<string, unknown> = { version: '1.1.0' }
  cyclic['spec'] = { nodes: [cyclic] }
  expect(() => to2(cyclic)).toThrow(TypeError)
})

test('any document is converted without being changed, and shares nothing with the result', () => {
  fc.assert(
    fc.property(arbitraryDocument(), fc.constantFrom('1.1.0' as const, '2.0.0' as const), (generated, version) => {
      const document = { ...generated, version: '1.0.0' }
      const before = writeJson(document)
      const { documents } = convertSpec(document, { version })
      expect(documents.every((converted) => converted['version'] === version)).toBe(true)
      expect(documents.length).toBeGreaterThan(0)
      const objects = new Set(objectsIn([document]))
      expect(objectsIn(documents).filter((object) => objects.has(object))).toEqual([])
      expect(writeJson(document)).toBe(before)
      for (const converted of documents) expect(writeJson(readSpec(writeJson(converted)))).toBe(writeJson(converted))
    }),
    { numRuns: 100 },
  )
})

function objectsIn(roots: readonly object[]): object[] {
  const found: object[] = []
  const queue: unknown[] = [...roots]
  for (const value of queue) {
    if (typeof value !== 'object' || value === null) continue
    found.push(value)
    queue.push(...Object.values(value))
  }
  return found
}
