import {
  checkProject,
  checkSpec,
  convertSpec,
  type FlowDocument,
  forEach,
  formatDiagnostics,
  fromSpec,
  isFlowSpecError,
  manualWorkflow,
  odpsSql,
  project,
  shell,
  standalone,
  virtual,
  workflow,
} from 'flowspec'
import { cycles, downstreamOf, graphOf, order, toDot, toMermaid, upstreamOf } from 'flowspec/graph'
import { daily, runs } from 'flowspec/schedule'
import { simulate } from 'flowspec/simulate'
import { describe, expect, test } from 'vitest'

const cron = '00 02 00 * * ?'
const load = odpsSql('load').code('select 1').after('start')
const orders = workflow('orders').cron(cron).nodes(virtual('start'), load)
const report = shell('report').code('./report.sh').after(orders.outputOf('load'))
const reports = workflow('reports').cron(cron).nodes(report)
const retail = project('retail').add(orders, reports)
const built = retail.build()
const staged = project('retail')
  .environments({ dev: { n: 1 }, prod: { n: 2 } })
  .add(orders)
const span = { from: '2026-01-01', to: '2026-01-02' } as const

const untyped = (value: unknown): never => value as never

function thrownBy(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (isFlowSpecError(error)) return formatDiagnostics(error.diagnostics)
    throw error
  }
  return ''
}

/** What `runs` and the graph call the nodes of both workflows and the edge between them. */
const wholes = [
  ['a project', retail, '/documents/1'],
  ['a project that was built', built, '/documents/1'],
  ['its documents', built.documents, '/1'],
  ['a list of builders', [orders, reports], '/1'],
  ['builders and documents', [orders, reports.build()], '/1'],
  ['documents as read', JSON.parse(JSON.stringify(built.documents)), '/1'],
  ['a list with a project', [project('p').add(orders, reports)], '/0/documents/1'],
] as const

describe.each(wholes)('the graph of %s', (_, source, path) => {
  const graph = graphOf(source)

  test('has the nodes of all documents, each at its place', () => {
    expect(graph.nodes.map(({ name, place }) => [name, place])).toEqual([
      ['start', 0],
      ['load', 1],
      ['report', 2],
    ])
    expect(graph.nodes[2]?.path).toBe(`${path}/spec/workflows/0/nodes/0`)
    expect(graph.nodes[2]?.flow).toBe(graph.flows.find(({ role, name }) => role === 'workflow' && name === 'reports'))
    expect(graph.flows.map(({ place }) => place)).toEqual(graph.flows.map((_flow, at) => at))
  })

  test('has the edges within documents and between them', () => {
    expect(graph.edges.map(({ from, to }) => `${from.name} → ${to.name}`)).toEqual(['start → load', 'load → report'])
    expect(graph.edges[1]?.from).toBe(graph.nodes[1])
    expect(graph.externals).toEqual([])
  })

  test('is what order, reach and pictures are of', () => {
    expect(order(source).map(({ name }) => name)).toEqual(['start', 'load', 'report'])
    expect(upstreamOf(source, 'report').map(({ name }) => name)).toEqual(['start', 'load'])
    expect(downstreamOf(source, 'start').map(({ name }) => name)).toEqual(['load', 'report'])
    expect(toMermaid(source)).toContain('n1 --> n2')
    expect(toDot(source)).toContain('n1 -> n2')
  })
})

