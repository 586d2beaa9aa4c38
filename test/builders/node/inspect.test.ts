import { inspect } from 'node:util'
import { odpsSql, virtual, workflow } from 'flowspec'
import { expect, it } from 'vitest'

it('shows a builder as what it builds', () => {
  expect(inspect(odpsSql('ods').code('select 1'))).toContain("content: 'select 1'")
  expect(inspect(workflow('orders').nodes(virtual('start')), { depth: 6 })).toContain("name: 'start'")
})

it('shows the first faults of many in the message, and holds all of them', () => {
  const nodes = Array.from({ length: 50 }, (_, at) => virtual(`n${at}` as string).after('nowhere' as string))
  const build = () => workflow('w').cron('00 02 00 * * ?').nodeList(nodes).build()
  expect(build).toThrow('50 faults found')
  expect(build).toThrow('… and 30 more in error.diagnostics')
})
