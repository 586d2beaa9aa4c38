import { shell, workflow } from 'flowspec'
import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { nodesDocument } from './nodes-document.ts'

const one = workflow('one').cron('00 00 02 * * ?').nodes(shell('report').code('1'))
const two = workflow('two').cron('00 00 02 * * ?').timezone('Europe/London').nodes(shell('report').code('2').id('77'))
const simulation = simulate([two, one], { from: '2026-01-05', to: '2026-01-06' })
const ids = (instances: readonly { readonly id: string }[]): string[] => instances.map(({ id }) => id)

describe('the span', () => {
  it.each<[string, object, string[]]>([
    ['of dates is whole days', { from: '2026-01-05', to: '2026-01-05' }, ['01-05 00:00', '01-05 12:00']],
    [
      'of wall clocks has both ends',
      { from: '2026-01-05 12:00:00', to: '2026-01-06 00:00:00' },
      ['01-05 12:00', '01-06 00:00'],
    ],
    [
      'of instants has both ends',
      { from: '2026-01-05T04:00:00Z', to: '2026-01-05T16:00:00Z' },
      ['01-05 12:00', '01-06 00:00'],
    ],
    ['may mix them', { from: '2026-01-05', to: new Date(Date.UTC(2026, 0, 5, 3)) }, ['01-05 00:00']],
    ['may be one moment', { from: '2026-01-05 12:00:00', to: '2026-01-05 12:00:00' }, ['01-05 12:00']],
    ['may have nothing in it', { from: '2026-01-05 12:00:01', to: '2026-01-05 13:00:00' }, []],
  ])('%s', (_, span, expected) => {
    const { instances } = simulate(nodesDocument({ node: { cron: '00 00 00,12 * * ?' } }), {
      from: '',
      to: '',
      ...span,
    })
    expect(instances.map(({ wallClock }) => wallClock.slice(5, 16))).toEqual(expected)
  })

  it('is known as instants, the widest of all zones', () => {
    expect([simulation.from, simulation.to]).toEqual(['2026-01-04T16:00:00.000Z', '2026-01-06T23:59:59.999Z'])
    expect(simulate([], { from: '2026-01-05', to: '2026-01-05' })).toMatchObject({
      from: '2026-01-04T16:00:00.000Z',
      to: '2026-01-05T15:59:59.999Z',
      instances: [],
    })
  })

  it('is that of each schedule: a date begins when the clock of its zone says so', () => {
    expect(ids(simulation.instances)).toEqual([
      'one@2026-01-05T02:00:00+08:00',
      'one/report@2026-01-05T02:00:00+08:00',
      'two@2026-01-05T02:00:00Z',
      'two/report@2026-01-05T02:00:00Z',
      'one@2026-01-06T02:00:00+08:00',
      'one/report@2026-01-06T02:00:00+08:00',
      'two@2026-01-06T02:00:00Z',
      'two/report@2026-01-06T02:00:00Z',
    ])
  })
})

describe('instances are found', () => {
  it.each([
    ['one/report', ['one/report@2026-01-05T02:00:00+08:00', 'one/report@2026-01-06T02:00:00+08:00']],
    ['two', ['two@2026-01-05T02:00:00Z', 'two@2026-01-06T02:00:00Z']],
    ['77', ['two/report@2026-01-05T02:00:00Z', 'two/report@2026-01-06T02:00:00Z']],
    [
      'report',
      [
        'one/report@2026-01-05T02:00:00+08:00',
        'two/report@2026-01-05T02:00:00Z',
        'one/report@2026-01-06T02:00:00+08:00',
        'two/report@2026-01-06T02:00:00Z',
      ],
    ],
  ])('by name: %s', (name, expected) => {
    expect(ids(simulation.instancesOf(name))).toEqual(expected)
  })

  it('by name, and a misspelt one is an error, so that no test passes for want of instances', () => {
    expect(() => simulation.instancesOf('reprot')).toThrow('Did you mean "report"?')
    expect(() => simulation.instancesOf('something else')).toThrow('workflow/node')
  })

  it('by time: of every clock that shows it, or at one instant', () => {
    expect(ids(simulation.at('2026-01-05 02:00:00'))).toHaveLength(4)
    expect(ids(simulation.at('2026-01-05T02:00:00Z'))).toEqual([
      'two@2026-01-05T02:00:00Z',
      'two/report@2026-01-05T02:00:00Z',
    ])
    expect(simulation.at(new Date('2026-01-05T02:00:00Z'))).toEqual(simulation.at(Date.UTC(2026, 0, 5, 2)))
    expect(simulation.at('2026-01-05 03:00:00')).toEqual([])
    expect(() => simulation.at('2026-01-05')).toThrow('time of the day')
    expect(() => simulation.at('at two')).toThrow('point in time')
  })

  it('by id', () => {
    expect(simulation.instance('two@2026-01-05T02:00:00Z')?.name).toBe('two')
    expect(simulation.instance('two@2026-01-07T02:00:00Z')).toBeUndefined()
  })
})

describe('an instance', () => {
  it('is frozen, and so is the list', () => {
    expect(Object.isFrozen(simulation.instances)).toBe(true)
    expect(simulation.instances.every((instance) => Object.isFrozen(instance))).toBe(true)
  })

  it('starts after the wait of its trigger, which its schedule time does not know', () => {
    const nodes = nodesDocument({
      node: { cron: '00 30 00 * * ?', timezone: 'America/New_York', trigger: { delaySeconds: 7200 } },
    })
    const [instance] = simulate(nodes, { from: '2026-03-08', to: '2026-03-08' }).instances
    expect(instance).toMatchObject({
      at: '2026-03-08T00:30:00-05:00',
      delaySeconds: 7200,
      earliestStart: '2026-03-08T03:30:00-04:00',
    })
  })
})
