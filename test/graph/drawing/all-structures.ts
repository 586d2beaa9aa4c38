import { assignment, branch, doWhile, external, forEach, join, paramHub, shell, subProcess, workflow } from 'flowspec'

const ids = assignment('ids', 'shell').code('echo 1,2,3')
const settings = paramHub('settings').variable('day', '$[yyyymmdd-1]').variable('list', ids.result())
const load = shell('load')
  .code('./load.sh $1 $2')
  .param('1', settings.take('day'))
  .param('2', settings.take('list'))
  .after(external('retail.other'))
  .afterPrevious('self')
const clean = subProcess('clean').runs(external('retail.shared_cleaning')).after(load)
const each = forEach('each_day').over(ids.result()).maxIterations(128)
const item = shell('load_day').code('./load.sh $1').param('1', each.item)
const poll = doWhile('poll').maxIterations(20)
const ask = shell('ask').code('./ask.sh $1').param('1', poll.round)
const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10')
const pack = shell('pack').code('./pack.sh').after(route.case('big'))
const send = shell('send').code('./send.sh').after(route.case('small')).afterPrevious(load)
const packed = join('packed')
  .arm('a', pack, { status: ['Success', 'NotRun'] })
  .arm('b', send, { status: ['Success'] })

/** A document with every control structure there is a builder for, and every type of edge. */
export const allStructures: object = workflow('all_structures')
  .cron('00 02 00 * * ?')
  .nodes(
    ids,
    settings,
    load,
    clean,
    each.nodes(item),
    route,
    pack,
    send,
    packed.expression('a or b').afterPrevious('children'),
    poll.nodes(ask).while(`print(${poll.round} < 5)`, { language: 'python2' }).after(packed),
  )
  .build()
