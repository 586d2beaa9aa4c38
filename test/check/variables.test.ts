import { assignment, shell, variableOf, workflow } from 'flowspec'
import { expect, test } from 'vitest'

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
