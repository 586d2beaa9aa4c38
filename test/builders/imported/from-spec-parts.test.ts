import { fromSpec, manualWorkflow, odpsSql, shell, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { bodyOf, cron, diagnosticsOf } from '../support/from-spec.ts'

describe('the nodes and workflows of a document', () => {
  const built = workflow('orders').cron(cron).nodes(virtual('start'), odpsSql('ods').code('select 1').after('start'))
  const spec = fromSpec(built.build())

  it('are found by name, and one that is not there is told with what is near', () => {
    expect(spec.node('ods').toJSON()).toMatchObject({ id: 'ods', script: { content: 'select 1' } })
    expect(spec.workflow().name).toBe('orders')
    expect(spec.workflow('orders').node('start').name).toBe('start')
    const hints = [() => spec.node('odd'), () => spec.workflow('order'), () => spec.workflow().node('stat')]
    expect(hints.map((run) => diagnosticsOf(run)[0]?.hint)).toEqual([
      'Did you mean "ods"?',
      'Did you mean "orders"?',
      'Did you mean "start"?',
    ])
    expect(diagnosticsOf(() => spec.without('nobody'))[0]?.hint).toBe("There is: 'orders', 'start', 'ods'.")
    expect(diagnosticsOf(() => spec.node('ods', 'branch'))[0]?.message).toBe("There is no branch node 'ods'.")
  })

  it('are replaced by name or added', () => {
    const changed = spec.with(spec.node('ods').code('select 2'), shell('last').code('x').after('ods'))
    const same = workflow('orders')
      .cron(cron)
      .nodes(virtual('start'), odpsSql('ods').code('select 2').after('start'), shell('last').code('x').after('ods'))
    expect(changed.build()).toEqual(same.build())
    expect(spec.with(odpsSql('ods').code('new')).node('ods').toJSON()).toMatchObject({ script: { content: 'new' } })
    expect(spec.build()).toEqual(built.build())
  })

  it('are taken out with what they come after', () => {
    expect(spec.without('ods').build()).toEqual(
      expect.objectContaining({
        spec: expect.objectContaining({ workflows: [expect.objectContaining({ dependencies: [] })] }),
      }),
    )
    expect(spec.without('start').check()).toMatchObject([{ rule: 'reference/unknown-output' }])
    expect(spec.without('orders').toJSON()).toMatchObject({ spec: { workflows: [] } })
    const again = spec.without('ods').with(spec.node('ods'))
    expect(again.toJSON()).toEqual(spec.toJSON())
  })

  it('build the whole document from a workflow, with what was changed before it was taken', () => {
    const flow = spec.with(spec.node('ods').code('select 3')).workflow()
    const same = workflow('orders').cron(cron).nodes(virtual('start'), odpsSql('ods').code('select 3').after('start'))
    expect(flow.owner('me').build()).toEqual(same.owner('me').build())
    expect(flow.kind === 'CycleWorkflow' && flow.cron('00 03 00 * * ?').build()).toEqual(
      same.cron('00 03 00 * * ?').build(),
    )
  })

  it('are put together whatever their order in one call', () => {
    const changed = spec.with(spec.node('ods').code('select 4'), spec.workflow().owner('me'))
    const same = workflow('orders').cron(cron).nodes(virtual('start'), odpsSql('ods').code('select 4').after('start'))
    expect(changed.build()).toEqual(same.owner('me').build())
  })

  it('lie in the workflow that was meant where several have a name', () => {
    const one = { name: 'one', nodes: [{ name: 'a' }] }
    const two = { name: 'two', nodes: [{ name: 'a' }] }
    const both = fromSpec({ spec: { workflows: [one, two] } })
    expect(both.with(both.workflow('two').node('a').owner('o')).toJSON()).toEqual({
      spec: { workflows: [one, { name: 'two', nodes: [{ name: 'a', owner: 'o' }] }] },
    })
    expect(diagnosticsOf(() => both.with(virtual('b')))[0]?.message).toContain('any of 2 workflows')
    expect(diagnosticsOf(() => both.workflow())[0]?.hint).toBe("There is: 'one', 'two'.")
    expect(diagnosticsOf(() => both.workflow())[0]?.message).toContain('2 of workflow, and no name says which is meant')
    const none = fromSpec({ version: '1.1.0', kind: 'Node', spec: { nodes: [] } })
    expect(diagnosticsOf(() => none.workflow())[0]?.message).toBe('The document has no workflow.')
    const third = both.with(manualWorkflow('three')).workflow('three')
    expect(third.toJSON()).toMatchObject({ spec: { workflows: [one, two, { name: 'three', inputs: {} }] } })
  })

  it('refuse what is no builder', () => {
    expect(diagnosticsOf(() => spec.with(JSON.parse('{}')))).toMatchObject([{ rule: 'builder/argument' }])
  })

  it('fill in defaults only where they are asked for, and only what is missing', () => {
    const nodes = [{ name: 'a', owner: 'x', timeout: 5, script: { runtime: { command: 'ODPS_SQL' } } }, { name: 'b' }]
    const read = fromSpec({ spec: { workflows: [{ name: 'w', nodes }] } }).workflow()
    const strategy = { timeout: { value: 2, unit: 'HOURS' }, rerunTimes: 3 } as const
    const filled = read.defaults({ owner: 'me', datasource: 'db', strategy })
    expect(filled.toJSON()).toEqual({
      spec: {
        workflows: [
          {
            name: 'w',
            owner: 'me',
            nodes: [
              { ...nodes[0], rerunTimes: 3, datasource: { name: 'db', type: 'odps' } },
              { name: 'b', owner: 'me', timeout: 2, timeoutUnit: 'HOURS', rerunTimes: 3 },
            ],
          },
        ],
      },
    })
  })

  it('take steps of a workflow and keep the rest', () => {
    const raw = {
      name: 'w',
      type: 'CycleWorkflow',
      script: { path: 'a/w', runtime: { command: 'WORKFLOW' }, own: 1 },
      trigger: { type: 'Scheduler', cron, calendarId: 5, own: 2 },
      strategy: { rerunTimes: 1, own: 3 },
      outputs: { nodeOutputs: [{ data: '5', isDefault: true }] },
      metadata: { own: 4 },
    }
    const read = fromSpec({ kind: 'CycleWorkflow', spec: { workflows: [raw] } })
    const flow = read.workflow('w', 'CycleWorkflow')
    expect(diagnosticsOf(() => read.workflow('w', 'ManualWorkflow'))[0]?.message).toBe(
      "There is no ManualWorkflow 'w'.",
    )
    const changed = flow.path('b/w').schedule('00 05 00 * * ?').strategy({ priority: 2 }).output('p.w').param('x', '1')
    expect(bodyOf(changed)['workflows']).toEqual([
      {
        ...raw,
        script: { ...raw.script, path: 'b/w', parameters: [expect.objectContaining({ name: 'x', scope: 'Workflow' })] },
        trigger: { type: 'Scheduler', cron: '00 05 00 * * ?', own: 2 },
        strategy: { rerunTimes: 1, own: 3, priority: 2 },
        outputs: { nodeOutputs: [{ data: '5', isDefault: true }, expect.objectContaining({ data: 'p.w' })] },
      },
    ])
  })

  it('lie in the folder of the workflow they are put into', () => {
    const built = workflow('w').path('a/w').cron(cron).nodes(virtual('one'))
    const read = fromSpec(built.build())
    expect(read.with(virtual('two')).build()).toEqual(built.nodes(virtual('two')).build())
    expect(
      read
        .workflow()
        .path('b/w')
        .nodeList([virtual('two')])
        .allNodes(),
    ).toHaveLength(2)
  })

  it('are written as another version only where that is a matter of the number', () => {
    expect(spec.build({ version: '1.2.0' })).toEqual({ ...built.build(), version: '1.2.0' })
    const newer = fromSpec({ kind: 'Node', version: '2.0.0', spec: { nodes: [{ name: 'a' }] } })
    expect(newer.check({ version: '1.1.0' })).toContainEqual(
      expect.objectContaining({ path: '/version', severity: 'error', hint: expect.stringContaining('convertSpec') }),
    )
  })
})
