import { Ajv } from 'ajv'
import fc from 'fast-check'
import { checkSpec, type Diagnostic, isFlowSpecError, readSpec, ruleNames } from 'flowspec'
import { defineRule, reviewSpec, ruleCatalogue, type SarifLog, type SarifResult, toSarif } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from '../support/base-document.ts'
import { both, edited, set } from '../support/edit.ts'
import { sarifSchema } from './support/sarif-schema.ts'

const validate = new Ajv({ allErrors: true }).compile(sarifSchema)

/** The one run of a log that is valid. */
function runOf(log: SarifLog): SarifLog['runs'][number] {
  validate(JSON.parse(JSON.stringify(log)))
  expect(validate.errors).toBeNull()
  const [run] = log.runs
  if (run === undefined) throw new Error('the log has no run')
  return run
}

function only(log: SarifLog): SarifResult {
  const [result, ...others] = runOf(log).results
  if (result === undefined || others.length > 0) throw new Error(`the log has ${others.length + 1} results`)
  return result
}

const document = edited(
  baseDocument,
  both(
    set(`${at.ods}/priority`, 2),
    set(`${at.trigger}/timezone`, 'Mars/Olympus'),
    set(`${at.ods}/colour`, 'red'),
    set(`${at.dwd}/script/content`, 'select ${day}'),
  ),
)
const diagnostics = checkSpec(document)

function told(parts: Partial<Diagnostic>): Diagnostic {
  return { rule: 'graph/cycle', severity: 'error', message: 'm', path: '', docs: '', ...parts }
}

test('a log has a result for each diagnostic, with the level of its severity', () => {
  const { results } = runOf(toSarif(diagnostics))
  expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
    'note schema/unknown-field',
    'warning strategy/priority-console',
    'warning parameter/undeclared',
    'error schedule/unknown-zone',
  ])
})

test('a result stands at the JSON Pointer of its diagnostic, and is told by names', () => {
  const result = runOf(toSarif(diagnostics)).results[1]
  expect(result?.locations).toEqual([
    { logicalLocations: [{ fullyQualifiedName: `${at.ods}/priority`, name: 'ods', kind: 'node' }] },
  ])
  expect(result?.partialFingerprints).toEqual({ 'flowspecFinding/v1': 'strategy/priority-console node ods priority' })
})

test('a log describes the rules that have a result, each once', () => {
  const twice = [...diagnostics, ...diagnostics]
  const { tool, results } = runOf(toSarif(twice, { rulesUri: 'https://example.org/flowspec/rules.md' }))
  expect(tool.driver.rules.map(({ id }) => id)).toEqual([...new Set(diagnostics.map(({ rule }) => rule))].sort())
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  const priority = ruleCatalogue.find(({ name }) => name === 'strategy/priority-console')
  expect(tool.driver.rules.find(({ id }) => id === 'strategy/priority-console')).toEqual({
    id: 'strategy/priority-console',
    shortDescription: { text: priority?.summary },
    fullDescription: { text: priority?.summary },
    help: { text: `${priority?.summary} Why: ${priority?.evidence}` },
    helpUri: 'https://example.org/flowspec/rules.md#strategy-priority-console',
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['strategy'] },
  })
})

test('what is said of every rule is valid', () => {
  const { tool } = runOf(toSarif(ruleNames.map((rule) => told({ rule }))))
  expect(tool.driver.rules.map(({ id }) => id)).toEqual([...ruleNames])
})

test("rules of a team's own are described by themselves", () => {
  const custom = [
    defineRule({ name: 'custom/a', severity: 'info', summary: 'A.', docs: 'https://wiki.example/a', run: () => {} }),
    defineRule({ name: 'custom/b', severity: 'error', summary: 'B {x}.', docs: 'wiki/b', run: () => {} }),
  ]
  const names = ['custom/a', 'custom/b', 'custom/c'] as const
  const { tool } = runOf(
    toSarif(
      names.map((rule) => told({ rule })),
      { custom },
    ),
  )
  expect(
    tool.driver.rules.map(({ help, helpUri, defaultConfiguration }) => [
      help.text,
      helpUri,
      defaultConfiguration.level,
    ]),
  ).toEqual([
    ['A. See https://wiki.example/a', 'https://wiki.example/a', 'note'],
    ['B {{x}}. See wiki/b', undefined, 'error'],
    ["A rule of the team's own.", undefined, 'warning'],
  ])
})

describe('the message', () => {
  test.each([
    ['has the way out behind it', { message: 'It is wrong.', hint: 'Right it.' }, 'It is wrong. Right it.'],
    ['doubles braces, which would hold the place of an argument', { message: '{{id}} {0}' }, '{{{{id}}}} {{0}}'],
    [
      'has no link that a document brought',
      { message: "Node '[x](https://evil.example)'" },
      "Node '[x] (https://evil.example)'",
    ],
    ['has no characters that turn text around', { message: 'a\u202eb\nc' }, 'a\\u202eb\\nc'],
  ])('%s', (_, parts, expected) => {
    expect(only(toSarif([told(parts)])).message.text).toBe(expected)
  })
})

