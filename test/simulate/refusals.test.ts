import { isFlowSpecError } from 'flowspec'
import { type SimulatedDocument, simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { nodesDocument } from './nodes-document.ts'

const day = { from: '2026-01-05', to: '2026-01-05' }
const daily = '00 00 02 * * ?'

/** The faults that a simulation is refused with, as `rule path`. */
function faults(documents: SimulatedDocument | readonly SimulatedDocument[], options: object = day): string[] {
  try {
    simulate(documents, { ...day, ...options })
    return []
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ rule, path }) => `${rule} ${path}`)
  }
}

describe('what is refused', () => {
  const node = (cron: string, more: object = {}): SimulatedDocument => nodesDocument({ node: { cron, trigger: more } })

  it.each<[string, SimulatedDocument | readonly SimulatedDocument[], object, string[]]>([
    [
      'every fault of every trigger, where it stands',
      [node('every day', { timezone: 'Nowhere' }), node(daily, { endTime: 'never' })],
      {},
      [
        'schedule/cron-syntax /0/spec/nodes/0/trigger/cron',
        'schedule/unknown-zone /0/spec/nodes/0/trigger/timezone',
        'schedule/date-syntax /1/spec/nodes/0/trigger/endTime',
      ],
    ],
    [
      'fields that are no text',
      node(daily, { cron: 5, timezone: 7 }),
      {},
      ['schema/type /spec/nodes/0/trigger/cron', 'schema/type /spec/nodes/0/trigger/timezone'],
    ],
    ['a trigger without a cron', node(daily, { cron: null }), {}, ['schedule/missing-cron /spec/nodes/0/trigger']],
    [
      'all of the options',
      node(daily),
      { from: 'soon', to: '2026-02-30', publishedAt: 'x', maxInstances: 0 },
      [
        'schedule/date-syntax /from',
        'schedule/date-syntax /to',
        'schedule/date-syntax /publishedAt',
        'schema/value /maxInstances',
      ],
    ],
    [
      'a span that ends before it begins',
      node(daily),
      { from: '2026-01-06', to: '2026-01-05' },
      ['schedule/date-order /to'],
    ],
    [
      'too long a span',
      node('00 */5 * * * ?'),
      { from: '1970-01-01', to: '9999-12-31' },
      ['schema/range /maxInstances'],
    ],
    [
      'too many instances of many nodes',
      [node(daily), node(daily)],
      { maxInstances: 1 },
      ['schema/range /maxInstances'],
    ],
    [
      'too many dependencies between instances',
      nodesDocument({
        up: { cron: '00 */1 * * * ?' },
        down: { cron: daily, after: ['up'] },
        down2: { cron: daily, after: ['up'] },
      }),
      { from: '2026-01-05 02:00:00', to: '2026-01-05 02:00:00', maxInstances: 100 },
      ['schema/range /maxInstances'],
    ],
  ])('%s', (_, documents, options, expected) => {
    expect(faults(documents, options)).toEqual(expected)
  })

  it('what is no document', () => {
    expect(faults([JSON.parse('[]')])).toEqual(['document/not-json /0'])
  })

  it('no more than that: a limit that is just enough is enough', () => {
    expect(simulate(node(daily), { ...day, maxInstances: 1 }).instances).toHaveLength(1)
  })
})
