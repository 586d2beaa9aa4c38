import { checkSpec, type Diagnostic } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { append, both, type Edit, edited, remove, set } from './support/edit.ts'

function only(edit: Edit): Diagnostic | undefined {
  const found = checkSpec(edited(baseDocument, edit))
  expect(found).toHaveLength(1)
  return found[0]
}

describe('a diagnostic names field, value and way out', () => {
  test.each<[string, Edit, string, string | undefined]>([
    [
      'a misspelt word',
      set(`${at.ods}/rerunMode`, 'Alowed'),
      'rerunMode is "Alowed", which is none of its words.',
      'Did you mean "Allowed"? It takes Allowed, Denied, FailureAllowed.',
    ],
    [
      'a word that is nothing like any',
      set(`${at.ods}/timeoutUnit`, 'fortnights'),
      'timeoutUnit is "fortnights", which is none of its words.',
      'It takes SECONDS, MINUTES, HOURS.',
    ],
    [
      'a misspelt field',
      set(`${at.ods}/rerunTime`, 3),
      '"rerunTime" is not a field of a node that this library knows.',
      'Did you mean "rerunTimes"?',
    ],
    [
      'a field that nothing is like',
      set(`${at.trigger}/colour`, 3),
      '"colour" is not a field of a trigger that this library knows.',
      undefined,
    ],
    [
      'a number for text',
      set(`${at.ods}/id`, 7635763838174670470n),
      'id is 7635763838174670470, but it takes text.',
      'Write it as text: "7635763838174670470".',
    ],
    ['a number for an object', set(at.trigger, 7), 'trigger is 7, but it takes an object.', undefined],
    ['an object for text', set(`${at.ods}/owner`, {}), 'owner is an object, but it takes text.', undefined],
    ['a list for an object', set(at.trigger, []), 'trigger is a list, but it takes an object.', undefined],
    ['NaN', set(`${at.ods}/timeout`, Number.NaN), 'timeout is NaN, but it takes a whole number.', undefined],
    [
      'a function',
      set(`${at.ods}/timeout`, Math.max),
      'timeout is a function, but it takes a whole number.',
      undefined,
    ],
    [
      'a long text',
      set(`${at.ods}/timeout`, 'x'.repeat(1000)),
      `timeout is "${'x'.repeat(60)}…", but it takes a whole number.`,
      undefined,
    ],
    ['a missing field', remove(`${at.dwd}/name`), 'name is missing; a node must have it.', undefined],
    ['a missing kind', remove('/kind'), 'kind is missing; the document must have it.', undefined],
    [
      'a number that is too large',
      set(`${at.ods}/rerunInterval`, 1_800_001),
      'rerunInterval is 1800001, but it takes at most 1800000.',
      'rerunInterval is in milliseconds: three minutes are 180000.',
    ],
    ['a number that is too small', set(`${at.ods}/priority`, 0), 'priority is 0, but it takes at least 1.', undefined],
    [
      'a version',
      set('/version', '1.1'),
      'version is "1.1", which does not have its form.',
      'A version is three numbers with dots between them, such as 1.1.0.',
    ],
    [
      'an unknown node',
      both(set(`${at.dwdDepends}/nodeId`, 'odz'), remove(`${at.dwdDepends}/output`)),
      "'dwd' comes after 'odz', which is not in the workflow.",
      'Did you mean "ods"?',
    ],
    [
      'an unknown output',
      set(`${at.odsDepends}/output`, 'strat'),
      'Nothing in the document offers the output "strat".',
      'Did you mean "start"?',
    ],
    [
      'an output nothing is like',
      set(`${at.odsDepends}/output`, 'something_else'),
      'Nothing in the document offers the output "something_else".',
      'An output from outside reads project.node.',
    ],
    [
      'the wrong path',
      set(`${at.ods}/script/path`, 'retail/orders/my_ods'),
      `script.path is "retail/orders/my_ods", but its last segment must be the name 'ods'.`,
      'Write "retail/orders/ods".',
    ],
    [
      'the id of a node without a name for it',
      append(`${at.workflow}/nodes`, { id: 'dwd', script: { path: 'n', runtime: { command: 'VIRTUAL' } }, name: 'n' }),
      `Node 'n' has the id 'dwd' of node 'dwd' at ${at.dwd}.`,
      'Give every node an id of its own.',
    ],
    [
      'a name that is an id',
      append(`${at.workflow}/nodes`, {
        name: '7635763838174670470',
        script: { path: '7635763838174670470', runtime: { command: 'VIRTUAL' } },
      }),
      `Node '7635763838174670470' has no id, so dependencies call it '7635763838174670470', which is the id of node 'ods' at ${at.ods}.`,
      'Give every node an id of its own.',
    ],
  ])('%s', (_, edit, message, hint) => {
    const found = only(edit)
    expect(found?.message).toBe(message)
    expect(found?.hint).toBe(hint)
  })

  test('and where to read more', () => {
    expect(only(remove('/kind'))?.docs).toBe('docs/rules.md#schema-missing-field')
  })

  test('and the cycle, from its first node around', () => {
    const found = only(append(`${at.workflow}/dependencies/0/depends`, { type: 'Normal', nodeId: 'report.daily_1' }))
    expect(found?.message).toBe('These wait for one another: ods → dwd → report.daily_1 → ods.')
  })
})

