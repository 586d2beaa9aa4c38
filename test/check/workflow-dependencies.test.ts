import { checkProject, checkSpec, external, odpsSql, project, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

/** A workflow as SpecUtilTest-5 of the reference implementation has one, with an output of its own and no nodes unless given. */
function flowOf(id: string, more: object = {}): Record<string, unknown> {
  return {
    id,
    name: `name_${id}`,
    script: { path: `name_${id}`, runtime: { command: 'WORKFLOW' } },
    trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    outputs: { nodeOutputs: [{ data: `autotest.${id}` }] },
    nodes: [],
    ...more,
  }
}

const nodeOf = (name: string): object => ({
  id: name,
  name,
  script: { path: name, runtime: { command: 'VIRTUAL' } },
  outputs: { nodeOutputs: [{ data: `autotest.${name}` }] },
})

type Entry = readonly [nodeId: string, ...depends: readonly object[]]

function documentOf(workflows: readonly object[], entries: readonly Entry[], version = '1.1.0'): object {
  const edges = entries.map(([nodeId, ...depends]) => ({ nodeId, depends }))
  const spelling = version === '2.0.0' ? 'dependencies' : 'flow'
  return { version, kind: 'CycleWorkflow', spec: { workflows, [spelling]: edges } }
}

/** Rules that have nothing to do with dependencies: names of several workflows, paths, and the like. */
const areas = ['graph/', 'reference/', 'project/', 'schema/']
const others = ['graph/empty-workflow']

function found(document: object, project?: Parameters<typeof checkSpec>[1]): readonly string[] {
  return checkSpec(document, project)
    .filter(({ rule }) => areas.some((area) => rule.startsWith(area)) && !others.includes(rule))
    .map(({ rule, path }) => `${rule} ${path}`)
}

const output = (data: string): object => ({ type: 'Normal', output: data })
const id = (nodeId: string): object => ({ type: 'Normal', nodeId })
const two = [flowOf('1'), flowOf('2')]

describe('what a workflow itself depends on', () => {
  // What the reference implementation reads and keeps: SpecUtilTest, the document with `flow_1`, and the same in 2.0.0.
  it.each<[string, object]>([
    ['an output of another project', documentOf([flowOf('1')], [['1', output('autotest.node_1_xxx')]])],
    ['the root of the project', documentOf([flowOf('1')], [['1', output('p_root')]])],
    ['the same in 2.0.0', documentOf([flowOf('1')], [['1', output('p_root')]], '2.0.0')],
    ['another workflow by its id', documentOf(two, [['1', id('2')]])],
    ['another workflow by a reference', documentOf(two, [['{{1}}', id('{{2}}')]])],
    ['another workflow by its output', documentOf(two, [['1', output('autotest.2')]])],
    [
      'a node of another workflow by its id',
      documentOf([flowOf('1'), flowOf('2', { nodes: [nodeOf('n')] })], [['1', id('n')]]),
    ],
    ['its own previous cycle', documentOf([flowOf('1')], [['1', { type: 'CrossCycleDependsOnSelf' }]])],
    ['the previous cycle of another', documentOf(two, [['1', { type: 'CrossCycleDependsOnOtherNode', nodeId: '2' }]])],
    [
      'a workflow by its name, as it has no id',
      documentOf([flowOf('1', { id: undefined })], [['name_1', output('p_root')]]),
    ],
  ])('is known: %s', (_, document) => {
    expect(found(document)).toEqual([])
  })

  const aAfterB = [
    ['1', id('2')],
    ['2', id('1')],
  ] as const
  it.each<[string, object, readonly string[]]>([
    ['an unknown workflow', documentOf(two, [['3', output('p_root')]]), ['reference/unknown-node /spec/flow/0/nodeId']],
    [
      'one after an unknown one',
      documentOf(two, [['1', id('3')]]),
      ['reference/unknown-node /spec/flow/0/depends/0/nodeId'],
    ],
    ['an id of the wrong type', documentOf(two, [['1', { nodeId: 2 }]]), ['schema/type /spec/flow/0/depends/0/nodeId']],
    ['nothing at all', documentOf(two, [['1', {}]]), ['reference/missing-target /spec/flow/0/depends/0']],
    [
      'an output of nobody',
      documentOf(two, [['1', output('nobody')]]),
      ['reference/unknown-output /spec/flow/0/depends/0/output'],
    ],
    [
      'two entries',
      documentOf(two, [
        ['1', id('2')],
        ['{{1}}', output('p_root')],
      ]),
      ['graph/duplicate-entry /spec/flow/1/nodeId'],
    ],
    ['itself', documentOf(two, [['1', id('1')]]), ['graph/self-dependency /spec/flow/0/depends/0']],
    [
      'itself by its output',
      documentOf(two, [['1', output('autotest.1')]]),
      ['graph/self-dependency /spec/flow/0/depends/0'],
    ],
    ['one another', documentOf(two, aAfterB), ['graph/cycle /spec/flow/0/depends/0']],
    ['one another in 2.0.0', documentOf(two, aAfterB, '2.0.0'), ['graph/cycle /spec/dependencies/0/depends/0']],
    [
      'children and others together',
      documentOf(two, [
        ['1', { type: 'CrossCycleDependsOnChildren' }, { type: 'CrossCycleDependsOnOtherNode', nodeId: '2' }],
      ]),
      ['graph/cross-cycle-mix /spec/flow/0/depends/1'],
    ],
    [
      'a node of its own',
      documentOf([flowOf('1', { nodes: [nodeOf('n')] })], [['1', id('n')]]),
      ['graph/cycle /spec/flow/0/depends/0'],
    ],
    [
      'a workflow that waits for one of its nodes',
      documentOf(
        [flowOf('1', { nodes: [nodeOf('n')] }), flowOf('2')],
        [
          ['1', id('2')],
          ['2', output('autotest.n')],
        ],
      ),
      ['graph/cycle /spec/flow/1/depends/0'],
    ],
    [
      'a workflow one of whose nodes waits for it',
      documentOf(
        [
          flowOf('1'),
          flowOf('2', { nodes: [nodeOf('n')], dependencies: [{ nodeId: 'n', depends: [output('autotest.1')] }] }),
        ],
        [['1', id('2')]],
      ),
      ['graph/cycle /spec/workflows/1/dependencies/0/depends/0'],
    ],
  ])('is at fault: %s', (_, document, faults) => {
    expect(found(document)).toEqual(faults)
  })

  it.each([
    ['name_1', '1'],
    ['name_2', '2'],
    ['flow_12', 'flow_1'],
  ])('suggests for %s the id of the workflow', (given, meant) => {
    const [diagnostic] = checkSpec(documentOf([...two, flowOf('flow_1')], [[given, output('p_root')]])).filter(
      ({ rule }) => rule === 'reference/unknown-node',
    )
    expect(diagnostic).toMatchObject({
      message: `An entry of dependencies belongs to '${given}', which is not in the document.`,
      hint: `Did you mean "${meant}"?`,
    })
  })

  it('says of a cycle which workflows it runs through, and of a fault whose it is', () => {
    const [cycle] = checkSpec(documentOf(two, aAfterB)).filter(({ rule }) => rule === 'graph/cycle')
    expect(cycle).toMatchObject({
      message: 'These wait for one another: name_1 → name_2 → name_1.',
      subject: { kind: 'workflow', name: 'name_1', id: '1' },
    })
    const [itself] = checkSpec(documentOf(two, [['1', id('1')]])).filter(({ rule }) => rule === 'graph/self-dependency')
    expect(itself?.message).toBe("Workflow 'name_1' comes after itself.")
  })

  it('is no cycle where a node of the body has the id of the workflow', () => {
    const body = { workflows: two, nodes: [nodeOf('1'), nodeOf('m')], flow: [{ nodeId: '1', depends: [id('m')] }] }
    expect(
      found({ version: '1.1.0', kind: 'CycleWorkflow', spec: body }).filter((one) => one.startsWith('graph/cycle')),
    ).toEqual([])
  })

  it('is looked at in all documents of a project', () => {
    const alone = (own: string, other: string): object =>
      documentOf([flowOf(own)], [[own, output(`autotest.${other}`)]])
    const cyclic = checkProject([alone('1', '2'), alone('2', '1')], { identifier: 'autotest' })
    expect(cyclic.filter(({ rule }) => rule === 'project/cycle')).toMatchObject([
      {
        message: "These wait for one another across documents: 'name_1' → 'name_2' → 'name_1'.",
        path: '/documents/0/spec/flow/0/depends/0',
        severity: 'error',
        subject: { kind: 'workflow', name: 'name_1' },
      },
    ])
    const unknown = checkProject([alone('1', '3'), alone('2', '1')], { identifier: 'autotest' })
    expect(unknown.map(({ rule, path }) => `${rule} ${path}`)).toContain(
      'project/unknown-output /documents/0/spec/flow/0/depends/0/output',
    )
    expect(unknown.filter(({ rule }) => rule === 'project/cycle')).toEqual([])
  })

  it('is in a cycle with what is in workflows of other documents', () => {
    const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
    const sql = (name: string) => odpsSql(name).code('select 1')
    // From what comes first to what comes after it: a ends after n, b begins after a, m runs in b, and n waits for m.
    const around = ['n', 'a', 'b', 'm']
    const a = daily('a').nodes(sql('first'), sql('n').after(external('retail.m')))
    const b = daily('b').nodes(sql('m'), sql('last').after('m')).after(a)
    const other = daily('other').nodes(sql('z'))
    for (const parts of [
      [other, a, b],
      [b, other, a],
    ]) {
      const found = project('retail')
        .add(...parts)
        .check()
      expect(found.map(({ rule }) => rule)).toEqual(['project/cycle'])
      const [, ...names] = /^These wait for one another across documents: (.*)\.$/.exec(found[0]?.message ?? '') ?? []
      const cycle = names[0]?.split(' → ').map((name) => name.slice(1, -1)) ?? []
      expect(cycle.at(-1)).toBe(cycle[0])
      const start = cycle.indexOf('n')
      expect(cycle.slice(0, -1).map((_, at) => cycle[(start + at) % 4])).toEqual(around)
    }
  })
})
