import { type CheckOptions, checkProject, checkSpec, odpsSql, workflow } from 'flowspec'
import { reviewSpec } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'

/** Two warnings, of which the second is that of node 'b'. */
const orders = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(odpsSql('a').code('select 1').extra({ priority: 2 }), odpsSql('b').code('select 1').extra({ priority: 4 }))
const rule = 'strategy/priority-console'
const both = [`${rule} /spec/workflows/0/nodes/0/priority`, `${rule} /spec/workflows/0/nodes/1/priority`]
const [ofA, ofB] = both
const reason = 'agreed'

/** The right value of each row follows from what the documentation of the settings says of them. */
const rows: readonly (readonly [
  label: string,
  options: unknown,
  wrong: readonly string[],
  found: readonly unknown[],
])[] = [
  ['no object', 5, ['options is 5.'], both],
  ['null', null, ['options is null.'], both],
  ['a list', [], ['options is a list.'], both],
  ['a key there is not', { ruls: { [rule]: 'off' } }, ['options has a key "ruls", which nothing reads.'], both],
  ['a key of the inside of this library', { whole: {} }, ['options has a key "whole", which nothing reads.'], both],
  ['severities that are a list', { rules: [rule] }, ['options.rules is a list.'], both],
  ['own rules that are no list', { custom: {} }, ['options.custom is an object.'], both],
  ['suppressions that are no list', { suppress: { rule, reason } }, ['options.suppress is an object.'], both],
  [
    'a suppression with a misspelt place, which would silence all',
    { suppress: [{ rule, reason, nod: 'a' }] },
    ['options.suppress[0] has a key "nod", which nothing reads.'],
    both,
  ],
  [
    'a suppression among right ones',
    {
      suppress: [
        { rule, reason, node: 'a' },
        { rule, reason, pth: '' },
      ],
    },
    ['options.suppress[1] has a key "pth", which nothing reads.'],
    [ofB],
  ],
  ['a node that is no name', { suppress: [{ rule, reason, node: 7 }] }, ['options.suppress[0].node is 7.'], both],
  ['a path that is none', { suppress: [{ rule, reason, path: [] }] }, ['options.suppress[0].path is a list.'], both],
  ['a suppression that is text', { suppress: [rule] }, [`options.suppress[0] is "${rule}".`], both],
  ['a suppression that is null', { suppress: [null] }, ['options.suppress[0] is null.'], both],
  [
    'two faults, and one setting that is right',
    { custom: 1, ruls: {}, suppress: [{ rule, reason, node: 'b' }] },
    ['options.custom is 1.', 'options has a key "ruls", which nothing reads.'],
    [ofA],
  ],
]

const callsOf = (options: CheckOptions) => ({
  checkSpec: () => checkSpec(orders.toJSON(), options),
  reviewSpec: () => reviewSpec(orders.toJSON(), options).diagnostics,
})

describe('wrong options of a check are told beside what it finds', () => {
  test.each(rows)('%s', (_, given, wrong, found) => {
    for (const [call, run] of Object.entries(callsOf(given as CheckOptions))) {
      const told = run()
      expect(told.filter((one) => one.rule === 'builder/argument').map(({ message }) => message)).toEqual(
        wrong.map((message) => `${call}(): ${message}`),
      )
      expect(told.filter((one) => one.rule === rule).map(({ path }) => `${rule} ${path}`)).toEqual(found)
    }
  })

  test.each(rows)('of a project: %s', (_, given, wrong, found) => {
    const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
    const told = checkProject([orders], (isObject ? { ...given, identifier: 'p' } : given) as { identifier: string })
    const messages = told.filter((one) => one.rule === 'builder/argument').map(({ message }) => message)
    expect(messages).toEqual(wrong.map((message) => `checkProject(): ${message}`))
    expect(told.filter((one) => one.rule === rule).map(({ path }) => `${rule} ${path}`)).toEqual(
      found.map((one) => String(one).replace(' ', ' /documents/0')),
    )
  })

  test('an own rule that is none keeps the others from nothing', () => {
    const told = checkSpec(orders.toJSON(), { custom: [null, 5, { name: 'custom/x' }] as never })
    expect(told.filter((one) => one.rule === 'settings/faulty-rule')).toHaveLength(3)
    expect(told.filter((one) => one.rule === rule)).toHaveLength(2)
  })

  test('a list of documents with holes is one with documents that cannot be read', () => {
    const told = checkProject(Object.assign(new Array(2), { 1: orders }), { identifier: 'p' })
    expect(told.filter((one) => one.path === '/documents/0')).toMatchObject([{ rule: 'document/not-json' }])
    expect(told.filter((one) => one.rule === rule)).toHaveLength(2)
  })
})
