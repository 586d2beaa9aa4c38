import {
  type AnyNode,
  assignment,
  branch,
  combined,
  doWhile,
  external,
  forEach,
  join,
  node,
  paiFlow,
  paramHub,
  shell,
  subProcess,
  variableOf,
} from 'flowspec'

type Feature = readonly [name: string, nodes: readonly AnyNode[]]

const route = branch('route')
  .param('size', '12')
  .arm('big', '${size} > 10', { desc: 'more' })
  .arm('small', '${size} <= 10')
const pack = shell('pack').code('echo').after(route.case('big'))
const send = shell('send').code('echo').after(route.case('small'))
const ids = assignment('ids', 'shell').code('echo 1,2')
const each = forEach('each').over(ids.result()).maxIterations(64).parallelism(2)
const load = shell('load').code('echo $1').param('1', each.item)
const poll = doWhile('poll').maxIterations(20)
const ask = shell('ask').code('echo $1').param('1', poll.round)
const hub = paramHub('hub')
  .variable('day', '$[yyyymmdd-1]', { description: 'of business' })
  .variable('list', ids.result())

const type = 'PaiOutput'
const read = node('read', 'PAI_FLOW_TF_READ_FILE_DATA')
  .runtime({ paiflowConf: { parameters: [{ name: 'path', value: 'oss://bucket/texts' }] } })
  .outputVariable('data', undefined, { type })
const parse = node('parse', 'PAI_FLOW_RAG_TEXT_PARSE_CHUNK').param('input', variableOf(read, 'data', { type }))
const first = shell('first').code('echo').outputVariable('day', '$[yyyymmdd-1]')
const between = shell('between').code('echo').outputVariable('day', variableOf(first, 'day'))

/** Every control structure, with what it needs around it. */
export const structureFeatures: readonly Feature[] = [
  ['branch', [route, pack, send]],
  [
    'join',
    [
      route,
      pack,
      send,
      join('both')
        .arm('a', pack, { status: ['Success', 'NotRun'] })
        .arm('b', send)
        .expression('a and b')
        .result('Success'),
    ],
  ],
  ['assignment', [ids, shell('use').code('echo $1').param('1', ids.result())]],
  ['for-each', [ids, each.nodes(load)]],
  ['for-each with a chain', [ids, each.nodes(load, shell('verify').code('echo').after(load))]],
  ['for-each over a text', [forEach('texts').over('a,b').nodes(shell('one').code('echo'))]],
  ['do-while', [poll.nodes(ask).while('print(True)', { language: 'python2' })]],
  [
    'loop in a loop',
    [ids, each.nodes(load, poll.nodes(ask).while('print(True)', { language: 'python2' }).after(load))],
  ],
  ['branch in a loop', [ids, each.nodes(route, pack, send)]],
  ['sub-process by output', [subProcess('sub').runs(external('p.shared'))]],
  ['sub-process by id', [subProcess('sub').runs('7635763838174670470')]],
  [
    'parameter node',
    [ids, hub, shell('take').code('echo $1').param('1', hub.take('day')).param('2', hub.take('list'))],
  ],
  ['combined', [combined('import').nodes(shell('in').code('echo'), shell('out').code('echo').after('in'))]],
  ['PAI flow', [paiFlow('chunks').nodes(read, parse)]],
  ['variable passed through', [first, between, shell('last').code('echo $1').param('1', variableOf(between, 'day'))]],
]
