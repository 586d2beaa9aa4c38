import {
  checkSpec,
  dependency,
  external,
  fromSpec,
  isFlowSpecError,
  odpsSql,
  project,
  projectRoot,
  virtual,
  workflow,
  writeJson,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
const ods = odpsSql('ods').code('select 1')
const orders = daily('orders').nodes(ods)
const flowOf = (document: unknown): unknown => Reflect.get(Object(Reflect.get(Object(document), 'spec')), 'flow')

describe('workflow(…).after(…)', () => {
  // An edge is `type`, `output` of the upstream and `refTableName`, as in the request example of ImportWorkflowDefinition;
  // what a workflow itself waits for is an entry of `spec.flow`, as in SpecUtilTest of the reference implementation.
  it.each([
    ['another workflow', daily('b').after(orders), { output: 'p.orders', refTableName: 'orders' }],
    ['the output of another', daily('b').after(orders.outputOf()), { output: 'p.orders', refTableName: 'orders' }],
    ['a node of another', daily('b').after(ods), { output: 'p.ods', refTableName: 'ods' }],
    ['the output of a node', daily('b').after(orders.outputOf('ods')), { output: 'p.ods', refTableName: 'ods' }],
    ['an output of its own', daily('b').after(orders.output('q.x')), { output: 'q.x', refTableName: 'orders' }],
    ['an output from outside', daily('b').after(external('q.x')), { output: 'q.x' }],
    [
      'a dependency as documents write it',
      daily('b').after(dependency({ output: 'q.x', refTableName: 'x' })),
      { output: 'q.x', refTableName: 'x' },
    ],
    ['the root of the project', daily('b').after(projectRoot()), { output: 'p_root' }],
  ])('comes after %s', (_, builder, depend) => {
    const document = builder.build({ project: 'p' })
    expect(document.spec.workflows?.[0]?.id).toBe('b')
    expect(flowOf(document)).toEqual([{ nodeId: 'b', depends: [{ type: 'Normal', ...depend }] }])
  })

  it.each([
    ['itself', daily('b').afterPrevious('self'), { type: 'CrossCycleDependsOnSelf', output: 'p.b', refTableName: 'b' }],
    [
      'what comes after it',
      daily('b').afterPrevious('children'),
      { type: 'CrossCycleDependsOnChildren', output: 'p.b', refTableName: 'b' },
    ],
    [
      'another workflow',
      daily('b').afterPrevious(orders),
      { type: 'CrossCycleDependsOnOtherNode', output: 'p.orders', refTableName: 'orders' },
    ],
    [
      'a dependency as documents write it',
      daily('b').afterPrevious(dependency({ output: 'q.x', refTableName: 'x' })),
      { type: 'CrossCycleDependsOnOtherNode', output: 'q.x', refTableName: 'x' },
    ],
  ])('waits for the previous cycle of %s', (_, builder, depend) => {
    expect(flowOf(builder.build({ project: 'p' }))).toEqual([{ nodeId: 'b', depends: [depend] }])
  })

  it('adds, says each once, and uses the id that was set', () => {
    const builder = daily('b').after(orders).after(orders, external('q.x')).id('7635763838174670470')
    expect(flowOf(builder.build({ project: 'p' }))).toEqual([
      {
        nodeId: '7635763838174670470',
        depends: [
          { type: 'Normal', output: 'p.orders', refTableName: 'orders' },
          { type: 'Normal', output: 'q.x' },
        ],
      },
    ])
  })

  it('leaves a workflow that waits for nothing as it was', () => {
    const document = daily('b').build()
    expect(document.spec).not.toHaveProperty('flow')
    expect(document.spec.workflows?.[0]).not.toHaveProperty('id')
  })

  it('is right in a project that has the other, and told where it lacks it', () => {
    const reports = daily('reports').after(orders).nodes(virtual('start'))
    expect(project('p').add(orders, reports).check()).toEqual([])
    expect(project('p').add(reports).check()).toMatchObject([
      {
        rule: 'project/unknown-output',
        path: '/documents/0/spec/flow/0/depends/0/output',
        subject: { name: 'reports' },
      },
    ])
    expect(project('p').add(orders.after(reports), reports).check()).toMatchObject([
      {
        rule: 'project/cycle',
        message: "These wait for one another across documents: 'orders' → 'reports' → 'orders'.",
      },
    ])
  })

  it('says what it cannot come after', () => {
    expect(daily('b').nodes(virtual('n')).after(projectRoot()).check()).toMatchObject([
      {
        rule: 'reference/unknown-project',
        message: "Workflow 'b' comes after the project's root, but the project is not known.",
        subject: { kind: 'workflow', name: 'b' },
      },
    ])
    const untyped = daily('b') as unknown as { after(item: unknown): unknown; afterPrevious(item: unknown): unknown }
    for (const wrong of [undefined, 'orders', 3, [orders], { kind: 'case' }, {}]) {
      expect(() => untyped.after(wrong)).toThrow(/after\(\): item 1 is /)
      expect(() => untyped.afterPrevious(wrong)).toThrow(/afterPrevious\(\): item 1 is /)
    }
    const cycle = daily('b').after(ods).nodes(ods)
    expect(() => cycle.build()).toThrow(/b → ods → b|ods → b → ods/)
  })
})

describe('a document whose workflow waits for something', () => {
  const two = {
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      workflows: [
        { id: '1', name: 'a', script: { path: 'a' }, outputs: { nodeOutputs: [{ data: 'p.a' }] }, nodes: [] },
        { id: '2', name: 'b', script: { path: 'b' }, nodes: [] },
      ],
      flow: [
        { nodeId: '2', depends: [{ nodeId: '1' }] },
        { nodeId: '1', depends: [{ type: 'Normal', output: 'p_root' }], note: 'kept' },
      ],
    },
  }
  const spec = fromSpec(two)
  const entries = (builder: { toJSON(): unknown }): unknown => flowOf(builder.toJSON())

  it('is built again as it was', () => {
    expect(spec.toJSON()).toEqual(two)
    expect(spec.workflow('a').toJSON()).toEqual(two)
    const without = { ...two, spec: { workflows: two.spec.workflows } }
    expect(fromSpec(without).toJSON()).toEqual(without)
  })

  it.each<[string, unknown, unknown]>([
    [
      'more to wait for',
      entries(spec.with(spec.workflow('a', 'CycleWorkflow').after(external('q.x')))),
      [
        two.spec.flow[0],
        {
          ...two.spec.flow[1],
          depends: [
            { type: 'Normal', output: 'p_root' },
            { type: 'Normal', output: 'q.x' },
          ],
        },
      ],
    ],
    [
      'what it has already',
      entries(spec.with(spec.workflow('a', 'CycleWorkflow').after(external('p_root')))),
      two.spec.flow,
    ],
    [
      'another id',
      entries(spec.with(spec.workflow('a').id('9'))),
      [
        { nodeId: '2', depends: [{ nodeId: '9' }] },
        { ...two.spec.flow[1], nodeId: '9' },
      ],
    ],
    ['a workflow less', entries(spec.without('b')), [two.spec.flow[1]]],
    [
      'a workflow more',
      entries(spec.with(daily('c').after(external('q.x')))),
      [...two.spec.flow, { nodeId: 'c', depends: [{ type: 'Normal', output: 'q.x' }] }],
    ],
    [
      'another in place of one',
      entries(spec.with(daily('a').after(external('q.x')))),
      [two.spec.flow[0], { nodeId: 'a', depends: [{ type: 'Normal', output: 'q.x' }] }],
    ],
  ])('gets %s', (_, found, right) => {
    expect(found).toEqual(right)
  })

  it('goes round what a builder built, in both spellings', () => {
    const built = daily('b').nodes(virtual('n')).after(orders, external('q.x')).build({ project: 'p' })
    expect(writeJson(fromSpec(built).build())).toBe(writeJson(built))
    expect(checkSpec(built)).toEqual([])
    const { flow, ...others } = built.spec
    const spelled = { ...built, version: '2.0.0', spec: { ...others, dependencies: flow } }
    const again = fromSpec(spelled).workflow('b', 'CycleWorkflow').after(external('q.y')).toJSON()
    expect(Reflect.get(Object(Reflect.get(Object(again), 'spec')), 'dependencies')).toMatchObject([
      { nodeId: 'b', depends: [{ output: 'p.orders' }, { output: 'q.x' }, { output: 'q.y' }] },
    ])
  })

  it('tells a fault where it would stand', () => {
    const wrong = spec.workflow('b', 'CycleWorkflow').after(projectRoot())
    const [fault] = wrong.check().filter(({ rule }) => rule === 'reference/unknown-project')
    expect(fault?.path).toBe('/spec/flow/0')
    expect(() => wrong.build()).toThrow(expect.toSatisfy(isFlowSpecError))
  })
})
