import {
  type AnyNode,
  assignment,
  branch,
  external,
  isFlowSpecError,
  join,
  odpsSql,
  shell,
  virtual,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

const flowOf = (nodes: readonly AnyNode[], project?: string) =>
  daily()
    .nodeList(nodes)
    .build(project === undefined ? {} : { project }).spec.workflows?.[0]

const route = branch('route').param('n', '12').arm('big', '${n} > 10', { desc: 'many' }).arm('small', '${n} <= 10')

describe('a branch', () => {
  it('lists its arms in branch, in its outputs and in its code', () => {
    expect(flowOf([route])?.nodes).toEqual([
      {
        id: 'route',
        name: 'route',
        script: {
          path: 'w/route',
          runtime: { command: 'CONTROLLER_BRANCH' },
          content:
            '[{"condition":"${n} > 10","nodeoutput":"route_big","description":"many"},' +
            '{"condition":"${n} <= 10","nodeoutput":"route_small","description":""}]',
          parameters: [{ artifactType: 'Variable', name: 'n', scope: 'NodeParameter', type: 'Constant', value: '12' }],
        },
        inputs: {},
        outputs: {
          nodeOutputs: [
            { data: 'route', artifactType: 'NodeOutput', refTableName: 'route' },
            { data: 'route_big', artifactType: 'NodeOutput', refTableName: 'route_big' },
            { data: 'route_small', artifactType: 'NodeOutput', refTableName: 'route_small' },
          ],
        },
        branch: {
          branches: [
            {
              when: '${n} > 10',
              desc: 'many',
              output: { data: 'route_big', artifactType: 'NodeOutput', refTableName: 'route_big' },
            },
            {
              when: '${n} <= 10',
              output: { data: 'route_small', artifactType: 'NodeOutput', refTableName: 'route_small' },
            },
          ],
        },
      },
    ])
  })

  it('is followed by what comes after one of its arms', () => {
    expect(flowOf([route, shell('a').code('x').after(route.case('big'))])?.dependencies).toEqual([
      { nodeId: 'a', depends: [{ type: 'Normal', output: 'route_big', refTableName: 'route' }] },
    ])
  })

  it('names its arms after the project when that is known, else after its id', () => {
    const after = shell('a').code('x').after(route.case('big'))
    const flow = flowOf([route, after], 'retail')
    expect(flow?.dependencies?.[0]?.depends?.[0]?.output).toBe('retail.route_big')
    expect(flow?.nodes?.[0]?.outputs?.nodeOutputs?.map(({ data }) => data)).toEqual([
      'retail.route',
      'retail.route_big',
      'retail.route_small',
    ])
    const pinned = flowOf([route.id('7'), after])
    expect(pinned?.dependencies?.[0]?.depends?.[0]?.output).toBe('7_big')
  })

  it('keeps its code when the user gives one, and the last arm of a name', () => {
    const own = route.code('[]').arm('big', '${n} > 99')
    const node = flowOf([own])?.nodes?.[0]
    expect(node?.script?.content).toBe('[]')
    expect(node?.branch?.branches?.map(({ when }) => when)).toEqual(['${n} > 99', '${n} <= 10'])
  })

  it('that lacks the arm a node comes after is an error', () => {
    const bare = branch('route').arm('small', 'True')
    try {
      flowOf([bare, shell('a').code('x').after(route.case('big'))])
      expect.unreachable()
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      const found = error.diagnostics.filter(({ severity }) => severity === 'error')
      expect(found).toMatchObject([
        {
          rule: 'reference/unknown-output',
          path: '/spec/workflows/0/dependencies/0',
          message: "Node 'a' comes after arm 'big' of 'route', which has no such arm.",
        },
      ])
    }
  })

  it('that is not in the workflow is an error', () => {
    const diagnostics = daily()
      .nodeList([shell('a').code('x').after(route.case('big'))])
      .check()
    expect(diagnostics.map(({ rule }) => rule)).toContain('reference/unknown-node')
  })
})

describe('a join', () => {
  const a = shell('a').code('x').after(route.case('big'))
  const b = shell('b').code('x').after(route.case('small'))

  it('waits for its arms in join and in its dependencies', () => {
    const packed = join('packed')
      .arm('b_1', a, { status: ['Success', 'NotRun'] })
      .arm('b_2', 'b', { status: '3' })
      .arm('b_3', external('p.other'))
      .expression('b_1 or b_2 and b_3')
      .result('Success')
    const flow = flowOf([packed, route, a, b])
    expect(flow?.nodes?.[0]).toEqual({
      id: 'packed',
      name: 'packed',
      script: {
        path: 'w/packed',
        runtime: { command: 'CONTROLLER_JOIN' },
        content: JSON.stringify({
          branchList: [
            { node: 'a', runStatus: [1, 2], logic: 1 },
            { node: 'b', runStatus: [3], logic: 0 },
            { node: 'p.other', runStatus: [1], logic: 1 },
          ],
          resultStatus: '1',
        }),
      },
      inputs: {},
      outputs: { nodeOutputs: [{ data: 'packed', artifactType: 'NodeOutput', refTableName: 'packed' }] },
      join: {
        branches: [
          {
            name: 'b_1',
            output: { data: 'a', artifactType: 'NodeOutput', refTableName: 'a' },
            assertion: { field: 'status', in: ['1', '2'] },
          },
          {
            name: 'b_2',
            output: { data: 'b', artifactType: 'NodeOutput', refTableName: 'b' },
            assertion: { field: 'status', in: ['3'] },
          },
          {
            name: 'b_3',
            output: { data: 'p.other', artifactType: 'NodeOutput' },
            assertion: { field: 'status', in: ['1'] },
          },
        ],
        logic: { expression: 'b_1 or b_2 and b_3' },
        resultStatus: '1',
      },
    })
    expect(flow?.dependencies?.[0]).toEqual({
      nodeId: 'packed',
      depends: [
        { type: 'Normal', output: 'a', refTableName: 'a' },
        { type: 'Normal', output: 'b', refTableName: 'b' },
        { type: 'Normal', output: 'p.other' },
      ],
    })
  })

  it('wants all its arms unless it is told otherwise, and has no edge to an arm that was replaced', () => {
    const packed = join('packed').arm('x', 'a').arm('y', b).arm('x', route)
    const flow = flowOf([route, a, b, packed])
    expect(flow?.nodes?.[3]?.join).toMatchObject({ logic: { expression: 'x and y' } })
    expect(flow?.nodes?.[3]?.join).not.toHaveProperty('resultStatus')
    expect(flow?.dependencies?.[2]?.depends?.map(({ output }) => output)).toEqual(['route', 'b'])
  })

  it('keeps its arms when extra() touches the join', () => {
    const packed = join('packed')
      .arm('x', 'a')
      .extra({ join: { resultStatus: '2' } })
    expect(flowOf([virtual('a'), packed])?.nodes?.[1]?.join).toMatchObject({
      branches: [{ name: 'x', output: { data: 'a' } }],
      resultStatus: '2',
    })
  })

  it('shows an arm by name while it stands alone', () => {
    expect(join('packed').arm('x', 'a').toJSON()).toMatchObject({ join: { branches: [{ name: 'x', nodeId: 'a' }] } })
  })
})

describe('an assignment', () => {
  const ids = assignment('ids', 'shell').code('echo 1,2,3')

  it('offers what its code gives last', () => {
    expect(flowOf([ids], 'p')?.nodes?.[0]).toEqual({
      id: 'ids',
      name: 'ids',
      script: {
        path: 'w/ids',
        language: 'shell',
        runtime: { command: 'CONTROLLER_ASSIGNMENT' },
        content: 'echo 1,2,3',
      },
      inputs: {},
      outputs: {
        nodeOutputs: [{ data: 'p.ids', artifactType: 'NodeOutput', refTableName: 'ids' }],
        variables: [
          {
            artifactType: 'Variable',
            name: 'outputs',
            scope: 'NodeContext',
            type: 'NodeOutput',
            value: '${outputs}',
            node: { output: 'p.ids' },
          },
        ],
      },
    })
  })

  it('is taken by a parameter, which makes a dependency too', () => {
    const read = odpsSql('read').code('select ${x}').param('a', '1').param('x', ids.result()).reads('odps.p.t')
    const flow = flowOf([read, ids], 'p')
    const shared = {
      artifactType: 'Variable',
      name: 'outputs',
      scope: 'NodeContext',
      type: 'NodeOutput',
      value: '${outputs}',
      node: { output: 'p.ids' },
    }
    expect(flow?.nodes?.[0]?.inputs).toEqual({
      tables: [{ artifactType: 'Table', guid: 'odps.p.t' }],
      variables: [{ ...shared, inputName: 'x' }],
    })
    expect(flow?.nodes?.[0]?.script).toEqual({
      path: 'w/read',
      language: 'odps-sql',
      runtime: { command: 'ODPS_SQL' },
      content: 'select ${x}',
      parameters: [
        { artifactType: 'Variable', name: 'a', scope: 'NodeParameter', type: 'Constant', value: '1' },
        {
          artifactType: 'Variable',
          name: 'x',
          scope: 'NodeContext',
          type: 'NodeOutput',
          value: '${outputs}',
          referenceVariable: shared,
        },
      ],
    })
    expect(flow?.dependencies).toEqual([
      { nodeId: 'read', depends: [{ type: 'Normal', output: 'p.ids', refTableName: 'ids' }] },
    ])
  })

  it('shows a taken variable by name while the node stands alone', () => {
    expect(shell('s').param('1', ids.result()).toJSON()).toMatchObject({
      script: { parameters: [{ referenceVariable: { node: { nodeId: 'ids' } } }] },
    })
  })
})
