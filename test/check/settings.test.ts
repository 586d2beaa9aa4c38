import { type CheckOptions, checkSpec, type Diagnostic, type RuleName, type Suppression } from 'flowspec'
import type { CustomRule } from 'flowspec/rules'
import { sqlRules } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { both, edited, set } from './support/edit.ts'

/** Two nodes with the same warning, an error at the trigger, and a note. */
const document = edited(
  baseDocument,
  both(
    set(`${at.ods}/priority`, 2),
    set(`${at.dwd}/strategy/priority`, 4),
    set(`${at.trigger}/timezone`, 'Mars/Olympus'),
    set(`${at.ods}/colour`, 'red'),
  ),
)

const brief = ({ severity, rule, path }: Diagnostic): string => `${severity} ${rule} ${path}`
const check = (options: CheckOptions): string[] => checkSpec(document, options).map(brief)

const zone = `error schedule/unknown-zone ${at.trigger}/timezone`
const note = `info schema/unknown-field ${at.ods}/colour`
const odsPriority = `warning strategy/priority-console ${at.ods}/priority`
const dwdPriority = `warning strategy/priority-console ${at.dwd}/strategy/priority`
const everything = [note, odsPriority, dwdPriority, zone]

/** Settings as a file may hold them, which no compiler has seen. */
function loose(value: unknown): Suppression {
  return Object.assign({ rule: 'strategy/priority-console', reason: '' } as const, { reason: undefined }, value)
}

/** Severities as a file may hold them. */
function given(rules: unknown): CheckOptions {
  const options: CheckOptions = {}
  return Object.assign(options, { rules })
}

test('without settings every rule keeps its severity', () => {
  expect(check({})).toEqual(everything)
  expect(checkSpec(document).map(brief)).toEqual(everything)
  expect(check({ rules: {}, suppress: [] })).toEqual(everything)
})

describe('severities', () => {
  test.each<[NonNullable<CheckOptions['rules']>, readonly string[]]>([
    [{ 'strategy/priority-console': 'off' }, [note, zone]],
    [{ 'schedule/unknown-zone': 'off', 'schema/unknown-field': 'off' }, [odsPriority, dwdPriority]],
    [{ 'schedule/unknown-zone': 'warning' }, [note, odsPriority, dwdPriority, zone.replace('error', 'warning')]],
    [{ 'schedule/unknown-zone': 'info' }, [note, odsPriority, dwdPriority, zone.replace('error', 'info')]],
    [{ 'schema/unknown-field': 'error' }, [note.replace('info', 'error'), odsPriority, dwdPriority, zone]],
    [{ 'graph/cycle': 'off', 'custom/own': 'error' }, everything],
  ])('%j', (rules, expected) => {
    expect(check({ rules })).toEqual(expected)
  })

  test('of a rule that reads SQL are of no use without it, and that is said', () => {
    const rules = { 'table/unordered-read': 'error' } as const
    const [found] = checkSpec(document, { rules })
    expect(found).toMatchObject({ rule: 'settings/unknown-rule', severity: 'warning', path: '' })
    expect(found?.message).toBe('The settings name table/unordered-read, which this check does not run.')
    expect(found?.hint).toContain('custom: sqlRules()')
    expect(check({ rules, custom: sqlRules() })).toEqual(everything)
    const [unread] = checkSpec(document, { rules: { 'code/unread-sql': 'error' } })
    expect(unread?.message).toBe('The settings name code/unread-sql, which this check does not run.')
    expect(check({ rules: { 'table/unordered-read': 'off' } })).toEqual(everything)
  })

  test('reach the faults that keep a document from being read', () => {
    expect(checkSpec([], { rules: { 'document/not-json': 'off' } })).toEqual([])
    expect(checkSpec([], { rules: { 'document/not-json': 'info' } }).map(brief)).toEqual(['info document/not-json '])
  })

  test('reach what is said of suppressions', () => {
    const suppress = [{ rule: 'graph/cycle', reason: '' }] as const
    expect(check({ suppress, rules: { 'suppression/missing-reason': 'off' } })).toEqual(everything)
    expect(check({ suppress, rules: { 'suppression/missing-reason': 'info' } })).toEqual([
      'info suppression/missing-reason ',
      ...everything,
    ])
  })
})

