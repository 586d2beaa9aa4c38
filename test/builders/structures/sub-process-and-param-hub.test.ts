import { type AnyNode, assignment, external, paramHub, shell, subProcess, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const flowOf = (nodes: readonly AnyNode[]) =>
  workflow('w').cron('00 02 00 * * ?').nodeList(nodes).build({ project: 'p' }).spec.workflows?.[0]

describe('a sub-process', () => {
  it('runs a workflow by its id or by its output', () => {
    const flow = flowOf([
      subProcess('a').runs('7001').owner('1'),
      subProcess('b').owner('1').runs(external('p.shared')),
    ])
    expect(flow?.nodes?.map(({ subflow }) => subflow)).toEqual([{ id: '7001' }, { output: 'p.shared' }])
    expect(flow?.nodes?.[0]).toMatchObject({ owner: '1', script: { runtime: { command: 'SUB_PROCESS' } } })
  })

  it.each<[what: string, given: unknown, message: string, hint: RegExp]>([
    [
      'a workflow',
      workflow('inner'),
      "workflow is workflow 'inner' itself",
      /Give its output: \.runs\(inner\.outputOf\(\)\)/,
    ],
    ['a node', shell('a'), 'workflow is', /the id of a workflow/],
  ])('refuses %s, and says what it takes', (_, given, message, hint) => {
    const run = (): unknown => Reflect.apply(subProcess('a').runs, subProcess('a'), [given])
    expect(run).toThrow(message)
    expect(run).toThrow(hint)
  })
})

describe('a parameter node', () => {
  const ids = assignment('ids', 'shell').code('echo 1')
  const hub = paramHub('hub')
    .variable('region', 'old')
    .variable('region', 'cn-shanghai', { description: 'where' })
    .variable('day', '$[yyyymmdd-1]')
    .variable('list', ids.result())
  const variables = [
    {
      artifactType: 'Variable',
      name: 'region',
      scope: 'NodeContext',
      type: 'Constant',
      value: 'cn-shanghai',
      description: 'where',
    },
    { artifactType: 'Variable', name: 'day', scope: 'NodeContext', type: 'System', value: '$[yyyymmdd-1]' },
    {
      artifactType: 'Variable',
      name: 'list',
      scope: 'NodeContext',
      type: 'PassThrough',
      value: 'p.ids:outputs',
      referenceVariable: {
        artifactType: 'Variable',
        name: 'outputs',
        scope: 'NodeContext',
        type: 'NodeOutput',
        value: '${outputs}',
        node: { output: 'p.ids' },
      },
    },
  ]

  it('lists its variables in param-hub and in its outputs, and comes after those it passes on', () => {
    const flow = flowOf([ids, hub])
    expect(flow?.nodes?.[1]?.['param-hub']).toEqual({ variables })
    expect(flow?.nodes?.[1]?.outputs?.variables).toEqual(
      variables.map((variable) => ({ ...variable, node: { output: 'p.hub' } })),
    )
    expect(flow?.dependencies).toEqual([
      { nodeId: 'hub', depends: [{ type: 'Normal', output: 'p.ids', refTableName: 'ids' }] },
    ])
  })

  it('has its variables taken by name', () => {
    const flow = flowOf([ids, hub, shell('s').code('x').param('1', hub.take('day'))])
    expect(flow?.nodes?.[2]?.script?.parameters).toMatchObject([
      { name: '1', value: '${day}', referenceVariable: { name: 'day', node: { output: 'p.hub' } } },
    ])
    expect(flow?.nodes?.[2]?.inputs?.variables).toMatchObject([{ name: 'day', inputName: '1' }])
    expect(flow?.dependencies?.[1]).toMatchObject({ nodeId: 's', depends: [{ output: 'p.hub' }] })
  })
})
