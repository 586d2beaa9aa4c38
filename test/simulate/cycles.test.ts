import { readSpec, shell, virtual, workflow } from 'flowspec'
import { formatInstances, type SimulatedDocument, simulate } from 'flowspec/simulate'
import { describe, expect, test } from 'vitest'

const days = { from: '2026-01-01', to: '2026-01-02' }
const ls = (name: string) => shell(name).code('ls')
/** As documents that come from elsewhere; a builder with a cycle does not build. */
const raw = (source: object): SimulatedDocument => readSpec(JSON.stringify(source))
const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')

/** What waits for itself can never start: `graph/cycle` and `order()` say the same of these documents. */
describe('what waits for itself through others never runs', () => {
  const two = daily('w').nodeList([ls('a').after('b'), ls('b').after('a'), ls('c').after('a'), ls('free')])
  const three = daily('w').nodeList([ls('a').after('c'), ls('b').after('a'), ls('c').after('b'), ls('free')])
  const behind = daily('w').nodeList([ls('free'), ls('a').after('b', 'free'), ls('b').after('a')])
  const hourly = workflow('w')
    .cron('00 00 */8 * * ?')
    .nodeList([ls('a').after('b'), ls('b').after('a'), ls('free')])

  test.each<[string, object, readonly string[], string]>([
    ['two nodes and what comes after them', two, ['a', 'b', 'c', 'w'], 'a → b → a'],
    ['three nodes', three, ['a', 'b', 'c', 'w'], 'a → b → c → a'],
    ['not what comes before them', behind, ['a', 'b', 'w'], 'a → b → a'],
    ['every run of a day', hourly, ['a', 'b', 'w'], 'a → b → a'],
  ])('%s', (_, source, blocked, cycle) => {
    const simulation = simulate(raw(source), days)
    const named = (state: string) =>
      [...new Set(simulation.instances.filter((one) => one.state === state).map(({ name }) => name))].sort()
    expect(named('blocked')).toEqual([...blocked].sort())
    expect(named('runs')).toEqual(['free'])
    expect(simulation.instances.filter(({ name }) => name === 'a')[0]?.because).not.toEqual([])
    expect(simulation.notes).toMatchObject([
      { rule: 'graph/cycle', message: `These wait for one another and never run: ${cycle}.` },
    ])
    expect(formatInstances(simulation)).toContain(`These wait for one another and never run: ${cycle}.\n`)
  })

  test('two workflows that wait for one another', () => {
    const waiting = (name: string, other: string) => {
      const { kind, version, spec } = daily(name)
        .nodes(ls(`in_${name}`))
        .build()
      return {
        kind,
        version,
        spec: { ...spec, flow: [{ nodeId: name, depends: [{ type: 'Normal', output: other }] }] },
      }
    }
    const simulation = simulate([raw(waiting('v', 'w')), raw(waiting('w', 'v'))], days)
    expect(new Set(simulation.instances.map(({ state }) => state))).toEqual(new Set(['blocked']))
    expect(simulation.notes).toMatchObject([{ message: expect.stringContaining('v → w → v') }])
  })

  test.each<[string, object]>([
    ['the previous cycle', daily('w').nodes(ls('a').afterPrevious(ls('b')), ls('b').after('a'))],
    ['the own previous cycle', daily('w').nodes(ls('a').afterPrevious('self'))],
    ['nothing', daily('w').nodes(virtual('a'), ls('b').after('a'))],
  ])('but not what waits for %s', (_, source) => {
    const simulation = simulate(raw(source), days)
    expect(new Set(simulation.instances.map(({ state }) => state))).toEqual(new Set(['runs']))
    expect(simulation.notes).toEqual([])
  })

  test('in dry runs, which wait for nothing, nothing is blocked', () => {
    const weekly = workflow('w')
      .cron('00 00 02 ? * 1')
      .nodeList([ls('a').after('b'), ls('b').after('a')])
    const simulation = simulate(raw(weekly), { from: '2026-01-01', to: '2026-01-06' })
    const states = simulation.instancesOf('a').map(({ wallClock, state }) => `${wallClock.slice(0, 10)} ${state}`)
    expect(states).toEqual(
      ['01', '02', '03', '04', '05', '06'].map((day) => `2026-01-${day} ${day === '05' ? 'blocked' : 'dry-run'}`),
    )
  })

  test('20,000 nodes in one cycle', () => {
    const nodes = Array.from({ length: 20_000 }, (_, at) => ls(`n${at}`).after(`n${(at + 1) % 20_000}`))
    const simulation = simulate(raw(daily('w').nodeList(nodes)), { from: '2026-01-01', to: '2026-01-01' })
    expect(simulation.instances.every(({ state }) => state === 'blocked')).toBe(true)
  })
})
