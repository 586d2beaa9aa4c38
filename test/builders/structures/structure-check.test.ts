import { assignment, branch, doWhile, external, forEach, join, paramHub, shell, subProcess, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const ids = assignment('ids', 'shell').code('echo 1,2')
const hub = paramHub('hub').variable('day', '$[yyyymmdd-1]').variable('list', ids.result())
const route = branch('route').param('n', hub.take('day')).arm('big', '${n} > 10').arm('small', '${n} <= 10')
const pack = shell('pack').code('x').after(route.case('big'))
const send = shell('send').code('x').after(route.case('small'))
const packed = join('packed')
  .arm('a', pack)
  .arm('b', send, { status: ['Success', 'NotRun'] })
const each = forEach('each').over(ids.result())
const poll = doWhile('poll').nodes(shell('ask').code('x')).while('print(False)', { language: 'python2' }).after(packed)
const loop = each.nodes(shell('last').code('echo $1').param('1', each.item)).after(poll)
const clean = subProcess('clean').runs(external('retail.shared')).after(loop)

const all = workflow('w').cron('00 02 00 * * ?').nodes(ids, hub, route, pack, send, packed, poll, loop, clean)

describe('a workflow of all control structures', () => {
  it.each([{}, { project: 'retail' }])('has nothing the check minds, built with %o', (options) => {
    expect(all.check(options).filter(({ severity }) => severity !== 'info')).toEqual([])
  })
})
