import { type Diagnostic, isFlowSpecError } from 'flowspec'
import { type SarifResult, toJsonReport, toSarif } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'

function told(parts: Partial<Diagnostic>): Diagnostic {
  return { rule: 'graph/cycle', severity: 'error', message: 'm', path: '', docs: '', ...parts }
}

// As programs give them that are not type checked.
const given = (value: unknown) => JSON.parse(JSON.stringify(value))

function resultOf(parts: Partial<Diagnostic>): SarifResult {
  const [result] = toSarif([told(parts)]).runs[0]?.results ?? []
  if (result === undefined) throw new Error('the log has no result')
  return result
}

/** What of a place a result shows. */
const region = (uri: string, startLine: number, startColumn: number) => ({
  artifactLocation: { uri },
  region: { startLine, startColumn },
})

// Source: relatedLocations of SARIF 2.1.0, 3.27.22: locations relevant to understanding the result.
describe('beside where a fault is, a result shows', () => {
  const usedBy = { file: 'orders.ts', line: 3, column: 5 }
  const call = { file: 'main.ts', line: 7, column: 9, name: 'daily' }

  test('the builder that reads a file of code, and the calls that lead to it', () => {
    expect(resultOf({ usedBy, calledFrom: [call] }).relatedLocations).toEqual([
      { physicalLocation: region('orders.ts', 3, 5), message: { text: 'used by' } },
      { physicalLocation: region('main.ts', 7, 9), message: { text: 'calls daily' } },
    ])
  })

  test('nothing where there is none, or no file is known', () => {
    expect(resultOf({})).not.toHaveProperty('relatedLocations')
    expect(resultOf({ usedBy: { line: 3, column: 5 } })).not.toHaveProperty('relatedLocations')
    expect(resultOf({ calledFrom: [] })).not.toHaveProperty('relatedLocations')
  })
})

describe('a result is known again by', () => {
  test.each<[what: string, parts: Partial<Diagnostic>, name: string, print: string]>([
    [
      'kind and name of its subject',
      { path: '/spec/nodes/0/owner', subject: { kind: 'node', name: 'ods', id: '1' } },
      'ods',
      'graph/cycle node ods owner',
    ],
    [
      'the id of one without a name',
      { path: '/spec/nodes/0', subject: { kind: 'node', id: '1' } },
      '1',
      'graph/cycle node 1 nodes',
    ],
    ['the field of one without subject', { path: '/spec/nodes/10/depends/2' }, 'depends', 'graph/cycle depends'],
    ['the rule alone, for a whole document', { path: '' }, '', 'graph/cycle'],
  ])('%s', (_, parts, name, print) => {
    const { locations, partialFingerprints } = resultOf(parts)
    expect(locations[0]?.logicalLocations[0]?.name).toBe(name)
    expect(partialFingerprints).toEqual({ 'flowspecFinding/v1': print })
  })

  test('the beginning and the end of a name that is very long', () => {
    const name = `orders${'x'.repeat(300)}daily`
    const { locations, partialFingerprints } = resultOf({ path: '/a', subject: { kind: 'node', name } })
    const shown = locations[0]?.logicalLocations[0]?.name ?? ''
    expect(shown.length).toBeLessThanOrEqual(200)
    expect(shown).toMatch(/^orders.*daily$/)
    expect(partialFingerprints['flowspecFinding/v1']).toBe(`graph/cycle node ${shown} a`)
  })
})

test('the message begins with the place in names', () => {
  const parts = {
    subject: { kind: 'node', name: 'ods' },
    within: [{ kind: 'workflow', name: 'orders' }],
    hint: 'Mend it.',
  }
  expect(resultOf(parts).message.text).toBe('orders › ods: m Mend it.')
  expect(resultOf({}).message.text).toBe('m')
})

test.each([
  ['http://wiki.example/a', 'http://wiki.example/a'],
  ['https://wiki.example/a', 'https://wiki.example/a'],
  ['see https://wiki.example/a', undefined],
  ['ftp://wiki.example/a', undefined],
])('of %s as the page of a rule the address is %s', (docs, uri) => {
  const custom = [{ name: 'custom/a', severity: 'info', summary: 'A.', docs, run: () => undefined }] as const
  const { rules } = toSarif([told({ rule: 'custom/a' })], { custom }).runs[0]?.tool.driver ?? { rules: [] }
  expect(rules.map(({ helpUri }) => helpUri)).toEqual([uri])
})

