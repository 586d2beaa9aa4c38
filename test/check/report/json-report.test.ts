import { checkSpec } from 'flowspec'
import { reviewSpec, toJsonReport } from 'flowspec/rules'
import { expect, test } from 'vitest'
import { at, baseDocument } from '../support/base-document.ts'
import { both, edited, set } from '../support/edit.ts'

const document = edited(baseDocument, both(set(`${at.ods}/priority`, 2), set(`${at.trigger}/timezone`, 'Mars/Olympus')))

test('a report counts what was found in a document', () => {
  const diagnostics = checkSpec(document)
  const places = ['orders › ods', 'orders']
  expect(toJsonReport(diagnostics, { uri: 'a.json', toolVersion: '1.2.3' })).toEqual({
    tool: { name: 'flowspec', version: '1.2.3' },
    counts: { error: 1, warning: 1, info: 0, suppressed: 0 },
    documents: [
      { uri: 'a.json', diagnostics: diagnostics.map((one, at) => ({ place: places[at], ...one })), suppressed: [] },
    ],
  })
})

test('a report has what is suppressed, with the reasons', () => {
  const review = reviewSpec(document, { suppress: [{ rule: 'strategy/priority-console', reason: 'agreed' }] })
  const { counts, documents } = toJsonReport(review.diagnostics, { suppressed: review.suppressed })
  expect(counts).toEqual({ error: 1, warning: 0, info: 0, suppressed: 1 })
  expect(documents[0]?.suppressed).toMatchObject([
    { diagnostic: { rule: 'strategy/priority-console', path: `${at.ods}/priority` }, reason: 'agreed' },
  ])
})

test('a report has several documents, those without a fault too', () => {
  const diagnostics = checkSpec(document)
  const report = toJsonReport([
    { uri: 'a.json', diagnostics },
    { uri: 'b.json', diagnostics: [] },
  ])
  expect(report.documents.map(({ uri, diagnostics: found }) => [uri, found.length])).toEqual([
    ['a.json', 2],
    ['b.json', 0],
  ])
  expect(report.counts).toEqual({ error: 1, warning: 1, info: 0, suppressed: 0 })
})

test('a report is what JSON can hold', () => {
  const report = toJsonReport(checkSpec(document))
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(toJsonReport([])).toEqual({
    tool: { name: 'flowspec' },
    counts: { error: 0, warning: 0, info: 0, suppressed: 0 },
    documents: [{ diagnostics: [], suppressed: [] }],
  })
})