describe('the place', () => {
  const json = JSON.stringify(document, undefined, 2)
  const lines = json.split('\n')

  test('is a file, with line and column when its text is known', () => {
    const { results } = runOf(toSarif(checkSpec(readSpec(json)), { uri: 'pipelines/orders.json', text: json }))
    for (const { locations } of results)
      expect(locations[0]?.physicalLocation?.artifactLocation).toEqual({ uri: 'pipelines/orders.json' })
    const shown = results.map(({ locations }) => {
      const { startLine = 0, startColumn = 0 } = locations[0]?.physicalLocation?.region ?? {}
      return lines[startLine - 1]?.slice(startColumn - 1)
    })
    expect(shown).toEqual(['"red"', '2,', '"select ${day}"', '"Mars/Olympus",'])
  })

  test('is a file alone when nothing more is known', () => {
    expect(only(toSarif([told({})], { uri: 'a.json' })).locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'a.json' },
    })
  })

  test('is where the text of a document has its fault', () => {
    let found: readonly Diagnostic[] = []
    const text = '{\n  "kind": }\n'
    try {
      readSpec(text)
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      found = error.diagnostics
    }
    const { region } = only(toSarif(found, { uri: 'a.json', text })).locations[0]?.physicalLocation ?? {}
    expect(region).toEqual({ startLine: 2, startColumn: 11 })
  })

  test('is the source of the diagnostic before all', () => {
    const source = { file: 'pipelines/my orders.ts', line: 3, column: 7 }
    const options = { uri: 'a.json', text: '{}', places: () => ({ line: 9, column: 9 }) }
    expect(only(toSarif([told({ source })], options)).locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'pipelines/my%20orders.ts' },
      region: { startLine: 3, startColumn: 7 },
    })
  })

  test('is what the caller says, for text that is not JSON', () => {
    const places = (path: string) => (path === '/spec' ? { line: 4, column: 1 } : undefined)
    const { results } = runOf(toSarif([told({ path: '/spec' }), told({ path: '/kind' })], { uri: 'a.yaml', places }))
    expect(results.map(({ locations }) => locations[0]?.physicalLocation?.region?.startLine)).toEqual([4, undefined])
  })

  test.each([
    ['a b/ü?#.json', 'a%20b/%C3%BC%3F%23.json'],
    ['a\\b.json', 'a/b.json'],
    ['/data/a.json', 'file:///data/a.json'],
    ['C:\\data\\a.json', 'file:///C:/data/a.json'],
    ['\\\\host\\a.json', 'file://host/a.json'],
    ['https://example.org/a%20b.json?x=1#y', 'https://example.org/a%20b.json?x=1#y'],
    ['100%.json', '100%25.json'],
    ['\ud800.json', '%EF%BF%BD.json'],
  ])('%j is the address %s', (uri, expected) => {
    expect(only(toSarif([told({})], { uri })).locations[0]?.physicalLocation?.artifactLocation.uri).toBe(expected)
  })
})

describe('what is suppressed', () => {
  const suppress = [{ rule: 'strategy/priority-console', reason: 'agreed with operations' }] as const

  test('is shown with its reason, and everything else as not suppressed', () => {
    const { diagnostics: left, suppressed } = reviewSpec(document, { suppress })
    const { results, tool } = runOf(toSarif(left, { suppressed }))
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['schema/unknown-field', []],
      ['parameter/undeclared', []],
      ['schedule/unknown-zone', []],
      [
        'strategy/priority-console',
        [{ kind: 'external', status: 'accepted', justification: 'agreed with operations' }],
      ],
    ])
    expect(tool.driver.rules).toHaveLength(4)
  })

  test('is not spoken of when nothing is known', () => {
    for (const { suppressions } of runOf(toSarif(diagnostics)).results) expect(suppressions).toBeUndefined()
  })
})

test('whatever a document holds, its log is valid', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (text, value) => {
      const orders = { kind: text, name: text, [text]: value, spec: { nodes: [{ name: text, [text]: value }, value] } }
      const hostile = { rule: 'graph/cycle', severity: 'error', message: text, hint: text, docs: text } as const
      const found = checkSpec(orders)
      runOf(
        toSarif([...found, { ...hostile, path: `/${text}`, subject: { kind: text, name: text } }], { uri: `a${text}` }),
      )
    }),
    { numRuns: 300 },
  )
})

test('several documents are one run', () => {
  const [first, second] = diagnostics
  if (first === undefined || second === undefined) throw new Error('too few diagnostics')
  const { results, tool } = runOf(
    toSarif(
      [
        { uri: 'a.json', diagnostics: [first] },
        { uri: 'b.json', diagnostics: [second], suppressed: [{ diagnostic: first, reason: 'known' }] },
        { uri: 'c.json', diagnostics: [] },
      ],
      { toolVersion: '1.2.3' },
    ),
  )
  expect(
    results.map(({ ruleId, locations, suppressions }) => [
      ruleId,
      locations[0]?.physicalLocation?.artifactLocation.uri,
      suppressions?.length,
    ]),
  ).toEqual([
    [first.rule, 'a.json', 0],
    [second.rule, 'b.json', 0],
    [first.rule, 'b.json', 1],
  ])
  expect(tool.driver).toMatchObject({ name: 'flowspec', version: '1.2.3' })
})

test('nothing found is a log without results', () => {
  expect(runOf(toSarif([]))).toEqual({
    tool: { driver: { name: 'flowspec', rules: [] } },
    columnKind: 'utf16CodeUnits',
    results: [],
  })
})