test.each([
  ['file:///data/a b.json', 'file:///data/a%20b.json'],
  ['vscode-remote://wsl/a.json', 'vscode-remote://wsl/a.json'],
  ['data/c:/a.json', 'data/c:/a.json'],
  ['a//b.json', 'a//b.json'],
  ['c:/data/a#1.json', 'file:///c:/data/a%231.json'],
  ['data/https://a?b', 'data/https://a%3Fb'],
])('%j is the address %s', (uri, expected) => {
  const [result] = toSarif([told({})], { uri }).runs[0]?.results ?? []
  expect(result?.locations[0]?.physicalLocation?.artifactLocation.uri).toBe(expected)
})

describe('diagnostics beside documents with theirs', () => {
  const mixed = [{ uri: 'b.json', diagnostics: [told({ message: 'b' })] }, told({ message: 'a' })]

  test('are those of the document that the settings describe, which comes first', () => {
    const suppressed = [{ diagnostic: told({ message: 'c' }), reason: 'known' }]
    const report = toJsonReport(given(mixed), { uri: 'a.json', suppressed })
    expect(report.documents.map(({ uri, diagnostics }) => [uri, ...diagnostics.map(({ message }) => message)])).toEqual(
      [
        ['a.json', 'a'],
        ['b.json', 'b'],
      ],
    )
    expect(report.counts).toEqual({ error: 2, warning: 0, info: 0, suppressed: 1 })
  })
})

test('a report shortens names that are very long, wherever they stand', () => {
  const long = 'x'.repeat(300)
  const [document] = toJsonReport([
    told({ subject: { kind: 'node', name: long, id: long }, within: [{ kind: 'workflow', name: long }] }),
  ]).documents
  const [diagnostic] = document?.diagnostics ?? []
  expect(diagnostic?.subject).toEqual({
    kind: 'node',
    name: expect.stringMatching(/^.{1,200}$/),
    id: expect.stringMatching(/^.{1,200}$/),
  })
  expect(diagnostic?.within).toEqual([{ kind: 'workflow', name: expect.stringMatching(/^.{1,200}$/) }])
})

test('a report says nothing of what a diagnostic does not have', () => {
  const [document] = toJsonReport([told({ subject: { kind: 'node', id: '1' } }), told({})]).documents
  expect(document?.diagnostics.map((one) => Object.keys(one).sort())).toEqual([
    ['docs', 'message', 'path', 'place', 'rule', 'severity', 'subject'],
    ['docs', 'message', 'path', 'rule', 'severity'],
  ])
  expect(document?.diagnostics[0]?.subject).toEqual({ kind: 'node', id: '1' })
})

/** What a call throws. */
function thrown(call: () => unknown): string {
  try {
    call()
    return 'nothing'
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n')
  }
}

describe.each([
  ['toSarif', toSarif],
  ['toJsonReport', toJsonReport],
] as const)('%s tells of', (name, report) => {
  test.each([
    ['no list', 5],
    ['a list of numbers', [5]],
    ['a list of texts', ['a']],
    ['a document whose diagnostics are no list', [{ uri: 'a', diagnostics: {} }]],
    ['an object without message', [{ rule: 'graph/cycle' }]],
    ['an object without rule', [{ message: 'm' }]],
    ['a message that is no text', [{ rule: 'graph/cycle', message: 5 }]],
  ])('%s in the place of diagnostics', (_, checked) => {
    const text = thrown(() => report(given(checked)))
    expect(text).toContain(`${name}()`)
    expect(text).toContain('a list of diagnostics, or of { uri, diagnostics }')
  })

  test.each([
    ['uri', 5],
    ['toolVersion', 5],
    ['suppressed', 5],
    ['suppressed', [5]],
    ['suppressed', [{ reason: 'known' }]],
    ['suppressed', [{ diagnostic: {}, reason: 'known' }]],
    ['uris', 'a'],
  ])('%s: %j', (key, value) => {
    const text = thrown(() => report([], given({ [key]: value })))
    expect(text).toContain(`${name}()`)
    expect(text).toContain(key)
  })
})

test.each([
  ['text', 5],
  ['places', 5],
  ['custom', 5],
  ['custom', [{ summary: 'A.' }]],
  ['rulesUri', 5],
])('toSarif tells of %s: %j', (key, value) => {
  expect(thrown(() => toSarif([], given({ [key]: value })))).toContain(key)
})
