import { type AnyNode, assignment, external, fromSpec, shell, variableOf, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { bodyOf, cron, foreign } from '../support/from-spec.ts'

describe('a node that was read', () => {
  const spec = fromSpec(foreign)
  const [start, ods] = foreign.spec.nodes

  it('shows itself as it was read', () => {
    expect(spec.node('ods').toJSON()).toEqual(ods)
    expect(spec.node('start').toJSON()).toEqual(start)
  })

  it.each<[string, (node: AnyNode) => AnyNode, object]>([
    ['owner', (node) => node.owner('o'), { owner: 'o' }],
    ['description', (node) => node.description('d'), { description: 'd' }],
    ['autoParse', (node) => node.autoParse(true), { autoParse: true }],
    ['datasource', (node) => node.datasource('db'), { datasource: { name: 'db', type: 'odps' } }],
    ['resourceGroup', (node) => node.resourceGroup('h'), { runtimeResource: { resourceGroup: 'h' } }],
    ['strategy', (node) => node.strategy({ rerunTimes: 2 }), { rerunTimes: 2 }],
    ['extra', (node) => node.extra({ metadata: { a: 1 } }), { metadata: { a: 1 } }],
    [
      'reads',
      (node) => node.reads('odps.p.u'),
      { inputs: { ...ods?.inputs, tables: ['{{table_1}}', { artifactType: 'Table', guid: 'odps.p.u' }] } },
    ],
    [
      'writes',
      (node) => node.writes('odps.p.u'),
      { outputs: { ...ods?.outputs, tables: [{ artifactType: 'Table', guid: 'odps.p.u' }] } },
    ],
    [
      'output',
      (node) => node.output('p.more'),
      {
        outputs: {
          outputs: [
            { data: 'p.101_out', isDefault: true },
            { data: 'p.more', artifactType: 'NodeOutput', refTableName: 'ods' },
          ],
        },
      },
    ],
    [
      'code, which makes a copy of the script it refers to',
      (node) => node.code('select 2'),
      {
        script: {
          path: 'a/ods',
          content: 'select 2',
          parameters: ['{{p1}}', { name: 'p2', value: 'b', type: 'Constant', scope: 'NodeParameter' }],
          runtime: { command: 'ODPS_SQL' },
        },
      },
    ],
    [
      'param, in the place of that of its name',
      (node) => node.param('p1', 'z').param('p3', 'c'),
      {
        script: {
          path: 'a/ods',
          content: 'select 1',
          parameters: [
            { artifactType: 'Variable', name: 'p1', scope: 'NodeParameter', type: 'Constant', value: 'z' },
            { name: 'p2', value: 'b', type: 'Constant', scope: 'NodeParameter' },
            { artifactType: 'Variable', name: 'p3', scope: 'NodeParameter', type: 'Constant', value: 'c' },
          ],
          runtime: { command: 'ODPS_SQL' },
        },
      },
    ],
    [
      'param of a new name, and refers to the others as before',
      (node) => node.param('p3', 'c'),
      {
        script: {
          path: 'a/ods',
          content: 'select 1',
          parameters: [
            '{{p1}}',
            { name: 'p2', value: 'b', type: 'Constant', scope: 'NodeParameter' },
            { artifactType: 'Variable', name: 'p3', scope: 'NodeParameter', type: 'Constant', value: 'c' },
          ],
          runtime: { command: 'ODPS_SQL' },
        },
      },
    ],
    [
      'trigger, key by key, as a copy of the one it refers to',
      (node) => node.trigger({ timezone: 'UTC' }),
      { trigger: { type: 'Scheduler', cron, delaySeconds: 30, timezone: 'UTC' } },
    ],
    [
      'schedule',
      (node) => node.schedule('00 05 00 * * ?'),
      { trigger: { type: 'Scheduler', cron: '00 05 00 * * ?', delaySeconds: 30 } },
    ],
  ])('takes %s and keeps the rest', (_, change, expected) => {
    const node = change(spec.node('ods'))
    expect(node.toJSON()).toEqual({ ...ods, ...expected })
    expect(spec.with(node).toJSON()).toEqual({ ...foreign, spec: { ...foreign.spec, nodes: [start, node.toJSON()] } })
  })

  it('gets a variable of another node as a parameter, and nothing else', () => {
    const plain = fromSpec({ spec: { nodes: [{ name: 'a', script: { path: 'x/a' } }] } }).node('a')
    expect(plain.param('ids', variableOf('b', 'ids')).toJSON()).toMatchObject({
      script: { path: 'x/a', parameters: [{ name: 'ids', referenceVariable: { node: { nodeId: 'b' } } }] },
      inputs: { variables: [{ inputName: 'ids' }] },
    })
    expect(plain.param('ids', variableOf('b', 'ids')).toJSON()).not.toHaveProperty('script.runtime')
  })

  it('gets a trigger with its defaults when it had none, and a schedule when its trigger was another', () => {
    expect(spec.node('start').trigger({ cron }).toJSON()).toMatchObject({ trigger: { timezone: 'Asia/Shanghai' } })
    const manual = fromSpec({ spec: { nodes: [{ name: 'a', trigger: { type: 'Manual', own: 1 } }] } }).node('a')
    expect(manual.trigger({ cron }).toJSON()).toEqual({ name: 'a', trigger: { type: 'Scheduler', cron, own: 1 } })
  })

  it('gets new dependencies into the entry it has, and into its inputs where it repeats them there', () => {
    const report = shell('report').code('x')
    const changed = spec.with(report, spec.node('ods').after('report', 'start', external('q.r')))
    const { nodes, flow } = bodyOf(changed)
    expect(flow).toEqual([
      {
        nodeId: '{{101}}',
        depends: [
          { type: 'Normal', output: 'p.100_out' },
          { type: 'Normal', output: 'report', refTableName: 'report' },
          { type: 'Normal', output: 'q.r' },
        ],
        variableDepends: [{ variableName: 'v' }],
      },
      { nodeId: '999', depends: [{ nodeId: '998' }] },
    ])
    expect(nodes?.[1]?.['inputs']).toEqual({
      nodeOutputs: [
        { data: 'p.100_out', artifactType: 'NodeOutput' },
        { data: 'report', artifactType: 'NodeOutput', refTableName: 'report' },
        { data: 'q.r', artifactType: 'NodeOutput' },
      ],
      tables: ['{{table_1}}'],
    })
  })

  it('gets an entry of its own where it had none', () => {
    const { flow } = bodyOf(spec.with(spec.node('start').afterPrevious('self')))
    const depends = [{ type: 'CrossCycleDependsOnSelf', output: 'p.100_out', refTableName: 'start' }]
    expect(flow?.at(-1)).toEqual({ nodeId: '100', depends })
    expect(flow).toHaveLength(3)
  })

  it('takes its dependencies along into another workflow', () => {
    const other = workflow('w').cron(cron).nodes(virtual('first'), spec.node('ods').after('first'))
    const [built] = JSON.parse(JSON.stringify(other)).spec.workflows
    expect(built.nodes[1]).toMatchObject({ id: '101', script: '{{script.file_1}}', timeout: 5 })
    expect(built.dependencies).toEqual([
      {
        nodeId: '{{101}}',
        depends: [
          { type: 'Normal', output: 'p.100_out' },
          { type: 'Normal', output: 'first', refTableName: 'first' },
        ],
        variableDepends: [{ variableName: 'v' }],
      },
    ])
  })

  it('with another id keeps its dependencies and those that depend on it by id', () => {
    const nodes = [
      { id: 'a', name: 'a' },
      { id: 'b', name: 'b' },
    ]
    const flow = [
      { nodeId: 'a', depends: [{ nodeId: 'b' }] },
      { nodeId: 'b', depends: [{ nodeId: '{{a}}' }] },
    ]
    const read = fromSpec({ spec: { nodes, flow } })
    expect(bodyOf(read.with(read.node('a').id('c')))).toEqual({
      nodes: [
        { id: 'c', name: 'a' },
        { id: 'b', name: 'b' },
      ],
      flow: [
        { nodeId: 'c', depends: [{ nodeId: 'b' }] },
        { nodeId: 'b', depends: [{ nodeId: 'c' }] },
      ],
    })
  })

  it('hands variables over and takes them', () => {
    const given = assignment('ids', 'shell').code('echo 1')
    const read = fromSpec(workflow('w').cron(cron).nodes(given, virtual('v')).build())
    const ids = read.node('ids', 'assignment')
    const taking = workflow('w').cron(cron).nodes(given, virtual('v').param('x', given.result()))
    expect(read.with(read.node('v').param('x', ids.result())).build()).toEqual(taking.build())
  })
})
