import { branch, join, shell, virtual, workflow } from 'flowspec'
import { type Simulation, simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { brief, type NodeSketch, nodesDocument } from './nodes-document.ts'

const daily = '00 00 02 * * ?'
const day = { from: '2026-01-05', to: '2026-01-05' }

function simulated(nodes: Readonly<Record<string, NodeSketch>>, span = day): Simulation {
  return simulate(nodesDocument(nodes), span)
}

/** The states of a day by name, and the names of what decides. */
function states(simulation: Simulation): Record<string, string> {
  return Object.fromEntries(
    simulation.instances.map(({ name, kind, state, because }) => [
      kind === 'workflow' ? `(${name})` : name,
      [state, ...because.map((id) => id.replace(/@.*/, ''))].join(' '),
    ]),
  )
}

describe('a schedule that names some days', () => {
  it('has a dry run on the others', () => {
    const span = { from: '2026-01-04', to: '2026-01-06' }
    expect(simulated({ weekly: { cron: '00 00 02 ? * MON' } }, span).instances.map(brief)).toEqual([
      '01-04 02:00 +08:00 dry-run other-day',
      '01-05 02:00 +08:00',
      '01-06 02:00 +08:00 dry-run other-day',
    ])
  })
})

describe('the recurrence', () => {
  it('Skip succeeds without running, and what comes after it runs', () => {
    const nodes = { a: { cron: daily, recurrence: 'Skip' }, b: { cron: daily, after: ['a'] } }
    expect(states(simulated(nodes))).toEqual({ a: 'skipped', b: 'runs' })
  })

  it('Pause blocks all that comes after it, however far, and nothing else', () => {
    const nodes = {
      before: { cron: daily },
      paused: { cron: daily, recurrence: 'Pause', after: ['before'] },
      child: { cron: daily, after: ['paused'] },
      grandchild: { cron: daily, after: ['child', 'beside'] },
      beside: { cron: daily, after: ['before'] },
    }
    expect(states(simulated(nodes))).toEqual({
      before: 'runs',
      paused: 'paused',
      child: 'blocked paused',
      grandchild: 'blocked child',
      beside: 'runs',
    })
  })

  it('Pause does not get past what succeeds anyway: skipped instances, and dry runs', () => {
    const nodes = {
      paused: { cron: daily, recurrence: 'Pause' },
      skipped: { cron: daily, recurrence: 'Skip', after: ['paused'] },
      afterSkipped: { cron: daily, after: ['skipped'] },
      weekly: { cron: '00 00 02 ? * TUE', after: ['paused'] },
      afterWeekly: { cron: daily, after: ['weekly'] },
    }
    expect(states(simulated(nodes))).toEqual({
      paused: 'paused',
      skipped: 'skipped',
      afterSkipped: 'runs',
      weekly: 'dry-run',
      afterWeekly: 'runs',
    })
  })

  it('Pause blocks the next cycle, too, where that waits for it; also from the day before the span', () => {
    const nodes = { paused: { cron: daily, recurrence: 'Pause' }, next: { cron: daily, previous: ['paused'] } }
    expect(states(simulated(nodes))).toEqual({ paused: 'paused', next: 'blocked paused' })
  })

  it('Pause blocks from cycle to cycle, a week back', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const nodes = Object.fromEntries(
      chain.map((name, place): [string, NodeSketch] => [
        name,
        place === 0 ? { cron: daily, recurrence: 'Pause' } : { cron: daily, previous: [chain[place - 1] ?? ''] },
      ]),
    )
    expect(states(simulated(nodes))).toMatchObject({ b: 'blocked a', g: 'blocked f' })
  })

  it('Pause on a weekly node blocks on every day', () => {
    const nodes = { paused: { cron: '00 00 02 ? * TUE', recurrence: 'Pause' }, b: { cron: daily, after: ['paused'] } }
    expect(states(simulated(nodes))).toEqual({ paused: 'paused', b: 'blocked paused' })
  })

  it('Pause of one hourly node blocks the daily one after all of its instances', () => {
    const nodes = { hourly: { cron: '00 00 00,12 * * ?', recurrence: 'Pause' }, b: { cron: daily, after: ['hourly'] } }
    const [instance] = simulated(nodes).instancesOf('b')
    expect(instance?.because).toEqual(['hourly@2026-01-05T00:00:00+08:00', 'hourly@2026-01-05T12:00:00+08:00'])
  })

  it('NoneAuto has no instances', () => {
    const simulation = simulated({ a: { cron: daily, recurrence: 'NoneAuto' }, b: { cron: daily, after: ['a'] } })
    expect(simulation.withoutInstances).toEqual([
      { kind: 'node', name: 'a', workflow: undefined, reason: 'not-automatic' },
    ])
    expect(simulation.instancesOf('b')[0]).toMatchObject({
      state: 'runs',
      upstream: [],
      unknownUpstream: [{ type: 'Normal', name: 'a', reason: 'no-instances' }],
    })
  })

  it('ends where the graph runs in a circle', () => {
    const nodes = {
      paused: { cron: daily, recurrence: 'Pause' },
      a: { cron: daily, after: ['paused', 'b'] },
      b: { cron: daily, after: ['a'] },
    }
    expect(states(simulated(nodes))).toEqual({ paused: 'paused', a: 'blocked b paused', b: 'blocked a' })
  })
})

