import { assignment, checkSpec, shell, variableOf, workflow } from 'flowspec'
import { expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { edited, set } from './support/edit.ts'

const flow = workflow('w').cron('00 02 00 * * ?')

test('a variable that its node does not offer is found, also where the node offers none', () => {
  const first = shell('first').code('./first.sh')
  const last = shell('last').code('./last.sh $1').param('1', variableOf('first', 'day'))
  const found = flow.nodes(first, last).check()
  expect(new Set(found.map(({ rule, message }) => `${rule}: ${message}`))).toEqual(
    new Set(["variable/source: 'first' offers no variable of this name."]),
  )
  expect(flow.nodes(first.outputVariable('day', '$[yyyymmdd-1]'), last).check()).toEqual([])
})

test('the result of an assignment is offered by its code', () => {
  const ids = assignment('ids', 'shell').code('echo 1')
  expect(flow.nodes(ids, shell('use').code('./use.sh $1').param('1', ids.result())).check()).toEqual([])
})

const bare = { artifactType: 'Variable', name: 'day', scope: 'NodeContext', type: 'System' }

// Inputs are read from elsewhere; what is offered has its value, or says where that comes from.
test.each<[what: string, group: 'inputs' | 'outputs', fields: object, rules: readonly string[]]>([
  ['offered without value', 'outputs', {}, ['variable/incomplete']],
  ['offered with a value', 'outputs', { value: '$bizdate' }, []],
  ['offered of another node', 'outputs', { node: { output: 'finance.rates' } }, []],
  ['offered as another variable', 'outputs', { referenceVariable: { ...bare, node: { output: 'finance.rates' } } }, []],
  ['offered from another variable', 'outputs', { from: { ...bare, node: { output: 'finance.rates' } } }, []],
  ['read', 'inputs', { inputName: 'd' }, []],
])('a variable %s', (_, group, fields, rules) => {
  const document = edited(baseDocument, set(`${at.dwd}/${group}/variables`, [{ ...bare, ...fields }]))
  expect(checkSpec(document).map(({ rule }) => rule)).toEqual(rules)
})