describe('severities that settings cannot give', () => {
  const own: CustomRule = { name: 'custom/owner', severity: 'error', summary: 'Nodes have owners.', run: () => {} }

  test.each<[string, unknown, string, string, string]>([
    [
      'of a misspelt rule',
      { 'graph/cycles': 'off' },
      'settings/unknown-rule',
      'The settings name "graph/cycles", a rule there is not.',
      'Did you mean "graph/cycle"?',
    ],
    [
      'of no rule at all',
      { nonsense: 'off' },
      'settings/unknown-rule',
      'The settings name "nonsense", a rule there is not.',
      "A team's own rules are called custom/….",
    ],
    [
      'of a misspelt rule of the team',
      { 'custom/ownr': 'off' },
      'settings/unknown-rule',
      'The settings name "custom/ownr", a rule there is not.',
      'Did you mean "custom/owner"?',
    ],
    [
      'of a rule that nothing turns off',
      { 'document/syntax': 'off' },
      'settings/unsilenceable-rule',
      'The settings give document/syntax the severity "off", and no setting reaches that rule.',
      'Take the setting away; flowspec explain document/syntax says what to do instead.',
    ],
    [
      'of another kind',
      { 'graph/cycle': 'warn' },
      'settings/unknown-severity',
      'The settings give graph/cycle the severity "warn".',
      'Use off, info, warning or error.',
    ],
  ])('%s are warned of', (_, rules, rule, message, hint) => {
    const options = { ...given(rules), custom: [own] }
    const [found, ...rest] = checkSpec(document, options)
    expect(found).toMatchObject({ rule, severity: 'warning', message, hint, path: '' })
    expect(rest.map(brief)).toEqual(everything)
  })

  test('change nothing', () => {
    const options = given({ 'schedule/unknown-zone': 'warn' })
    expect(checkSpec(document, options).map(brief)).toEqual(['warning settings/unknown-severity ', ...everything])
  })

  test('can be allowed, and may be left undefined', () => {
    const rules = { nonsense: 'off', 'graph/cycle': undefined, 'settings/unknown-rule': 'off' }
    expect(checkSpec(document, given(rules)).map(brief)).toEqual(everything)
  })
})

