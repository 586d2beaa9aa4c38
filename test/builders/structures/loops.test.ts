import {
  type AnyNode,
  assignment,
  branch,
  doWhile,
  forEach,
  join,
  node,
  readSpec,
  shell,
  virtual,
  workflow,
  writeJson,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

const nodesOf = (nodes: readonly AnyNode[], project?: string) =>
  daily()
    .nodeList(nodes)
    .build(project === undefined ? {} : { project }).spec.workflows?.[0]?.nodes ?? []

const plain = (name: string, command: string, folder: string) => ({
  id: name,
  name,
  script: { path: `${folder}/${name}`, runtime: { command } },
  inputs: {},
  outputs: { nodeOutputs: [{ data: name, artifactType: 'NodeOutput', refTableName: name }] },
})

const edge = (nodeId: string, ...names: string[]) => ({
  nodeId,
  depends: names.map((name) => ({ type: 'Normal', output: name, refTableName: name })),
})

describe('a for-each loop', () => {
  const days = assignment('days', 'shell').code('echo 1,2')
  const loop = forEach('each').over(days.result()).maxIterations(128).parallelism(2)

  it('holds its body between a start and an end node', () => {
    const body = shell('load').code('x').param('1', loop.item)
    const [, built] = nodesOf([days, loop.nodes(body, virtual('done').after(body))])
    expect(built?.script?.runtime).toEqual({ command: 'CONTROLLER_TRAVERSE' })
    expect(built?.['for-each']).toEqual({
      nodes: [
        plain('each_start', 'CONTROLLER_TRAVERSE_START', 'w/each'),
        {
          ...plain('load', 'DIDE_SHELL', 'w/each'),
          script: {
            path: 'w/each/load',
            language: 'shell-script',
            runtime: { command: 'DIDE_SHELL' },
            content: 'x',
            parameters: [
              {
                artifactType: 'Variable',
                name: '1',
                scope: 'NodeParameter',
                type: 'System',
                value: '${dag.foreach.current}',
              },
            ],
          },
        },
        plain('done', 'VIRTUAL', 'w/each'),
        plain('each_end', 'CONTROLLER_TRAVERSE_END', 'w/each'),
      ],
      flow: [edge('load', 'each_start'), edge('done', 'load'), edge('each_end', 'done')],
      maxIterations: 128,
      parallelism: 2,
    })
  })

  it('goes through a variable, or through a list that is written down', () => {
    const [, taken] = nodesOf([days, loop])
    expect(taken?.script?.parameters).toMatchObject([
      { name: 'loopDataArray', type: 'NodeOutput', referenceVariable: { name: 'outputs', node: { output: 'days' } } },
    ])
    const [written] = nodesOf([forEach('each').over('[1,2]')])
    expect(written?.script?.parameters).toMatchObject([{ name: 'loopDataArray', type: 'Constant', value: '[1,2]' }])
  })

  it('without a body goes from start to end', () => {
    expect(nodesOf([forEach('each')])[0]?.['for-each']?.flow).toEqual([edge('each_end', 'each_start')])
  })

  it('joins the loose ends of its body, of which calls may add more', () => {
    const route = branch('route').arm('a', '1').arm('b', '2')
    const a = shell('a').code('x').after(route.case('a'))
    const b = shell('b').code('x').after(route.case('b'))
    const [built] = nodesOf([
      forEach('each').nodes(route).nodes(a, b).nodes(join('j').arm('x', a).arm('y', b), virtual('alone')),
    ])
    expect(built?.['for-each']?.flow).toMatchObject([
      edge('route', 'each_start'),
      { nodeId: 'a', depends: [{ output: 'route_a' }] },
      { nodeId: 'b', depends: [{ output: 'route_b' }] },
      edge('j', 'a', 'b'),
      edge('alone', 'each_start'),
      edge('each_end', 'j', 'alone'),
    ])
    expect(built?.['for-each']?.nodes?.[4]?.join?.branches).toMatchObject([
      { name: 'x', output: { data: 'a' } },
      { name: 'y', output: { data: 'b' } },
    ])
  })

  it('names the outputs inside after the project, fills in defaults, and stays what extra() does not touch', () => {
    const built = daily()
      .defaults({ owner: '1', resourceGroup: 'g' })
      .nodes(
        forEach('each')
          .nodes(shell('s').code('x'))
          .extra({ 'for-each': { maxIterations: 9 } }),
      )
      .build({ project: 'p' }).spec.workflows?.[0]?.nodes?.[0]?.['for-each']
    expect(built?.maxIterations).toBe(9)
    expect(built?.nodes?.map(({ outputs }) => outputs?.nodeOutputs?.[0]?.data)).toEqual([
      'p.each_start',
      'p.s',
      'p.each_end',
    ])
    expect(built?.nodes).toMatchObject(Array(3).fill({ owner: '1', runtimeResource: { resourceGroup: 'g' } }))
  })
})

describe('a do-while loop', () => {
  it('asks its end node whether to go on', () => {
    const loop = doWhile('poll').maxIterations(20)
    const [built] = nodesOf([
      loop
        .nodes(virtual('ask'))
        .while(`select ${loop.round} < 5`, { language: 'odps-sql', datasource: { name: 'd', type: 'odps' } }),
    ])
    expect(built?.script?.runtime).toEqual({ command: 'CONTROLLER_CYCLE' })
    expect(built?.['do-while']).toEqual({
      nodes: [plain('poll_start', 'CONTROLLER_CYCLE_START', 'w/poll'), plain('ask', 'VIRTUAL', 'w/poll')],
      flow: [edge('ask', 'poll_start'), edge('poll_end', 'ask')],
      maxIterations: 20,
      while: {
        ...plain('poll_end', 'CONTROLLER_CYCLE_END', 'w/poll'),
        script: {
          path: 'w/poll/poll_end',
          language: 'odps-sql',
          runtime: { command: 'CONTROLLER_CYCLE_END' },
          content: 'select ${dag.loopTimes} < 5',
        },
        datasource: { name: 'd', type: 'odps' },
      },
    })
  })

  it('without a condition is an error', () => {
    expect(
      daily()
        .nodes(doWhile('poll').nodes(virtual('ask')))
        .check(),
    ).toContainEqual(
      expect.objectContaining({
        rule: 'schema/missing-field',
        severity: 'error',
        path: '/spec/workflows/0/nodes/0/do-while/while',
      }),
    )
  })
})

describe('faults inside a loop', () => {
  it('are reported where they stand', () => {
    const broken = forEach('each').nodes(shell('s').codeFile('no-such-file.sh'), virtual('v').after('gone' as string))
    const found = daily().nodes(virtual('first'), broken).check()
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'code/file-unreadable',
        path: '/spec/workflows/0/nodes/1/for-each/nodes/1/script/content',
      }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'reference/unknown-node',
        path: '/spec/workflows/0/nodes/1/for-each/flow/1/depends/0/nodeId',
      }),
    )
  })

  it('are silenced by a node inside', () => {
    const odd = (name: string) => node(name, 'VIRTUAL')
    const rules = (body: AnyNode) =>
      daily()
        .nodes(forEach('each').nodes(body))
        .check()
        .map(({ rule }) => rule)
    expect(rules(odd('a b'))).toContain('name/characters')
    expect(rules(odd('a b').suppress('name/characters', 'old name'))).not.toContain('name/characters')
  })
})

