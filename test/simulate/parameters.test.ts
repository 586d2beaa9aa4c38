import { assignment, odpsSql, shell, workflow } from 'flowspec'
import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { nodesDocument } from './nodes-document.ts'

const span = { from: '2026-03-01', to: '2026-03-02' }
const daily = '00 30 02 * * ?'

/** The parameters of a node whose script has these, in the first instance. */
function evaluated(parameters: readonly unknown[], options: object = {}, more: object = {}): object {
  const document = nodesDocument({ node: { cron: daily, more: { script: { parameters } } } })
  const whole = { ...document, spec: { ...Object(document['spec']), ...more } }
  const [instance] = simulate(whole, { ...span, ...options }).instances
  return { parameters: instance?.parameters, unknown: instance?.unknownParameters }
}

const parameter = (name: string, value: unknown, type = 'System'): object => ({
  name,
  value,
  type,
  scope: 'NodeParameter',
})

describe('the parameters of an instance', () => {
  it('have the values of its run', () => {
    const sql = odpsSql('ods')
      .code('1')
      .param('ds', '$bizdate')
      .param('month', '$[add_months(yyyymm,-1)]')
      .param('n', '7')
    const { instances } = simulate(workflow('orders').cron(daily).nodes(sql), span)
    expect(instances.filter(({ name }) => name === 'ods').map(({ parameters }) => parameters)).toEqual([
      { ds: '20260228', month: '202602', n: '7' },
      { ds: '20260301', month: '202602', n: '7' },
    ])
  })

  it('and the code are those of a script that stands elsewhere and is referred to', () => {
    const scripts = [
      {
        id: 's',
        path: 'x',
        runtime: { command: 'DIDE_SHELL' },
        content: 'echo $1',
        parameters: [parameter('1', '$bizdate')],
      },
    ]
    const document = nodesDocument({ node: { cron: daily, more: { script: '{{script.s}}' } } })
    const simulation = simulate({ ...document, spec: { ...Object(document['spec']), scripts } }, span)
    expect(simulation.instances.map((instance) => [instance.parameters, simulation.codeOf(instance)])).toEqual([
      [{ 1: '20260228' }, 'echo 20260228'],
      [{ 1: '20260301' }, 'echo 20260301'],
    ])
  })

  it.each<[string, readonly unknown[], object]>([
    [
      'constants stand as they are',
      [parameter('a', '$bizdate', 'Constant')],
      { parameters: { a: '$bizdate' }, unknown: [] },
    ],
    [
      'what only the service knows is said',
      [parameter('a', '$taskid'), parameter('b', '$bizdate')],
      { parameters: { b: '20260228' }, unknown: [{ name: 'a', expression: '$taskid', reason: 'runtime-only' }] },
    ],
    [
      'what another node hands on is said',
      [parameter('a', '${rows}', 'NodeOutput'), { ...parameter('b', '1'), referenceVariable: { name: 'x' } }],
      {
        parameters: {},
        unknown: [
          { name: 'a', reason: 'runtime-only' },
          { name: 'b', reason: 'runtime-only' },
        ],
      },
    ],
    [
      'what cannot be is said',
      [parameter('a', '$[yyyyQQ]'), parameter('b', undefined), parameter('c', 5)],
      {
        parameters: {},
        unknown: [
          { name: 'a', expression: '$[yyyyQQ]', reason: 'invalid' },
          { name: 'b', expression: undefined, reason: 'invalid' },
          { name: 'c', expression: undefined, reason: 'invalid' },
        ],
      },
    ],
    [
      'the parameters of the workspace are unknown unless given',
      [parameter('a', '${workspace.region}')],
      { unknown: [{ name: 'a', reason: 'runtime-only' }] },
    ],
    [
      'a name of JavaScript is a name',
      [parameter('__proto__', '1'), parameter('toString', '2')],
      {
        parameters: Object.fromEntries([
          ['__proto__', '1'],
          ['toString', '2'],
        ]),
      },
    ],
  ])('%s', (_, parameters, expected) => {
    expect(evaluated(parameters)).toMatchObject(expected)
  })

  it('may name parameters of the workspace that are given', () => {
    const options = { workspace: { region: 'cn', day: '$bizdate' } }
    expect(
      evaluated([parameter('a', '${workspace.region}'), parameter('b', '${workspace.day}')], options),
    ).toMatchObject({
      parameters: { a: 'cn', b: '20260228' },
    })
  })

  it('may stand elsewhere in the document', () => {
    const more = { variables: [{ id: 'v', ...parameter('ds', '$bizdate') }] }
    expect(evaluated(['{{v}}', '{{unknown}}'], {}, more)).toEqual({ parameters: { ds: '20260228' }, unknown: [] })
  })

  it('take the current date that is given', () => {
    expect(evaluated([parameter('a', '$gmtdate')], { now: '2026-05-05' })).toMatchObject({
      parameters: { a: '20260505' },
    })
    expect(() => evaluated([parameter('a', '$gmtdate')], { now: 'today' })).toThrow('/now')
  })
})

