import { external, type NodeBuilder } from 'flowspec'
import { daily } from 'flowspec/schedule'

type Feature = readonly [name: string, apply: (node: NodeBuilder) => NodeBuilder]

const codeFile = new URL('./ods_orders.sql', import.meta.url)

/** What can be said of a node, one thing at a time; the node comes after `start`. */
export const nodeFeatures: readonly Feature[] = [
  ['id', (node) => node.id('7635763838174670470')],
  ['path', (node) => node.path('elsewhere/n')],
  ['owner', (node) => node.owner('1107550004253538')],
  ['description', (node) => node.description('说明 "quoted" {{not a reference}} \u2028')],
  ['code', (node) => node.code("select '\\\\', `a`, ${b} -- \n from t")],
  ['code file', (node) => node.codeFile(codeFile)],
  ['language', (node) => node.language('odps-sql')],
  ['parameter', (node) => node.param('bizdate', '$[yyyymmdd-1]')],
  [
    'parameters',
    (node) => node.param('a', '$bizdate').param('b', 'constant', { type: 'Constant' }).param('a', '${yyyymmdd}'),
  ],
  ['parameter of the workspace', (node) => node.param('env', 'prod', { scope: 'Workspace', description: 'where' })],
  ['data source', (node) => node.datasource('odps_first', { type: 'odps' })],
  ['resource group', (node) => node.resourceGroup('group_1', { cu: '0.25' })],
  ['outputs', (node) => node.output('p.n_out').output('p.n_more', { refTableName: 'more' })],
  ['tables', (node) => node.reads('odps.p.a', 'odps.p.b').writes('odps.p.c')],
  ['external upstream', (node) => node.after(external('other.orders'))],
  ['previous cycle', (node) => node.afterPrevious('self')],
  ['children of the previous cycle', (node) => node.afterPrevious('children')],
  ['another node of the previous cycle', (node) => node.afterPrevious(external('other.orders'))],
  ['timeout', (node) => node.strategy({ timeout: { value: 90, unit: 'MINUTES' } })],
  ['reruns', (node) => node.strategy({ rerunMode: 'Allowed', rerunTimes: 3, rerunInterval: 60_000 })],
  ['recurrence', (node) => node.strategy({ recurrence: 'Skip', instanceMode: 'Immediately' })],
  ['priority', (node) => node.strategy({ priority: 8, ignoreBranchConditionSkip: true })],
  ['schedule of its own', (node) => node.schedule(daily('05:00'))],
  ['trigger of its own', (node) => node.trigger({ cron: '00 30 01 * * ?', timezone: 'UTC', delaySeconds: 60 })],
  ['runtime', (node) => node.runtime({ engine: 'EMR', emrJobConfig: { submitMode: 'Yarn', cores: 2 } })],
  ['Spark and Flink', (node) => node.runtime({ sparkConf: { 'spark.executor.memory': '2g' }, flinkConf: { a: '1' } })],
  ['container', (node) => node.runtime({ container: { image: 'python:3.12' } })],
  ['output variable', (node) => node.outputVariable('day', '$[yyyymmdd-1]', { description: 'of business' })],
  ['strategy of its own', (node) => node.override({ failureStrategy: 'Continue', rerunTimes: 1 })],
  ['parsed dependencies', (node) => node.autoParse(true)],
  ['extra', (node) => node.extra({ metadata: { container: { type: 'Flow', uuid: '1' } }, own: [{ deep: [null] }] })],
]