describe('suppressions', () => {
  const priority = { rule: 'strategy/priority-console', reason: 'agreed with operations' } as const

  test.each<[string, Partial<Suppression>, readonly string[]]>([
    ['everywhere', {}, [note, zone]],
    ['in the whole document', { path: '' }, [note, zone]],
    ['at a place', { path: `${at.ods}/priority` }, [note, dwdPriority, zone]],
    ['inside a part', { path: at.dwd }, [note, odsPriority, zone]],
    ['inside all of the body', { path: '/spec' }, [note, zone]],
    ['not at a place that begins alike', { path: `${at.ods}/prior` }, everything],
    ['not above the place', { path: `${at.ods}/priority/below` }, everything],
    ['in a node', { node: 'ods' }, [note, dwdPriority, zone]],
    ['in an entity of a node', { node: 'dwd' }, [note, odsPriority, zone]],
    ['not in a node of another name', { node: 'od' }, everything],
  ])('silence a rule %s', (_, part, expected) => {
    expect(check({ suppress: [{ ...priority, ...part }] })).toEqual(expected)
  })

  test('silence the one rule they name', () => {
    expect(check({ suppress: [{ rule: 'schema/unknown-field', reason: 'our own field', node: 'ods' }] })).toEqual([
      odsPriority,
      dwdPriority,
      zone,
    ])
  })

  test('silence no workflow that has the name of a node', () => {
    expect(check({ suppress: [{ rule: 'schedule/unknown-zone', reason: 'known', node: 'orders' }] })).toEqual(
      everything,
    )
  })

  test('silence a node where its dependencies stand', () => {
    const lost = edited(baseDocument, set(at.dwdDepends, { type: 'Normal' }), set(`${at.reportDepends}/output`, 'lost'))
    const reason = 'it comes later'
    const suppress = [
      { rule: 'reference/missing-target', reason, node: 'dwd' },
      { rule: 'reference/unknown-output', reason, node: 'report.daily_1' },
    ] as const
    expect(checkSpec(lost, { suppress })).toEqual([])
    expect(checkSpec(lost)).toHaveLength(2)
  })

  test('several add up', () => {
    const suppress = [
      { ...priority, node: 'ods' },
      { ...priority, node: 'dwd' },
      { rule: 'schedule/unknown-zone', reason: 'the service is on Mars' },
    ] as const
    expect(check({ suppress })).toEqual([note])
  })

  test('silence faults that keep a document from being read', () => {
    expect(checkSpec('text', { suppress: [{ rule: 'document/not-json', reason: 'known' }] })).toEqual([])
  })

  test.each(['', '  ', '\t\n'])('without a reason (%j) silence nothing, which is a fault itself', (reason) => {
    const found = checkSpec(document, { suppress: [{ ...priority, reason, path: at.ods }] })
    expect(found.map(brief)).toEqual([`error suppression/missing-reason ${at.ods}`, ...everything])
    expect(found.find(({ rule }) => rule === 'suppression/missing-reason')?.message).toBe(
      'Rule "strategy/priority-console" is suppressed without a reason, so it is not suppressed.',
    )
  })

  test('for a reason that is no text, or of no rule, say so', () => {
    const suppress: Suppression[] = JSON.parse('[{ "rule": "graph/cycle", "reason": 3 }, { "reason": "known" }, {}]')
    const found = checkSpec(document, { suppress }).filter(({ rule }) => rule.startsWith('suppression/'))
    expect(found.map(({ message }) => message).sort()).toEqual([
      'A rule that has no name is suppressed without a reason, so it is not suppressed.',
      'A suppression names no rule: its rule is undefined.',
      'A suppression names no rule: its rule is undefined.',
      'Rule "graph/cycle" is suppressed for 3, which is no text, so it is not suppressed.',
    ])
  })

  test.each<[RuleName, string]>([
    [JSON.parse('"strategy/priority-consol"'), 'Did you mean "strategy/priority-console"?'],
    [JSON.parse('"Schema/Unknown-Field"'), 'Did you mean "schema/unknown-field"?'],
    [JSON.parse('"nonsense"'), "A team's own rules are called custom/…."],
  ])('of a rule there is not (%s) say so', (rule, hint) => {
    const [found] = checkSpec(document, { suppress: [{ rule, reason: 'because' }] })
    expect(found).toMatchObject({ rule: 'suppression/unknown-rule', severity: 'error', path: '', hint })
    expect(found?.message).toBe(`"${rule}" is suppressed, but no rule has that name.`)
  })

  // The page of rules says of the first ones what to do, and not how they are silenced; the others are about settings.
  test.each<[RuleName, string]>([
    ['document/syntax', 'Take the suppression away; flowspec explain document/syntax says what to do instead.'],
    ['module/unusable', 'Take the suppression away; flowspec explain module/unusable says what to do instead.'],
    [
      'settings/unknown-rule',
      "Take the suppression away; rules: { 'settings/unknown-rule': 'off' } turns the rule off.",
    ],
  ])('of a rule that no suppression silences (%s) say so', (rule, hint) => {
    const [found, ...rest] = checkSpec(document, { suppress: [{ rule, reason: 'because' }] })
    expect(found).toMatchObject({ rule: 'suppression/unsilenceable-rule', severity: 'error', path: '', hint })
    expect(found?.message).toBe(`"${rule}" is suppressed, and no suppression silences that rule.`)
    expect(rest.map(brief)).toEqual(everything)
  })

  test("of a team's own rules are nobody's business", () => {
    expect(check({ suppress: [{ rule: 'custom/owner', reason: 'no owner yet' }] })).toEqual(everything)
  })

  test.each<[unknown, readonly string[]]>([
    [{}, ['suppression/missing-reason']],
    [{ reason: 5 }, ['suppression/missing-reason']],
    [{ reason: null, path: 7 }, ['builder/argument']],
    [{ rule: undefined, reason: 'x' }, ['suppression/unknown-rule']],
    [{ rule: null }, ['suppression/missing-reason', 'suppression/unknown-rule']],
  ])('that no compiler has seen (%j) are diagnostics, not errors', (value, expected) => {
    const found = checkSpec(baseDocument, { suppress: [loose(value)] })
    expect(found.map(({ rule }) => rule)).toEqual(expected)
    expect(found.map(({ path }) => path)).toEqual(expected.map(() => ''))
  })
})
