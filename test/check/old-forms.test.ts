import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { append, edited } from './support/edit.ts'

test('the old word for the type of an output is a warning, for readers still take it', () => {
  const output = { data: 'finance.rates', artifactType: 'Output' }
  const found = checkSpec(edited(baseDocument, append(`${at.dwd}/outputs/nodeOutputs`, output)))
  expect(found.map(({ rule, severity, hint }) => ({ rule, severity, hint }))).toEqual([
    { rule: 'schema/enum', severity: 'warning', hint: 'Write NodeOutput.' },
  ])
})

test('a node outside the document needs no name: it is known by its output', () => {
  const nodes = [{ id: 'rates', reference: { output: 'finance.rates' } }, { id: 'other' }]
  const found = checkSpec({ kind: 'Node', version: '1.1.0', spec: { nodes } })
  const missing = found.filter(({ rule }) => rule === 'schema/missing-field')
  expect(missing.map(({ path }) => path)).toEqual(['/spec/nodes/1'])
})
