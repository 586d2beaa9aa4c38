import {
  component,
  componentSql,
  dataIntegration,
  dataIntegrationJob,
  datasource,
  di,
  dqcRule,
  external,
  type FlowDocument,
  fileResource,
  odpsSql,
  paiFlow,
  shell,
  standalone,
  table,
  triggerWorkflow,
  udf,
  workflow,
} from 'flowspec'

const jar = fileResource('concat.jar')
const latest = component('latest')
  .input('source', { type: 'table' })
  .input('key', { defaultValue: 'id', description: 'of the rows' })
  .output('target', { type: 'table' })
  .code('insert overwrite table @@{target} select * from @@{source} where @@{key} > 0')
const copy = dataIntegration()
  .reader('mysql', { datasource: 'orders_db', table: ['orders'], column: ['*'] })
  .writer('odps', { datasource: 'odps_first', table: 'ods_orders', column: ['*'] })
  .errorLimit(0)
  .speed({ concurrent: 2, throttle: true, mbps: 10 })
const flow = workflow('w').cron('00 02 00 * * ?')
const engine = { type: 'MaxCompute', project: 'p' }

/** Documents of what is none of a workflow, and workflows that use it. */
export const entityFeatures: readonly (readonly [name: string, build: () => FlowDocument])[] = [
  ['resource: jar', () => jar.build()],
  ['resource: python', () => fileResource('count.py').owner('1').description('counts').build()],
  ['resource: on OSS', () => jar.file('jars/concat.jar', { type: 'oss', endpoint: 'oss-cn', bucket: 'b' }).build()],
  ['resource: on HDFS', () => jar.file('/jars/c.jar', { type: 'hdfs', addresses: ['h:1'], hdfsUser: 'u' }).build()],
  ['resource: local', () => fileResource('data.zip').file('data.zip', { type: 'local', root: '/data' }).build()],
  ['resource: of Maven', () => jar.file('g:a:1.0', { type: 'maven' }).build()],
  ['resource: engine', () => jar.datasource('odps_first', { type: 'odps' }).resourceGroup('group_1').build()],
  ['function: of a jar', () => udf('concat').className('com.example.Concat').resources(jar).build()],
  ['function: embedded', () => udf('one').type('math').embedded('python3', 'def f(): return 1').className('f').build()],
  [
    'function: usage',
    () =>
      udf('two')
        .className('a.B')
        .resources('b.jar')
        .usage({ usage: 'u', args: 'a', returns: 'r', example: 'e' })
        .build(),
  ],
  ['component', () => latest.build()],
  ['component: description', () => latest.owner('1').description('the latest').path('shared/latest').build()],
  ['data source', () => datasource('db').type('mysql').subType('rds').config({ jdbcUrl: 'jdbc:mysql://h/db' }).build()],
  [
    'table',
    () => table('odps.p.orders').ddl('create table orders (id bigint)').hasPartition(true).isVisible(true).build(),
  ],
  [
    'quality rule',
    () =>
      dqcRule('no_nulls')
        .table(table('odps.p.orders'))
        .partition('ds=$[yyyymmdd-1]')
        .calcEngine(engine)
        .config({ rule: 1 })
        .startedBy('7635763838174670470')
        .build(),
  ],
  ['Data Integration job', () => dataIntegrationJob('sync').code(copy).build()],
  ['Data Integration node', () => flow.nodes(di('sync').code(copy)).build()],
  ['node with resources', () => flow.nodes(odpsSql('n').code('select 1').resources(jar, 'other.jar')).build()],
  ['node with functions', () => flow.nodes(odpsSql('n').code('select concat()').functions('concat')).build()],
  [
    'node with datasets',
    () => flow.nodes(odpsSql('n').code('select 1').datasets({ identifier: 'd', version: 1, mountPath: '/d' })).build(),
  ],
  [
    'node of a component',
    () =>
      flow.nodes(componentSql('n').component(latest, { inputs: { source: 'a' }, outputs: { target: 'b' } })).build(),
  ],
  [
    'workflow of a trigger',
    () => triggerWorkflow('t').trigger('orders_topic').nodes(odpsSql('n').code('select 1')).build(),
  ],
  ['a node of its own', () => standalone(odpsSql('n').code('select 1').schedule('00 02 00 * * ?')).build()],
  [
    'a node after another document',
    () => standalone(odpsSql('n').code('select 1').schedule('00 02 00 * * ?').after(external('p.o'))).build(),
  ],
  ['a manual node', () => standalone(shell('n').code('echo')).ofKind('ManualNode').build()],
  [
    'a query of the moment',
    () =>
      standalone(odpsSql('n').code('select 1'))
        .ofKind('TemporaryWorkflow')
        .build({ rules: { 'schedule/missing-trigger': 'off' } }),
  ],
  [
    'a PAI flow of its own',
    () => standalone(paiFlow('n').schedule('00 02 00 * * ?').nodes(shell('in').code('echo'))).build(),
  ],
  ['version 1.2.0', () => flow.nodes(odpsSql('n').code('select 1')).build({ version: '1.2.0' })],
]