describe('a graph of several documents', () => {
  test('has what no document offers once, outside', () => {
    const late = (name: string): FlowDocument =>
      JSON.parse(
        JSON.stringify(
          workflow(name)
            .cron(cron)
            .nodeList([virtual(`v_${name}`).after({ kind: 'external', output: 'crm.x' })]),
        ),
      )
    const { externals, edges } = graphOf([late('a'), late('b')])
    expect(externals.map(({ name, place }) => [name, place])).toEqual([['crm.x', 0]])
    expect(edges.map(({ from, to }) => `${from.name} → ${to.name}`)).toEqual(['crm.x → v_a', 'crm.x → v_b'])
  })

  test('has the insides of nodes and what they stand in', () => {
    const looped = fromSpec(workflow('l').cron(cron).extra({ nodes: [] }).build())
    expect(graphOf([looped, orders]).flows.map(({ name }) => name)).toContain('orders')
  })

  test('finds what waits in a circle through several', () => {
    const first = workflow('a')
      .cron(cron)
      .nodes(virtual('x').after({ kind: 'external', output: 'y' }))
    const second = workflow('b')
      .cron(cron)
      .nodes(virtual('y').after(first.outputOf('x')))
    expect(cycles(graphOf([first, second])).map((members) => members.map(({ name }) => name))).toEqual([['x', 'y']])
    expect(() => order([first, second])).toThrow('x → y → x')
  })

  test('of none and of one is what it was', () => {
    expect(graphOf([])).toEqual({ nodes: [], flows: [], externals: [], edges: [], variables: [] })
    expect(graphOf([orders]).nodes).toHaveLength(2)
    expect(graphOf(orders).nodes[0]?.path).toBe('/spec/workflows/0/nodes/0')
    const graph = graphOf(retail)
    expect(graphOf(graph)).toBe(graph)
  })

  test('grows with the documents', () => {
    const chain = Array.from({ length: 300 }, (_, at) =>
      workflow(`w${at}` as string)
        .cron(cron)
        .nodeList([virtual(`v${at}` as string).after({ kind: 'external', output: `v${at - 1}` })]),
    )
    expect(order(chain)).toHaveLength(300)
    expect(graphOf(chain).externals.map(({ name }) => name)).toEqual(['v-1'])
  })
})

describe('a project with environments', () => {
  test.each([
    ['graphOf', () => graphOf(staged)],
    ['toMermaid', () => toMermaid(staged)],
    ['order', () => order([staged])],
  ])('has to be built before %s', (_, call) => {
    expect(thrownBy(call)).toContain('Project "retail" has other documents in each environment: dev, prod.')
    expect(thrownBy(call)).toContain('project.build({ environment: "dev" })')
    expect(graphOf(staged.build({ environment: 'prod' })).nodes).toHaveLength(2)
  })
})

describe('a node alone', () => {
  test.each<[what: string, call: () => unknown]>([
    ['graphOf', () => graphOf(load)],
    ['a list of graphOf', () => graphOf([orders, load])],
    ['toMermaid', () => toMermaid(load)],
    ['order', () => order(load)],
    ['simulate', () => simulate(untyped(load), span)],
    ['convertSpec', () => convertSpec(load, { version: '2.0.0' })],
    ['a loop, of toDot', () => toDot(forEach('each').over('a').nodes(virtual('v')))],
  ])('is no document to %s', (_, call) => {
    expect(thrownBy(call)).toContain('which stands in one')
    expect(thrownBy(call)).toContain('Give the workflow of the node, or standalone(node).')
  })

  test('is told by a check, and alone it is one document', () => {
    expect(checkSpec(untyped(load))).toMatchObject([
      { rule: 'document/not-json', hint: expect.stringContaining('standalone') },
    ])
    expect(checkSpec(standalone(odpsSql('one').code('select 1')))).toEqual([])
  })
})

describe('a conversion', () => {
  const all = convertSpec(built.documents, { version: '2.0.0' })

  test.each([
    ['a project', retail],
    ['a project that was built', built],
    ['a list of builders', [...built.documents]],
  ])('of %s is that of its documents', (_, source) => {
    expect(convertSpec(source, { version: '2.0.0' }).documents).toEqual(all.documents)
  })

  test('of a project with environments asks for one', () => {
    expect(thrownBy(() => convertSpec(staged, { version: '2.0.0' }))).toContain('other documents in each environment')
  })
})

describe('a simulation', () => {
  const names = (of: Parameters<typeof simulate>[0], options = {}): string[] =>
    simulate(of, { ...span, ...options }).instances.map(({ name, wallClock, upstream, unknownUpstream }) => {
      const before = [...upstream, ...unknownUpstream].map((one) => one.name)
      return `${wallClock.slice(0, 10)} ${name} < ${before.join()}`
    })

  test.each([
    ['a project', retail],
    ['a project that was built', built],
  ])('of %s is that of its documents in its workspace', (_, source) => {
    expect(names(source)).toEqual(names(built.documents, { project: 'retail' }))
    expect(names(source).filter((line) => line.endsWith(' report < load'))).toHaveLength(2)
  })

  test('of a project beside a workflow has both', () => {
    const other = workflow('other').cron(cron).nodes(virtual('o'))
    expect(names([retail, other]).some((line) => line.includes(' o '))).toBe(true)
    expect(names([retail, other]).some((line) => line.includes(' report '))).toBe(true)
  })
})

