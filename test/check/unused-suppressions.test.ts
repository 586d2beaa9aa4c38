import { type CheckOptions, odpsSql, type Suppression, workflow } from 'flowspec'
import { type CustomRule, reviewSpec } from 'flowspec/rules'
import { sqlRules } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { edited, set } from './support/edit.ts'

/** One warning, of a node. */
const document = edited(baseDocument, set(`${at.ods}/priority`, 2))

describe('suppressions that silence nothing', () => {
  const reason = 'agreed upon'
  const own: CustomRule = { name: 'custom/owner', severity: 'error', summary: 'Nodes have owners.', run: () => {} }
  const unused = (suppress: readonly Suppression[], options: CheckOptions = {}) =>
    reviewSpec(document, { ...options, suppress }).unused.map(({ suppression }) => suppression)

  test.each<[string, Suppression]>([
    ['a rule of which there is nothing to say', { rule: 'graph/cycle', reason }],
    ['a node that has nothing of it', { rule: 'strategy/priority-console', node: 'none', reason }],
    ['a part that has nothing of it', { rule: 'strategy/priority-console', path: at.trigger, reason }],
    ['a rule of reading', { rule: 'document/too-large', reason }],
    ['a rule of building', { rule: 'code/file-unreadable', reason }],
    ['a rule of what is done with documents', { rule: 'schedule/cron-not-carried', reason }],
  ])('are told by a review: %s', (_, one) => {
    expect(unused([one])).toEqual([one])
  })

  test.each<[string, Suppression, CheckOptions]>([
    ['that silences something', { rule: 'strategy/priority-console', reason }, {}],
    ['whose rule is off', { rule: 'graph/cycle', reason }, { rules: { 'graph/cycle': 'off' } }],
    ['of a rule between documents, of a document alone', { rule: 'project/cycle', reason }, {}],
    ['of what the command finds in a folder', { rule: 'project/not-added', reason }, { custom: [] }],
    ['of a rule of the team, where nothing is said of these', { rule: 'custom/owner', reason }, {}],
    ['of SQL, where nothing is said of rules that read it', { rule: 'table/unordered-read', reason }, {}],
    ['of SQL that is not read, likewise', { rule: 'code/unread-sql', reason }, {}],
    ['of faulty rules, where there may be some', { rule: 'settings/faulty-rule', reason }, {}],
    ['that is told of as wrong', { rule: 'graph/cycle', reason: '' }, {}],
    ['when that is turned off', { rule: 'graph/cycle', reason }, { rules: { 'suppression/unused': 'off' } }],
  ])('do not count one %s', (_, one, options) => {
    expect(unused([one], options)).toEqual([])
  })

  test('count one of a rule of the team that found nothing, or that is misspelt', () => {
    const all: Suppression[] = [
      { rule: 'custom/owner', reason },
      { rule: 'custom/ownr', reason },
      { rule: 'table/unordered-read', reason },
    ]
    expect(unused(all, { custom: [own, ...sqlRules()] })).toEqual(all)
  })

  test('count those of rules of the team where there are none, or none of that name', () => {
    const all: Suppression[] = [
      { rule: 'custom/owner', reason },
      { rule: 'table/unordered-read', reason },
      { rule: 'settings/faulty-rule', reason },
    ]
    expect(unused(all, { custom: [] })).toEqual(all)
    expect(unused(all, { custom: [{ ...own, name: 'custom/other' }] })).toEqual(all)
  })

  test('count none of what a build tells, where it told of it', () => {
    const load = odpsSql('load').codeFile('there/is/none.sql')
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(load)
    const suppress: Suppression[] = [{ rule: 'code/file-unreadable', reason }]
    expect(orders.review({ suppress }).unused).toEqual([])
    expect(workflow('orders').cron('00 02 00 * * ?').review({ suppress }).unused).toHaveLength(1)
  })

  test('name the rule of the team that a misspelt one may mean', () => {
    const suppress: Suppression[] = [{ rule: 'custom/ownr', reason }]
    const { unused: found } = reviewSpec(document, { custom: [own], suppress })
    expect(found.map(({ diagnostic: { hint } }) => hint)).toEqual(['Did you mean "custom/owner"?'])
  })

  test('do not count those of a rule that ended with an error', () => {
    const failing: CustomRule = {
      ...own,
      run: () => {
        throw new Error('no owners')
      },
    }
    const all: Suppression[] = [
      { rule: 'custom/owner', reason },
      { rule: 'table/unordered-read', reason },
      { rule: 'code/unread-sql', reason },
      { rule: 'graph/cycle', reason },
    ]
    expect(unused(all, { custom: [failing] })).toEqual(all.slice(3))
  })

  // More unknown fields than a check tells of.
  const fields = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`field${at}`, at]))

  test.each([
    ['that cannot be read', 'text'],
    ['of which not all is told', { ...Object(baseDocument), ...fields }],
  ])('do not count those of a document %s', (_, given) => {
    const { unused: found } = reviewSpec(given, { suppress: [{ rule: 'graph/cycle', reason }] })
    expect(found).toEqual([])
  })

  test('do not count those of a rule that lists no more of a document, as parameter/unused after 100', () => {
    const nodes = Array.from({ length: 101 }, (_, at) => odpsSql(`n${at}`).code('select 1').param('day', '$bizdate'))
    const orders = workflow('orders').cron('00 02 00 * * ?')
    const suppressed = (count: number) =>
      orders.nodes(...nodes.slice(0, count).map((node) => node.suppress('parameter/unused', reason)))
    expect(suppressed(101).review().unused).toEqual([])
    const others: Suppression[] = [{ rule: 'parameter/unused', node: 'none', reason }]
    const found = [99, 100].map((count) => suppressed(count).review({ suppress: others }).unused.length)
    expect(found).toEqual([1, 0])
  })

  test('do not count two that silence the same', () => {
    const all: Suppression[] = [
      { rule: 'strategy/priority-console', reason },
      { rule: 'strategy/priority-console', path: at.ods, reason },
    ]
    expect(unused(all)).toEqual([])
  })

  test('have what there is to say of them, which the check itself does not say', () => {
    const suppress = [{ rule: 'strategy/priority-console', node: 'none', reason }] as const
    const { diagnostics, unused: found } = reviewSpec(document, { suppress })
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['strategy/priority-console'])
    expect(found.map(({ diagnostic }) => diagnostic)).toMatchObject([
      {
        rule: 'suppression/unused',
        severity: 'warning',
        message: 'The suppression of strategy/priority-console for node "none" silences nothing.',
      },
    ])
  })
})
