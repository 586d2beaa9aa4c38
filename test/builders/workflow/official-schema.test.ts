import {
  type AnyNode,
  branch,
  combined,
  doWhile,
  type FlowDocument,
  forEach,
  fromSpec,
  join,
  node,
  odpsSql,
  paiFlow,
  readSpec,
  shell,
  triggerWorkflow,
  variableOf,
  virtual,
  workflow,
  workflowParameter,
  writeJson,
} from 'flowspec'
import { describe, expect, it } from 'vitest'
import { officialSchema } from '../../language/schema/support/official-schema.ts'
import { sharedFolder } from '../../support/shared-folder.ts'

const type = 'PaiOutput'
const daily = workflow('w').cron('00 02 00 * * ?')
const flow = (...nodes: readonly AnyNode[]): FlowDocument => daily.nodeList(nodes).build({ project: 'p' })
const read = node('read', 'PAI_FLOW_TF_READ_FILE_DATA').outputVariable('data', undefined, { type })
const parse = node('parse', 'PAI_FLOW_RAG_TEXT_PARSE_CHUNK').param('input', variableOf(read, 'data', { type }))
const route = branch('route').arm('a', 'True').arm('b', 'False')
const a = shell('a').code('x').after(route.case('a'))
const b = shell('b').code('x').after(route.case('b'))
const poll = doWhile('poll').nodes(virtual('ask')).while('print(True)', { language: 'python2' })
const each = forEach('each').over('a,b').nodes(virtual('load'), poll)
const first = shell('first').code('x').outputVariable('day', '$bizdate')
const between = shell('between').code('x').outputVariable('day', variableOf(first, 'day'))

const documents: readonly (readonly [string, FlowDocument])[] = [
  ['a combined node', flow(combined('c').nodes(virtual('x'), virtual('y').after('x')))],
  ['a PAI flow', flow(paiFlow('f').nodes(read, parse))],
  ['a loop in a loop in a combined node', flow(combined('c').nodes(each))],
  ['loops with their bodies beside them', daily.nodes(each).build({ loops: 'siblings' })],
  ['a join with its code', flow(route, a, b, join('j').arm('x', a).arm('y', b).expression('x or y'))],
  ['variables that are offered and passed on', flow(first, between)],
  [
    'a workflow with parameters',
    daily
      .param('day', '$bizdate')
      .nodes(shell('s').param('1', workflowParameter('day')))
      .build(),
  ],
  ['a workflow that a trigger starts', triggerWorkflow('t').trigger('topic').nodes(virtual('v')).build()],
  [
    'a node with everything about its engine',
    flow(
      odpsSql('n')
        .code('select 1')
        .language('odps-sql', { extension: '.sql' })
        .datasource('d', { subType: 's' })
        .resourceGroup('g', { cu: '1', resourceGroupId: '7' })
        .runtime({
          engine: 'MaxCompute',
          commandTypeId: 10,
          template: { type: 'spark' },
          emrJobConfig: { queue: 'default' },
          cdhJobConfig: { queue: 'default' },
          adbJobConfig: { a: 1 },
          lindormJobConfig: { a: 1 },
          sparkConf: { cores: 1 },
          flinkConf: { a: '1' },
          streamJobConfig: { a: true },
          paiflowConf: { parameters: [] },
          maxComputeConf: { quota: 'default' },
          container: { image: 'i', imageId: '1', command: ['a'], args: ['b'], env: [{ name: 'A', value: 'b' }] },
        })
        .output('p.n', { isDefault: true, sourceType: 'System' })
        .reads({ guid: 'odps.p.t', name: 't', hasPartition: true })
        .override({ priorityWeightStrategy: 'Upstream', maxInternalConcurrency: 1 })
        .trigger({ type: 'Custom', identifier: 'topic' }),
    ),
  ],
]

describe.skipIf(sharedFolder === undefined)('the official schema takes', () => {
  const errorsOf = sharedFolder === undefined ? () => [] : officialSchema()

  it.each(documents)('%s', (_, document) => {
    expect(errorsOf(document)).toEqual([])
  })
})

describe('documents of all that builders say', () => {
  it.each(documents)('%s is the same when it is read and built again', (_, document) => {
    const text = writeJson(document)
    expect(writeJson(readSpec(text))).toBe(text)
    expect(writeJson(fromSpec(readSpec(text)).build())).toBe(text)
  })
})