describe('a check', () => {
  const wrong = workflow('wrong')
    .cron('x')
    .nodeList([virtual('a').after('gone')])
  const rulesOf = (found: readonly { readonly rule: string }[]): string[] => found.map(({ rule }) => rule)

  test.each([
    ['a workflow', wrong],
    ['a node on its own, as a document', wrong.toJSON()],
    ['a builder of a document that was read', fromSpec(wrong.toJSON())],
    ['a document that was read', JSON.parse(JSON.stringify(wrong))],
  ])('of %s is that of its document', (_, given) => {
    expect(rulesOf(checkSpec(given))).toEqual(['reference/unknown-node', 'schedule/cron-syntax'])
  })

  test('of builders as a project finds what they say of one another', () => {
    const twin = workflow('wrong').cron(cron).nodes(virtual('b'))
    expect(rulesOf(checkProject([wrong, twin], { identifier: 'retail' }))).toContain('project/duplicate-name')
    expect(rulesOf(checkProject([wrong], { identifier: 'retail' }))).toEqual(rulesOf(checkSpec(wrong)))
  })

  test.each([
    ['a project', retail],
    ['a project that was built', built],
  ])('of %s says where that belongs', (_, given) => {
    const [one, ...others] = checkSpec(given)
    expect(others).toEqual([])
    expect(one).toMatchObject({ rule: 'document/not-json', hint: expect.stringContaining('project.check()') })
  })

  test('says of a builder that throws that it cannot be read', () => {
    const hostile = {
      toJSON: () => {
        throw new Error('no')
      },
    }
    expect(checkSpec(hostile)).toMatchObject([{ rule: 'document/not-json', message: expect.stringContaining('no') }])
    expect(rulesOf(checkProject([hostile], { identifier: 'retail' }))).toEqual(['document/not-json'])
  })
})

describe('the runs of a workflow', () => {
  const range = { from: '2026-01-01T00:00:00+08:00', count: 2 } as const
  const clocks = (...args: Parameters<typeof runs>): string[] => [...runs(...args)].map(({ wallClock }) => wallClock)

  test.each([
    ['by its cron', workflow('w').cron(cron), ['2026-01-01 00:02:00', '2026-01-02 00:02:00']],
    ['by its schedule', workflow('w').schedule(daily('02:30')), ['2026-01-01 02:30:00', '2026-01-02 02:30:00']],
    [
      'from its first moment',
      workflow('w').cron(cron).startTime('2026-03-01 00:00:00'),
      ['2026-03-01 00:02:00', '2026-03-02 00:02:00'],
    ],
    ['up to its last moment', workflow('w').cron(cron).endTime('2026-01-01 12:00:00'), ['2026-01-01 00:02:00']],
    ['in its time zone', workflow('w').cron(cron).timezone('UTC'), ['2026-01-01 00:02:00', '2026-01-02 00:02:00']],
    ['as read', fromSpec(workflow('w').cron(cron).build()).workflow(), ['2026-01-01 00:02:00', '2026-01-02 00:02:00']],
  ] as const)('%s', (_, of, expected) => {
    expect(clocks(of, range)).toEqual(expected)
  })

  test.each([
    ['without a schedule', workflow('w')],
    ['that is run by hand', manualWorkflow('w')],
  ])('%s are an error that says so', (_, of) => {
    expect(thrownBy(() => runs(of, range))).toContain("Workflow 'w' has no schedule")
  })

  test.each<[what: string, of: unknown, wayOut: string]>([
    ['a project', retail, 'simulate(project, …)'],
    ['a project that was built', built, 'simulate(project, …)'],
    ['a document that was read', fromSpec(orders.build()), '.workflow(name)'],
    ['a node as a document', standalone(untyped(load)), '.schedule(…) of the node'],
    ['a node', load, 'the workflow of the node'],
    ['a document', orders.build(), 'simulate(document, …)'],
  ])('are not asked of %s, and the error says of what', (_, of, wayOut) => {
    expect(thrownBy(() => runs(untyped(of), range))).toContain('runs(): trigger is an object.')
    expect(thrownBy(() => runs(untyped(of), range))).toContain(wayOut)
  })

  test('can be those of another one', () => {
    const same = workflow('b').schedule(workflow('a').cron(cron).timezone('Europe/London'))
    expect(same.build().spec.workflows?.[0]?.trigger).toMatchObject({ cron, timezone: 'Europe/London' })
  })
})
