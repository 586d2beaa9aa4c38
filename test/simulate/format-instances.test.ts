import { manualWorkflow } from 'flowspec'
import { formatInstances, simulate, timelineSvg } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { nodesDocument } from './nodes-document.ts'

const day = { from: '2026-01-05', to: '2026-01-05' }
const daily = '00 00 02 * * ?'

function table(nodes: Parameters<typeof nodesDocument>[0], span = day): string[] {
  return formatInstances(simulate(nodesDocument(nodes), span)).split('\n')
}

describe('the table of instances', () => {
  it('shows when, what, and why not', () => {
    const nodes = {
      ods: { cron: daily, recurrence: 'Pause' },
      report: { cron: '00 30 02 * * ?', after: ['ods'], self: true },
      weekly: { cron: '00 00 03 ? * TUE' },
    }
    expect(table(nodes)).toEqual([
      'schedule time        offset  business date  instance  state                  waits for',
      '2026-01-05 02:00:00  +08:00  2026-01-04     ods       paused',
      '2026-01-05 02:30:00  +08:00  2026-01-04     report    blocked (ods, report)  ods 01-05 02:00, report 01-04 02:30',
      '2026-01-05 03:00:00  +08:00  2026-01-04     weekly    dry-run (other-day)',
      '',
    ])
  })

  it('shows parameters, and the second of two times', () => {
    const script = {
      parameters: [
        { name: 'ds', type: 'System', scope: 'NodeParameter', value: '$bizdate' },
        { name: 'id', type: 'System', scope: 'NodeParameter', value: '$taskid' },
      ],
    }
    const nodes = { node: { cron: '00 30 01 * * ?', timezone: 'America/New_York', more: { script } } }
    expect(table(nodes, { from: '2026-11-01', to: '2026-11-01' })[1]).toBe(
      '2026-11-01 01:30:00  -05:00  2026-10-31     node      runs (the second of two)  ds=20261031 id=?',
    )
  })

  it('counts the instances of one node where they are many', () => {
    const nodes = { hourly: { cron: '00 00 00-23/1 * * ?' }, report: { cron: '00 30 23 * * ?', after: ['hourly'] } }
    expect(table(nodes).find((line) => line.includes('report'))).toContain('hourly ×24')
  })

  it('says what has none, and what is not shown', () => {
    expect(formatInstances(simulate(manualWorkflow('repair'), day))).toBe(
      'No instances.\nno instances of repair: manual\n',
    )
    const year = simulate(nodesDocument({ node: { cron: daily } }), { from: '2026-01-01', to: '2026-12-31' })
    expect(formatInstances(year).split('\n').slice(-3)).toEqual([
      expect.stringContaining('2026-07-19'),
      '… and 165 more',
      '',
    ])
    expect(formatInstances(year, { maxRows: 1000 }).split('\n')).toHaveLength(367)
    expect(formatInstances(year, { maxRows: 0 })).toContain('… and 365 more')
  })

  it('keeps its columns with wide characters, and writes out what a terminal would obey', () => {
    const nodes = { 订单: { cron: daily }, 'a\u001B[31m\nb': { cron: daily } }
    const [head = '', first = '', second = '', ...rest] = table(nodes)
    expect(rest).toEqual([''])
    expect(first).toContain('a\\u001b[31m\\nb')
    expect(second).toContain('订单')
    // Four characters more are two columns each.
    expect(head.indexOf('state')).toBe(first.indexOf('runs'))
    expect(head.indexOf('state')).toBe(second.indexOf('runs') + 2)
  })
})

describe('texts of any length', () => {
  const long = 'n'.repeat(5_000_000)
  const hours = { cron: '00 00 */1 * * ?' }
  const script = (parameters: readonly object[]): object => ({ script: { parameters } })
  const constant = (name: string, value: string): object => ({ name, value, type: 'Constant', scope: 'NodeParameter' })

  it.each<[string, Parameters<typeof nodesDocument>[0]]>([
    ['a name', { [long]: hours, b: { ...hours, after: [long], self: true } }],
    ['names that differ at their ends', { [`${long}1`]: hours, [`${long}2`]: { ...hours, after: [`${long}1`] } }],
    ['a name that is paused', { [long]: { ...hours, recurrence: 'Pause' }, b: { ...hours, after: [long] } }],
    ['a name without instances', { [long]: { ...hours, trigger: { type: 'Manual' } } }],
    ['the name of a parameter', { a: { ...hours, more: script([constant(long, '1')]) } }],
    ['the value of a parameter', { a: { ...hours, more: script([constant('x', long)]) } }],
    ['an unknown parameter', { a: { ...hours, more: script([{ name: long, value: '$taskid', type: 'System' }]) } }],
    [
      'many parameters',
      { a: { ...hours, more: script(Array.from({ length: 20_000 }, (_, at) => constant(`name_${at}`, 'value'))) } },
    ],
    ['an unknown upstream node', { a: { ...hours, after: [long] } }],
  ])('are shown as far as one can read them: %s', (_, nodes) => {
    const simulation = simulate(nodesDocument(nodes), { from: '2026-01-05', to: '2026-01-11' })
    const text = formatInstances(simulation)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(3000)
    expect(timelineSvg(simulation).length).toBeLessThan(1_000_000)
  })

  it('ids stay different', () => {
    const { instances } = simulate(nodesDocument({ [`${long}1`]: hours, [`${long}2`]: hours }), day)
    expect(new Set(instances.map(({ id }) => id)).size).toBe(48)
  })
})