describe('a diagnostic says whose it is', () => {
  test.each<[string, Edit, Diagnostic['subject']]>([
    ['a node', set(`${at.ods}/priority`, 9), { kind: 'node', name: 'ods', id: '7635763838174670470' }],
    ['what a node holds', set(`${at.dwd}/strategy/priority`, 9), { kind: 'node', name: 'dwd', id: 'dwd' }],
    ['a node without id', set(`${at.report}/priority`, 9), { kind: 'node', name: 'report.daily_1' }],
    ['a node without a name that is text', set(`${at.dwd}/name`, 5), { kind: 'node', id: 'dwd' }],
    ['a workflow', set(`${at.trigger}/delaySeconds`, -1), { kind: 'workflow', name: 'orders' }],
    ['nobody', set('/version', '1'), undefined],
    ['the node that waits', set(at.dwdDepends, {}), { kind: 'node', name: 'dwd' }],
  ])('%s', (_, edit, subject) => {
    expect(only(edit)?.subject).toEqual(subject)
  })
})

test('several faults come in the order of their places, each once', () => {
  const many = edited(
    baseDocument,
    ...[...Array(12).keys()].map((place) =>
      append(`${at.workflow}/nodes`, { name: `n${place}`, script: { path: `n${place}`, runtime: {} }, priority: 9 }),
    ),
    set('/version', '1'),
    set('/colour', 'red'),
    remove('/kind'),
  )
  expect(checkSpec(many).map(({ rule, path }) => `${path} ${rule}`)).toEqual([
    ' schema/missing-field',
    '/colour schema/unknown-field',
    ...[...Array(12).keys()].flatMap((place) => [
      `/spec/workflows/0/nodes/${place + 4}/priority schema/range`,
      `/spec/workflows/0/nodes/${place + 4}/script/runtime node/missing-command`,
    ]),
    '/version schema/value',
  ])
})

const bare = (content?: string) => ({
  id: 'a',
  name: 'a',
  script: { path: 'r/a', runtime: { command: 'ODPS_SQL' }, ...(content === undefined ? {} : { content }) },
})

/** A document of one node outside of workflows. */
const outside =
  (kind: string, content?: string): Edit =>
  (document) =>
    Object.assign(document, { kind, version: '2.0.0', metadata: undefined, spec: { nodes: [bare(content)] } })

describe('how grave it is', () => {
  // Source: code of documents of one node stands in a file beside them; exports of nodes outside of workflows have none.
  test.each<[string, Edit, Diagnostic['severity']]>([
    ['no code in a workflow', remove(`${at.dwd}/script/content`), 'warning'],
    ['empty code in a workflow', set(`${at.dwd}/script/content`, ''), 'warning'],
    ['no code of one node', outside('Node'), 'info'],
    ['empty code of one node', outside('Node', ''), 'info'],
    ['no code of a node outside of workflows', outside('CycleWorkflow'), 'info'],
    ['empty code of a node outside of workflows', outside('CycleWorkflow', ''), 'warning'],
    // Source: documents of the reference implementation have 18000 in every loop.
    ['an interval that examples have', set(`${at.ods}/rerunInterval`, 18_000), 'info'],
    ['an interval below a minute', set(`${at.ods}/rerunInterval`, 18_001), 'warning'],
  ])('%s', (_, edit, severity) => {
    expect(only(edit)?.severity).toBe(severity)
  })
})

test('of very many wrong items in a list a thousand are told, and how many more there are', () => {
  const found = checkSpec(
    edited(
      baseDocument,
      set(
        `${at.workflow}/nodes`,
        Array.from({ length: 1003 }, () => 5),
      ),
    ),
  )
  expect(found.filter(({ path }) => path !== `${at.workflow}/nodes`)).toHaveLength(1000)
  const more = found.filter(({ path }) => path === `${at.workflow}/nodes`)
  expect(more).toMatchObject([
    { rule: 'schema/type', message: '3 more items of nodes are not what it takes.', severity: 'error' },
  ])
})
