import {
  type AnyWorkflow,
  type BuiltProject,
  checkSpec,
  component,
  dataIntegrationJob,
  external,
  type FlowNode,
  fileResource,
  fromSpec,
  isFlowSpecError,
  manualWorkflow,
  odpsSql,
  type ProjectDiagnostic,
  project,
  projectRoot,
  shell,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../../check/support/edit.ts'

const cron = '00 02 00 * * ?'
const daily = (name: string) => workflow(name).cron(cron)
const orders = daily('orders').nodes(
  virtual('start').after(projectRoot()),
  odpsSql('ods_orders').code('select 1').after('start'),
)
const reports = daily('reports').nodes(odpsSql('report').code('select 2').after(orders.outputOf('ods_orders')))

const brief = (found: readonly ProjectDiagnostic[]): string[] => found.map(({ rule, path }) => `${rule} ${path}`)
const nodesOf = ({ documents }: BuiltProject): readonly FlowNode[] =>
  documents.flatMap(({ spec }) => spec.workflows?.flatMap(({ nodes = [] }) => nodes) ?? [])
const dependsOf = ({ documents }: BuiltProject, at: number) =>
  documents[at]?.spec.workflows?.[0]?.dependencies?.flatMap(({ depends }) => depends)

describe('a project', () => {
  it('builds a document for each part, in the order they were added, with its name in front of outputs', () => {
    const built = project('retail').add(orders, fileResource('a.jar')).add(udf('f'), reports).build()
    expect(built.identifier).toBe('retail')
    expect('environment' in built).toBe(false)
    expect(built.documents.map(({ kind }) => kind)).toEqual(['CycleWorkflow', 'Resource', 'Function', 'CycleWorkflow'])
    expect(nodesOf(built).map(({ outputs }) => outputs?.nodeOutputs?.[0]?.data)).toEqual([
      'retail.start',
      'retail.ods_orders',
      'retail.report',
    ])
    expect(dependsOf(built, 0)?.[0]).toEqual({ type: 'Normal', output: 'retail_root' })
    expect(Object.isFrozen(built.documents)).toBe(true)
    expect(nodesOf(built).every((node) => Object.isFrozen(node.outputs))).toBe(true)
  })

  it('of nothing has no documents', () => {
    expect(project('retail').build()).toEqual({ identifier: 'retail', documents: [] })
    expect(project('retail').check()).toEqual([])
  })

  it('takes documents that were read, with what was changed in them', () => {
    const read = fromSpec(JSON.parse(JSON.stringify(orders.build({ project: 'retail' }))))
    const built = project('retail')
      .defaults({ owner: '1' })
      .add(read.with(read.node('ods_orders').owner('2')), reports)
      .build()
    expect(nodesOf(built).map(({ owner }) => owner)).toEqual(['1', '2', '1'])
    expect(project('retail').add(read, orders).check()).toMatchObject([
      { rule: 'project/duplicate-name', document: 'orders' },
    ])
  })

  it('passes the settings of a build on', () => {
    const built = project('retail')
      .add(
        daily('w').nodes(
          shell('s')
            .code('x')
            .strategy({ timeout: { value: 1, unit: 'HOURS' } }),
        ),
      )
      .build({ version: '1.2.0', timeoutUnit: 'omit', rules: { 'strategy/timeout-unit': 'off' } })
    expect(built.documents[0]?.version).toBe('1.2.0')
    expect(nodesOf(built)[0]).not.toHaveProperty('timeoutUnit')
  })

  it('shows as what it builds', () => {
    const retail = project('retail').add(orders)
    expect(JSON.parse(JSON.stringify(retail))).toEqual(JSON.parse(JSON.stringify(retail.build())))
  })

  it('says which value is no builder', () => {
    const stray = { name: 'orders' } as unknown as AnyWorkflow
    expect(() => project('retail').add(orders, stray)).toThrow('add(): part 2 is an object.')
    const retail = project('retail')
      .environments({ dev: {} })
      .add(orders, () => stray)
    expect(brief(retail.check())).toEqual(['schema/type /documents'])
    expect(() => retail.build({ environment: 'dev' })).toThrow("Project 'retail' was given a value that is no builder.")
  })

  it('says that a function of parts is not async', () => {
    const late = project('retail')
      .environments({ dev: {} })
      .add((async () => await Promise.resolve(orders)) as unknown as () => AnyWorkflow)
    expect(() => late.build({ environment: 'dev' })).toThrow(
      "Project 'retail' was given a promise, which is no builder.",
    )
  })

  it('takes a step only when its condition holds', () => {
    const retail = project('retail')
    expect(retail.when(false, (one) => one.add(orders)).build().documents).toEqual([])
    expect(retail.when(true, (one) => one.add(orders)).build().documents).toHaveLength(1)
  })
})

describe('defaults of a project', () => {
  const defaults = {
    owner: '1',
    datasource: 'odps_first',
    resourceGroup: 'group_1',
    strategy: { rerunTimes: 1, priority: 2 },
  }

  it('fill what workflows and their nodes leave out, below their own', () => {
    const own = daily('w')
      .owner('2')
      .defaults({ datasource: 'odps_second', strategy: { rerunTimes: 5 } })
      .nodes(odpsSql('a').code('x'), odpsSql('b').code('x').owner('3').strategy({ priority: 7 }))
    const built = project('retail').defaults({ owner: 'x' }).defaults(defaults).add(own).build()
    expect(built.documents[0]?.spec.workflows?.[0]?.owner).toBe('2')
    expect(nodesOf(built)).toMatchObject([
      { owner: '1', datasource: { name: 'odps_second' }, rerunTimes: 5, priority: 2 },
      { owner: '3', runtimeResource: { resourceGroup: 'group_1' }, rerunTimes: 5, priority: 7 },
    ])
  })

  it('fill what resources, functions, components and jobs leave out', () => {
    const parts = [fileResource('a.jar'), udf('f').owner('2'), component('c'), dataIntegrationJob('j')]
    const { documents } = project('retail')
      .defaults(defaults)
      .add(...parts)
      .build()
    const engine = { datasource: { name: 'odps_first', type: 'odps' }, runtimeResource: { resourceGroup: 'group_1' } }
    expect(documents.map(({ spec }) => Object.values(spec)[0])).toMatchObject([
      [{ owner: '1', ...engine }],
      [{ owner: '2', ...engine }],
      [{ owner: '1' }],
      [{ owner: '1' }],
    ])
    expect(documents[2]?.spec.components?.[0]).not.toHaveProperty('datasource')
  })
})

describe('the check of a project', () => {
  const clashing = project('retail').add(
    orders,
    daily('other').nodes(odpsSql('ods_orders').code('x'), odpsSql('n').code('x').after(external('retail.ods_order'))),
    manualWorkflow('bad').nodes(shell('s').code('x').strategy({ rerunTimes: 11 })),
    fileResource('a.jar').extra({ type: 'zip' }),
    fileResource('a.jar').file('a.jar', { type: 'local', root: '/jars' }),
  )

  it('finds what is wrong in and between documents, each where it stands', () => {
    const found = clashing.check()
    expect(brief(found)).toEqual([
      'project/unknown-output /documents/1/spec/workflows/0/dependencies/0/depends/0/output',
      'project/duplicate-name /documents/1/spec/workflows/0/nodes/0/name',
      'schema/range /documents/2/spec/workflows/0/nodes/0/rerunTimes',
      'schema/enum /documents/3/spec/fileResources/0/type',
      'project/duplicate-name /documents/4/spec/fileResources/0/name',
    ])
    expect(found.map(({ document, subject }) => [document, subject?.kind, subject?.name])).toEqual([
      ['other', 'node', 'n'],
      ['other', 'node', 'ods_orders'],
      ['bad', 'node', 's'],
      ['a.jar', 'resource', 'a.jar'],
      ['a.jar', 'resource', 'a.jar'],
    ])
    const built = JSON.parse(JSON.stringify(clashing))
    for (const { path } of found) expect(valueAt(built, path)).toBeDefined()
  })

  it('is what a build throws, and a build throws nothing else', () => {
    expect.assertions(1)
    try {
      clashing.build()
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      expect(error.diagnostics).toEqual(clashing.check())
    }
  })

  it('reports a workflow that was added twice once', () => {
    expect(brief(project('retail').add(orders, orders).check())).toEqual([
      'project/duplicate-name /documents/1/spec/workflows/0/name',
    ])
  })

  it('reports a node and a workflow of one name for their output', () => {
    const found = project('retail')
      .add(orders, daily('late').nodes(odpsSql('orders').code('x')))
      .check()
    expect(brief(found)).toEqual([
      'project/duplicate-output /documents/1/spec/workflows/0/nodes/0/outputs/nodeOutputs/0/data',
    ])
  })

  it('finds a circle of nodes through three workflows once', () => {
    const ring = (name: string, after: string) =>
      daily(`w_${name}`).nodes(odpsSql(name).code('x').after(external(after)))
    const found = project('p').add(ring('a', 'p.c'), ring('b', 'p.a'), ring('c', 'p.b')).check()
    expect(found).toMatchObject([
      {
        rule: 'project/cycle',
        severity: 'error',
        message: "These wait for one another across documents: 'a' → 'b' → 'c' → 'a'.",
        path: '/documents/0/spec/workflows/0/dependencies/0/depends/0',
        subject: { kind: 'node', name: 'a' },
      },
    ])
  })

  it('takes severities and suppressions', () => {
    const silent = project('retail').add(reports.suppress('project/unknown-output', 'stands in the old workspace'))
    expect(silent.check()).toEqual([])
    const strict = { rules: { 'project/unknown-output': 'error' } } as const
    expect(() => project('retail').add(reports).build(strict)).toThrow('project/unknown-output')
  })

  it('gives what is silenced apart, with the reason, and of several environments once', () => {
    const reason = 'stands in the old workspace'
    const silent = reports.suppress('project/unknown-output', reason)
    const silenced = { reason, diagnostic: { rule: 'project/unknown-output', document: 'reports' } }
    expect(project('retail').add(silent).review()).toMatchObject({ diagnostics: [], suppressed: [silenced] })
    const { diagnostics, suppressed } = project('retail')
      .environments({ dev: { n: 1 }, prod: { n: 2 } })
      .add(() => silent)
      .review()
    expect(diagnostics).toEqual([])
    const environments = ['dev', 'prod']
    expect(suppressed).toMatchObject([{ ...silenced, diagnostic: { ...silenced.diagnostic, environments } }])
  })

  it('says of settings once what is wrong with them', () => {
    const unknown: object = { rules: { 'name/nothing': 'off' } }
    const found = project('retail').add(orders, reports).check(unknown)
    expect(found.map(({ rule, path, document }) => [rule, path, document])).toEqual([
      ['settings/unknown-rule', '', undefined],
    ])
  })

  it('gives documents that checkSpec takes as a project', () => {
    const built = project('retail').add(orders, reports).build()
    for (const document of built.documents) expect(checkSpec(document, { project: built })).toEqual([])
  })

  it('of 2,000 workflows in a row looks at each of them once', () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      daily(`w${at}`).nodeList([
        odpsSql(`n${at}`)
          .code('x')
          .after(...(at === 0 ? [] : [external(`p.n${at - 1}`)])),
      ]),
    )
    expect(
      project('p')
        .add(...many)
        .check(),
    ).toEqual([])
  })
})

it.each([
  ['', 'error'],
  ['a.b', 'error'],
  ['1st', 'warning'],
  ['零售', 'warning'],
])('the identifier %j is an %s', (identifier, severity) => {
  expect(project(identifier).check()).toMatchObject([{ rule: 'name/characters', severity, path: '/identifier' }])
})