describe('loops in loops', () => {
  it('are checked, read back and written again without a difference', () => {
    const inner = doWhile('inner').nodes(virtual('ask')).while('print(False)', { language: 'python2' })
    const document = daily()
      .nodes(forEach('outer').nodes(inner, virtual('after').after(inner)))
      .build()
    const text = writeJson(document)
    expect(writeJson(readSpec(text))).toBe(text)
    const [, held] = document.spec.workflows?.[0]?.nodes?.[0]?.['for-each']?.nodes ?? []
    expect(held?.script?.path).toBe('w/outer/inner')
    expect(held?.['do-while']?.while?.script?.path).toBe('w/outer/inner/inner_end')
  })

  it('may be nested deeper than the stack goes', () => {
    let loop: AnyNode = virtual('core')
    for (let depth = 0; depth < 20_000; depth++) loop = forEach(`l${depth}`).path(`l${depth}`).nodes(loop)
    const document = workflow('w').nodes(loop).toJSON()
    expect(document).toMatchObject({ spec: { workflows: [{ nodes: [{ name: 'l19999' }] }] } })
  })

  it('gives every builder step a builder of the same kind', () => {
    const loop = forEach('l').nodes(virtual('a'))
    const other = loop
      .owner('1')
      .after('x')
      .param('a', 'b')
      .strategy({ priority: 1 })
      .when(true, (l) => l.id('7'))
    expect(Object.getPrototypeOf(other)).toBe(Object.getPrototypeOf(loop))
    expect(loop.toJSON()).not.toHaveProperty('owner')
    expect(JSON.stringify(forEach('l').nodes(virtual('a')))).toBe(JSON.stringify(loop))
  })
})
