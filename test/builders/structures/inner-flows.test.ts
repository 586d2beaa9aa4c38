import {
  type AnyNode,
  combined,
  forEach,
  fromSpec,
  node,
  paiFlow,
  shell,
  variableOf,
  virtual,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = workflow('w').cron('00 02 00 * * ?')
const only = (builder: AnyNode, loops?: 'siblings') =>
  daily.nodeList([builder]).build(loops === undefined ? {} : { loops }).spec.workflows?.[0]

describe('a combined node', () => {
  const load = virtual('load')
  const both = combined('import').nodes(load).nodes(virtual('count').after(load))

  it('holds its nodes and what depends on what, without a start or an end', () => {
    const built = only(both.owner('1'))?.nodes?.[0]
    expect(built).toMatchObject({ owner: '1', script: { runtime: { command: 'COMBINED_NODE' } } })
    expect(built?.combined?.nodes?.map(({ name, script }) => [name, script?.path])).toEqual([
      ['load', 'w/import/load'],
      ['count', 'w/import/count'],
    ])
    expect(built?.combined?.dependencies).toEqual([
      { nodeId: 'count', depends: [{ type: 'Normal', output: 'load', refTableName: 'load' }] },
    ])
    expect(daily.nodes(both).check()).toEqual([])
  })

  it('says where a fault inside stands', () => {
    const lost: string = 'lost'
    expect(daily.nodes(combined('import').nodes(virtual('a').after(lost))).check()).toContainEqual(
      expect.objectContaining({
        rule: 'reference/unknown-node',
        path: '/spec/workflows/0/nodes/0/combined/dependencies/0/depends/0/nodeId',
      }),
    )
  })

  it('keeps the loops inside whole, even where others stand beside their bodies', () => {
    const inside = only(combined('import').nodes(forEach('each').over('a,b').nodes(virtual('a'))), 'siblings')
    expect(inside?.nodes).toHaveLength(1)
    expect(inside?.nodes?.[0]?.combined?.nodes?.[0]?.['for-each']?.nodes).toHaveLength(3)
  })
})

describe('a PAI flow', () => {
  const type = 'PaiOutput'
  const read = node('read', 'PAI_FLOW_TF_READ_FILE_DATA').outputVariable('data', undefined, { type })
  const parse = node('parse', 'PAI_FLOW_RAG_TEXT_PARSE_CHUNK')
    .param('input', variableOf(read, 'data', { type }))
    .outputVariable('chunks', undefined, { type })
  const flow = only(paiFlow('texts').nodes(read, parse, virtual('done').after(parse)))?.nodes?.[0]

  it('says of each variable that is taken where it comes from', () => {
    expect(flow?.script?.runtime).toEqual({ command: 'PAI_FLOW' })
    expect(flow?.paiflow?.flow).toEqual([
      {
        nodeId: 'parse',
        depends: [{ type: 'Normal', output: 'read', refTableName: 'read' }],
        variableDepends: [
          { variableName: 'input', depends: [{ variableName: 'data', type: 'Normal', output: 'read' }] },
        ],
      },
      { nodeId: 'done', depends: [{ type: 'Normal', output: 'parse', refTableName: 'parse' }] },
    ])
  })

  it('says so of nodes that are added when it was read, and leaves the others', () => {
    const spec = fromSpec(workflow('w').cron('00 02 00 * * ?').nodes(paiFlow('texts').nodes(read, parse)).build())
    const sync = node('sync', 'PAI_FLOW_RAG_SYNC_INDEX').param('in', variableOf('parse', 'chunks', { type }))
    const more = spec.with(spec.node('texts', 'paiFlow').nodes(sync)).build().spec.workflows?.[0]?.nodes?.[0]
      ?.paiflow?.flow
    expect(more?.[0]).toEqual(flow?.paiflow?.flow?.[0])
    expect(more?.[1]).toEqual({
      nodeId: 'sync',
      depends: [{ type: 'Normal', output: 'parse', refTableName: 'parse' }],
      variableDepends: [{ variableName: 'in', depends: [{ variableName: 'chunks', type: 'Normal', output: 'parse' }] }],
    })
  })

  it('does not fail where extra fields hold no variables', () => {
    for (const variables of ['text', [null, 1], { a: 1 }]) {
      const odd = virtual('odd').after('first').extra({ inputs: { variables } })
      const document = workflow('w')
        .nodes(paiFlow('p').nodes(virtual('first'), odd))
        .toJSON()
      expect(document).toHaveProperty('spec.workflows.0.nodes.0.paiflow.flow.0.nodeId', 'odd')
    }
  })

  it('hands on variables that have a type and no value', () => {
    const [first, second] = flow?.paiflow?.nodes ?? []
    const data = { artifactType: 'Variable', name: 'data', scope: 'NodeContext', type }
    expect(first?.outputs?.variables).toEqual([{ ...data, node: { output: 'read' } }])
    expect(second?.script?.parameters).toEqual([
      { ...data, name: 'input', referenceVariable: { ...data, node: { output: 'read' } } },
    ])
    expect(second?.inputs?.variables).toEqual([{ ...data, inputName: 'input', node: { output: 'read' } }])
  })

  it('leaves the edges of other nodes without variables of a flow', () => {
    const second = shell('b').code('x').param('1', variableOf('a', 'v'))
    expect(only(combined('c').nodes(virtual('a'), second))?.nodes?.[0]?.combined?.dependencies?.[0]).not.toHaveProperty(
      'variableDepends',
    )
  })
})