describe('a workflow', () => {
  const nodes = [
    virtual('start'),
    shell('one').code('1').after('start'),
    shell('two').code('2').after('start'),
  ] as const
  const base = workflow('orders').cron(daily)

  it('has an instance of its own, and its nodes follow its schedule', () => {
    const { instances } = simulate(base.nodes(...nodes), day)
    expect(instances.map(({ id }) => id)).toEqual([
      'orders@2026-01-05T02:00:00+08:00',
      'orders/one@2026-01-05T02:00:00+08:00',
      'orders/start@2026-01-05T02:00:00+08:00',
      'orders/two@2026-01-05T02:00:00+08:00',
    ])
  })

  it.each([
    ['Pause', 'paused'],
    ['Skip', 'skipped'],
  ] as const)('hands %s on to its nodes', (recurrenceType, state) => {
    const simulation = simulate(base.strategy({ recurrenceType }).nodes(...nodes), day)
    expect(simulation.instances.map((instance) => instance.state)).toEqual([state, state, state, state])
  })

  it('does not succeed while one of its nodes is paused, and blocks what comes after it', () => {
    const orders = base.output('orders_out').nodes(nodes[0], nodes[1].strategy({ recurrence: 'Pause' }), nodes[2])
    const later = nodesDocument({ report: { cron: '00 00 03 * * ?' } })
    const waits = {
      ...later,
      spec: {
        ...Object(later['spec']),
        flow: [{ nodeId: 'report', depends: [{ type: 'Normal', output: 'orders_out' }] }],
      },
    }
    expect(states(simulate([orders, waits], day))).toEqual({
      '(orders)': 'blocked orders/one',
      one: 'paused',
      start: 'runs',
      two: 'runs',
      report: 'blocked orders',
    })
  })

  it('is blocked as a whole by what it comes after', () => {
    const orders = base.nodes(...nodes).build()
    const [flow] = orders.spec.workflows ?? []
    const waits = {
      ...orders,
      spec: { ...orders.spec, workflows: [{ ...flow, inputs: { nodeOutputs: [{ data: 'paused_out' }] } }] },
    }
    const paused = nodesDocument({ paused: { cron: daily, recurrence: 'Pause' } })
    expect(states(simulate([waits, paused], day))).toEqual({
      paused: 'paused',
      '(orders)': 'blocked paused',
      one: 'blocked orders/start',
      start: 'blocked orders',
      two: 'blocked orders/start',
    })
  })

  it('behind a branch is unknown as a whole, and so is what comes after it', () => {
    const orders = base
      .output('orders_out')
      .nodes(...nodes)
      .build()
    const [flow] = orders.spec.workflows ?? []
    const behind = {
      ...orders,
      spec: { ...orders.spec, workflows: [{ ...flow, inputs: { nodeOutputs: [{ data: 'route_out' }] } }] },
    }
    const around = nodesDocument({
      route: { cron: daily, more: { branch: { branches: [] } } },
      report: { cron: daily, after: ['orders'] },
    })
    expect(states(simulate([behind, around], day))).toEqual({
      route: 'runs',
      '(orders)': 'unknown route',
      one: 'unknown orders/start',
      start: 'unknown orders',
      two: 'unknown orders/start',
      report: 'unknown orders',
    })
  })

  it('of which a node is behind a branch succeeds either way, and what comes after it runs', () => {
    const route = branch('route').param('n', '1').arm('some', '${n} > 0')
    const orders = base.output('orders_out').nodes(route, shell('some').code('1').after(route.case('some')))
    expect(states(simulate([orders, nodesDocument({ report: { cron: daily, after: ['orders'] } })], day))).toEqual({
      '(orders)': 'runs',
      route: 'runs',
      some: 'unknown orders/route',
      report: 'runs',
    })
  })
})

describe('a branch', () => {
  const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10')
  const big = shell('big').code('1').after(route.case('big'))
  const small = shell('small').code('2').after(route.case('small'))
  const base = workflow('orders').cron(daily).nodes(route, big, small)

  it('leaves open until run time what comes after it', () => {
    const simulation = simulate(base.nodes(shell('after').code('2').after(big), shell('beside').code('3')), day)
    expect(states(simulation)).toEqual({
      '(orders)': 'runs',
      after: 'unknown orders/big',
      beside: 'runs',
      big: 'unknown orders/route',
      route: 'runs',
      small: 'unknown orders/route',
    })
  })

  it('leaves open what follows a join that decides, and not what follows one that counts both', () => {
    const arms = { status: ['Success', 'NotRun'] } as const
    const both = join('both').arm('a', big, arms).arm('b', small, arms).expression('a and b')
    const one = join('one')
      .arm('a', big, arms)
      .arm('b', small, { status: ['Success'] })
      .expression('a and b')
    const ends = [shell('afterBoth').code('1').after(both), shell('afterOne').code('2').after(one)] as const
    expect(states(simulate(base.nodes(both, one, ...ends), day))).toMatchObject({
      both: 'runs',
      afterBoth: 'runs',
      one: 'unknown orders/big orders/small',
      afterOne: 'unknown orders/one',
    })
  })

  it('does not matter to a node that ignores branches that were not taken', () => {
    const always = shell('always').code('1').after(big).strategy({ ignoreBranchConditionSkip: true })
    expect(states(simulate(base.nodes(always, shell('end').code('2').after(always)), day))).toMatchObject({
      always: 'runs',
      end: 'runs',
    })
  })

  it('that is blocked blocks', () => {
    const gate = shell('gate').code('0').strategy({ recurrence: 'Pause' })
    const paused = workflow('orders').cron(daily).nodes(gate, route.after(gate), big, small)
    expect(states(simulate(paused, day))).toMatchObject({ route: 'blocked orders/gate', big: 'blocked orders/route' })
  })
})