describe('the code of an instance', () => {
  const spanOfDay = { from: '2026-03-01', to: '2026-03-01' }

  it('has the values filled in, as its kind of node names them', () => {
    const flow = workflow('orders')
      .cron(daily)
      .nodes(
        odpsSql('sql').code("select '${ds}', '${other}'").param('ds', '$bizdate'),
        shell('sh').code("echo $1 '$1'").param('1', '$bizdate'),
        assignment('numbers', 'shell').code('echo 1'),
      )
    const simulation = simulate(flow, spanOfDay)
    const code = (name: string): (string | undefined)[] =>
      simulation.instancesOf(name).map((each) => simulation.codeOf(each))
    expect(code('sql')).toEqual(["select '20260228', '${other}'"])
    expect(code('sh')).toEqual(["echo 20260228 '$1'"])
    expect(code('orders/numbers')).toEqual(['echo 1'])
  })

  it.each<[string, string, readonly (readonly [string, string])[], string]>([
    ['DIDE_SHELL', 'echo $1', [['bizdate', '$bizdate']], 'echo 20260228'],
    [
      'DIDE_SHELL',
      'echo $2 $1',
      [
        ['2', 'b'],
        ['1', 'a'],
      ],
      'echo b a',
    ],
    [
      'DIDE_SHELL',
      'echo $1 $2',
      [
        ['x', '${workflow.none}'],
        ['y', 'b'],
      ],
      'echo $1 b',
    ],
    ['DIDE_SHELL', 'echo $1 $2', [['-', 'a b']], 'echo a b'],
    ['DIDE_SHELL', 'echo $10 ${10}', Array.from('abcdefghij', (letter) => [letter, letter] as const), 'echo a0 j'],
    ['EMR_SHELL', 'echo ${day} $1', [['day', '$bizdate']], 'echo 20260228 $1'],
    ['HOLOGRES_SQL', "select '${day}'", [['day', '$bizdate']], "select '20260228'"],
    ['DI', '{"ds":"${day}"}', [['day', '$bizdate']], '{"ds":"20260228"}'],
    ['PYODPS3', "print(args['day'], '${day}')", [['day', '$bizdate']], 'print("20260228", \'${day}\')'],
    ['PY_ODPS3', 'print(args.get("day"))', [['day', '$bizdate']], 'print("20260228")'],
  ])('of %s is filled in as its nodes are: %s', (command, content, parameters, expected) => {
    const script = {
      runtime: { command },
      content,
      parameters: parameters.map(([name, value]) => parameter(name, value)),
    }
    const simulation = simulate(nodesDocument({ node: { cron: daily, more: { script } } }), spanOfDay)
    expect(simulation.instances.map((each) => simulation.codeOf(each))).toEqual([expected])
  })

  it.each([
    ['odps', "select '${day}' $1", "select '20260228' $1"],
    ['shell', 'echo $1', 'echo 20260228'],
    ['shell-script', 'echo ${1}', 'echo 20260228'],
    ['python2', "print('${day}')", "print('20260228')"],
  ])('of an assignment in %s is filled in as its language asks', (language, content, expected) => {
    const runtime = { command: 'CONTROLLER_ASSIGNMENT' }
    const script = { runtime, language, content, parameters: [parameter('day', '$bizdate')] }
    const simulation = simulate(nodesDocument({ node: { cron: daily, more: { script } } }), spanOfDay)
    expect(simulation.instances.map((each) => simulation.codeOf(each))).toEqual([expected])
  })

  it('may name parameters of the workflow', () => {
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        workflows: [
          {
            name: 'orders',
            trigger: { type: 'Scheduler', cron: daily },
            script: { parameters: [parameter('day', '$bizdate')] },
            nodes: [
              {
                name: 'sql',
                script: {
                  content: '${workflow.day} ${workflow.other} ${own}',
                  parameters: [parameter('own', '${workflow.day}01')],
                },
              },
            ],
          },
        ],
      },
    }
    const simulation = simulate(document, spanOfDay)
    const [instance] = simulation.instancesOf('sql')
    expect(instance && simulation.codeOf(instance)).toBe('20260228 ${workflow.other} 2026022801')
    const [ofWorkflow] = simulation.instancesOf('orders')
    expect(ofWorkflow?.parameters).toEqual({ day: '20260228' })
    expect(ofWorkflow && simulation.codeOf(ofWorkflow)).toBeUndefined()
  })

  it('names the parameters of its own workflow, though others run at the same time', () => {
    const flow = (name: string, value: string): object => ({
      name,
      trigger: { type: 'Scheduler', cron: daily },
      script: { parameters: [parameter('day', value)] },
      nodes: [{ name: `${name}_node`, script: { parameters: [parameter('own', '${workflow.day}')] } }],
    })
    const document = {
      kind: 'CycleWorkflow',
      spec: { workflows: [flow('one', '$bizdate'), flow('two', '$[yyyy]')] },
    }
    const simulation = simulate(document, spanOfDay)
    expect(simulation.instancesOf('one_node')[0]?.parameters).toEqual({ own: '20260228' })
    expect(simulation.instancesOf('two_node')[0]?.parameters).toEqual({ own: '2026' })
  })

  it('is not known of an instance of another simulation', () => {
    const flow = workflow('orders').cron(daily).nodes(shell('a').code('1'))
    const [instance] = simulate(flow, spanOfDay).instancesOf('a')
    expect(instance && simulate(flow, { from: '2027-01-01', to: '2027-01-01' }).codeOf(instance)).toBeUndefined()
  })
})
