import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { checkIndex } from '../../src/check/check-spec.ts'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import { at, baseDocument } from './support/base-document.ts'
import { both, edited, set } from './support/edit.ts'

test('a document that is indexed already is checked as it is otherwise, with the same settings', () => {
  const document = edited(baseDocument, both(set(`${at.ods}/priority`, 99), set(`${at.ods}/recurrence`, 'Paused')))
  const options = { rules: { 'schema/enum': 'info' }, suppress: [{ rule: 'schema/range', reason: 'agreed' }] } as const
  expect(checkIndex(indexSpec(document))).toEqual(checkSpec(document))
  expect(checkIndex(indexSpec(document), options)).toEqual(checkSpec(document, options))
  expect(checkIndex(indexSpec(document), options)).toMatchObject([{ rule: 'schema/enum', severity: 'info' }])
})
