import { S } from 'fluent-json-schema'
import { openEnvironment } from '../../../src/config/index.ts'
import { plan } from '../../../src/dataworks/index.ts'
import { indexSpec } from '../../../src/document/index/index-spec.ts'
import { startEmulator } from '../../../src/emulator/index.ts'
import * as core from '../../../src/index.ts'
import { daily, hourly, runs } from '../../../src/schedule/index.ts'
import { simulate } from '../../../src/simulate/index.ts'
import { deriveDependencies, lineage } from '../../../src/sql/index.ts'
import { template } from '../../../src/templates/index.ts'
import { ofBuilders } from '../../support/builder-calls.ts'
import { ofCodegen } from './codegen-calls.ts'
import { configuration, ofAdapter, offline } from './good-adapter-calls.ts'
import { ofMigration } from './migration-calls.ts'

const {
  assignment,
  branch,
  combined,
  component,
  dataIntegration,
  dataIntegrationJob,
  datasource,
  doWhile,
  dqcRule,
  fileResource,
  forEach,
  fromSpec,
  join,
  odpsSql,
  paiFlow,
  paramHub,
  project,
  standalone,
  subProcess,
  table,
  udf,
  virtual,
  workflow,
} = core

const cron = '00 02 00 * * ?'
const start = virtual('v')
const load = odpsSql('load')
  .code('select ${day} ${region}')
  .param('day', '$bizdate')
  .param('region', '${workspace.region}')
  .after(start, core.external('other.rates'))
  .afterPrevious('self')
const orders = workflow('w').cron(cron).nodes(start, load)
const document = orders.build()
const [run] = [...runs({ cron }, { from: '2026-01-01T00:00:00+08:00', count: 1 })]
const diagnostics = workflow('x').path('a/b').check()
const simulation = simulate(document, { from: '2026-01-01', to: '2026-01-02' })
const index = indexSpec(document)
const tables = lineage(workflow('l').cron(cron).nodes(odpsSql('sql').code('insert into t select * from s')))
/** A plan, for which nothing needs to be asked. */
const planOfNothing = async () => await plan(offline, [], { projectId: '1' })

/** One object of each public interface that has methods. */
export const subjects: Readonly<Record<string, () => unknown>> = {
  ComponentBuilder: () => component('c').input('i'),
  DataIntegration: () => dataIntegration(),
  DataIntegrationJobBuilder: () => dataIntegrationJob('d'),
  DatasourceBuilder: () => datasource('d'),
  Plan: async () => await planOfNothing(),
  DerivedDependencies: () => deriveDependencies(orders),
  DqcRuleBuilder: () => dqcRule('d'),
  EngineEntity: () => udf('u'),
  EntityBuilder: () => udf('u'),
  ScriptedEntity: () => udf('u'),
  FileResourceBuilder: () => fileResource('f.py'),
  TableBuilder: () => table('odps.p.t'),
  UdfBuilder: () => udf('u'),
  SpecBuilder: () => fromSpec({ ...document, spec: { ...document.spec, functions: [{ name: 'e' }] } }),
  NodeBuilder: () => odpsSql('n'),
  Project: () => project('p'),
  AssignmentBuilder: () => assignment('a', 'shell'),
  BodySteps: () => forEach('f').nodes(virtual('v')),
  BranchBuilder: () => branch('b').arm('x', '1 > 2'),
  CombinedBuilder: () => combined('c').nodes(virtual('v')),
  DoWhileBuilder: () => doWhile('d').nodes(virtual('v')),
  ForEachBuilder: () => forEach('f').nodes(virtual('v')),
  JoinBuilder: () => join('j').arm('x', 'n'),
  LoopSteps: () => doWhile('d').nodes(virtual('v')),
  NodeFinder: () => orders,
  PaiFlowBuilder: () => paiFlow('p').nodes(virtual('v')),
  ParamHubBuilder: () => paramHub('h').variable('x', 'v'),
  StructureSteps: () => branch('b'),
  SubProcessBuilder: () => subProcess('s'),
  StandaloneNode: () => standalone(virtual('v')),
  VerbatimDocument: () => core.verbatim({ kind: 'Node', version: '2.0.0' }).nodes(virtual('v')),
  Workflow: () => orders,
  IntervalSchedule: () => hourly(),
  Schedule: () => daily('02:00'),
  Entity: () => index.nodes[0]?.entity,
  SpecIndex: () => index,
  Template: () => template({ name: 't', parameters: S.object().prop('name', S.string()), build: () => orders }),
  Simulation: () => simulation,
  DataWorksClient: () => offline,
  EnvironmentProject: async () => (await openEnvironment(configuration, 'prod', { client: offline })).project,
  Emulator: async () => await startEmulator(),
}

/** The client's methods stand in an interface for each family, and are all asked of the client. */
export function isPartOfClient(owner: string | undefined): boolean {
  return owner?.endsWith('Methods') === true
}

/** Interfaces whose methods users write and this library calls. */
export const writtenByUsers: ReadonlySet<string> = new Set([
  'DurationLike',
  'CommandConsole',
  'MatcherResult',
  'DeployOptions',
  'PublishOptions',
  'SubmitBusinessOptions',
  'DeployFilesOptions',
  'ReadWorkspaceOptions',
  'CustomRule',
  'CheckedDocument',
  'DocumentPlaces',
  'SarifOptions',
  'TemplateParts',
  'EndpointOptions',
  'RegionOptions',
  'SendingOptions',
  'WaitForJobOptions',
  'CredentialsClient',
  'Buildable',
  'BuildableProject',
  'ProjectOfEnvironments',
  'OpenEnvironmentOptions',
  'SubmitOptions',
  'OfficialClient',
  'FetchTransportOptions',
  'Transport',
  'TransportResponse',
  'EmulatorOptions',
])

const id = '9'

/** What operations of the service take at least. */
export const ofOperations: readonly unknown[] = [{ projectId: id, id }, {}]

/** Good arguments of each method, by interface and method or by method, and of each function by entry and name. */
export const goodCalls: Readonly<Record<string, readonly unknown[]>> = {
  ...ofBuilders,
  ...ofCodegen,
  ...ofMigration,
  'Workflow.trigger': ['t'],
  'JoinBuilder.arm': ['a', 'n', { status: 'Success' }],
  'JoinBuilder.result': ['Success'],
  'FileResourceBuilder.type': ['jar'],
  'UdfBuilder.resources': ['r'],
  'IntervalSchedule.between': ['08:00', '20:00'],
  'Schedule.from': ['2026-01-01 00:00:00'],
  'IntervalSchedule.from': ['2026-01-01 00:00:00'],
  'Schedule.until': ['2026-01-01 00:00:00'],
  'IntervalSchedule.until': ['2026-01-01 00:00:00'],
  'Entity.child': ['script'],
  'SpecIndex.entitiesOf': ['Node'],
  'SpecIndex.eachEntity': ['Node'],
  'SpecIndex.entityById': ['Node', 'v'],
  'Template.each': [[{ name: 'x' }]],
  'Template.check': [{ name: 'x' }],
  'Simulation.instancesOf': ['v'],
  'Simulation.at': ['2026-01-01T00:02:00+08:00'],
  'Simulation.instance': ['v', '2026-01-01T00:00:00+08:00'],
  'Simulation.codeOf': [simulation.instances[0]],
  'Emulator.addFault': [{ action: 'GetJobStatus', reset: true }],
  'Emulator.review': ['1', 'approve'],
  'Emulator.advance': [1],
  'Emulator.stop': [],
  'Plan.toText': [],
  'DataWorksClient.createWorkflowDefinition': [{ projectId: id, spec: document }, {}],
  'DataWorksClient.importWorkflowDefinition': [{ projectId: id, spec: document }, {}],
  'DataWorksClient.getJobStatus': [{ jobId: id }, {}],
  'DataWorksClient.waitForJob': [{ jobId: id }, {}],
  'DataWorksClient.createBusiness': [{ projectId: id, businessName: 'b' }, {}],
  'DataWorksClient.call': ['ListNodes', { ProjectId: id }, {}],
  'flowspec component': ['c'],
  'flowspec dataIntegration': [],
  'flowspec dataIntegrationJob': ['d'],
  'flowspec datasource': ['d'],
  'flowspec dqcRule': ['d'],
  'flowspec fileResource': ['f'],
  'flowspec table': ['t'],
  'flowspec udf': ['u'],
  'flowspec fromSpec': [document],
  'flowspec componentSql': ['c'],
  'flowspec workflowParameter': ['p'],
  'flowspec workspaceParameter': ['p'],
  'flowspec variableOf': ['n', 'v', {}],
  'flowspec node': ['n', 'ODPS_SQL'],
  'flowspec projectRoot': [],
  'flowspec project': ['p'],
  'flowspec assignment': ['a', 'shell'],
  'flowspec branch': ['b'],
  'flowspec combined': ['c'],
  'flowspec paiFlow': ['p'],
  'flowspec join': ['j'],
  'flowspec doWhile': ['d'],
  'flowspec forEach': ['f'],
  'flowspec paramHub': ['p'],
  'flowspec subProcess': ['s'],
  'flowspec standalone': [virtual('v')],
  'flowspec manualWorkflow': ['w'],
  'flowspec triggerWorkflow': ['w'],
  'flowspec workflow': ['w'],
  'flowspec checkProject': [[document], { identifier: 'p' }],
  'flowspec checkSpec': [document, {}],
  'flowspec formatDiagnostics': [diagnostics],
  'flowspec isFlowSpecError': [new core.FlowSpecError([])],
  'flowspec describePlace': [diagnostics[0]],
  'flowspec convertSpec': [document, { version: '2.0.0' }],
  'flowspec exactNumber': ['1e400'],
  'flowspec readSpec': ['{}'],
  'flowspec writeJson': [document, { indent: 2 }],
  'flowspec/schedule parseCron': [cron],
  'flowspec/schedule fromQuartzCron': ['0 0 9 ? * MON-FRI'],
  'flowspec/schedule toQuartzCron': [cron],
  'flowspec/schedule fromUnixCron': ['30 2 * * 1-5'],
  'flowspec/schedule evaluateParameter': ['$bizdate', { businessDate: '2026-01-01' }],
  'flowspec/schedule evaluateParameters': [{ x: '1' }, run, {}],
  'flowspec/schedule parseParameter': ['$bizdate'],
  'flowspec/schedule printParameter': [[{ kind: 'text', text: 'x' }]],
  'flowspec/schedule renderCode': ['c', {}, {}],
  'flowspec/schedule runs': [{ cron }, { from: '2026-01-01T00:00:00+08:00', count: 1 }],
  'flowspec/schedule calendar': [1, '02:00'],
  'flowspec/schedule daily': ['02:00'],
  'flowspec/schedule everyMinutes': [5],
  'flowspec/schedule atHours': [1],
  'flowspec/schedule hourly': [{ every: 2 }],
  'flowspec/schedule monthly': [[1], '02:00'],
  'flowspec/schedule yearly': [[1], [1], '02:00'],
  'flowspec/schedule lastWeekday': ['FRI', '02:00'],
  'flowspec/schedule nthWeekday': [1, 'FRI', '02:00'],
  'flowspec/schedule weekly': [['FRI'], '02:00'],
  'flowspec/schedule describeCron': [cron, { language: 'en' }],
  'flowspec/schema schemaBundle': [],
  'flowspec/yaml readYaml': ['a: 1'],
  'flowspec/yaml writeYaml': [document],
  'flowspec/rules childEntities': [index.nodes[0]?.entity, 'outputs'],
  'flowspec/rules hasShape': [index.nodes[0]?.entity, 'name'],
  'flowspec/rules pointerOf': [index.nodes[0]?.entity],
  'flowspec/rules readText': [{ a: 'x' }, 'a'],
  'flowspec/rules reviewSpec': [document, {}],
  'flowspec/rules defineRule': [{ name: 'custom/x', severity: 'info', summary: 's', run: () => undefined }],
  'flowspec/rules findingAt': [index.nodes[0]?.entity, 'name', { message: 'm' }],
  'flowspec/rules toJsonReport': [diagnostics, {}],
  'flowspec/rules toSarif': [diagnostics, {}],
  'flowspec/graph cycles': [document],
  'flowspec/graph toDot': [document, {}],
  'flowspec/graph toMermaid': [document, {}],
  'flowspec/graph toSvg': [document, {}],
  'flowspec/graph graphOf': [document],
  'flowspec/graph order': [document],
  'flowspec/graph downstreamOf': [document, 'v'],
  'flowspec/graph upstreamOf': [document, 'v'],
  'flowspec/preview toHtml': [document, { from: '2026-01-01', to: '2026-01-02' }],
  'flowspec/templates template': [{ name: 't', parameters: S.object(), build: () => orders }],
  'flowspec/simulate formatInstances': [simulation, { maxRows: 2 }],
  'flowspec/simulate simulate': [document, { from: '2026-01-01', to: '2026-01-02' }],
  'flowspec/simulate streamInstances': [document, { from: '2026-01-01', to: '2026-01-02' }],
  'flowspec/simulate timelineSvg': [simulation, { width: 500 }],
  'DerivedDependencies.toText': [],
  'flowspec/sql deriveDependencies': [orders, { self: 'previous' }],
  'flowspec/sql downstreamTables': [tables, 't'],
  'flowspec/sql lineage': [document, { project: 'p' }],
  'flowspec/sql lineageToDot': [tables, { direction: 'TB' }],
  'flowspec/sql lineageToMermaid': [tables, { direction: 'TB' }],
  'flowspec/sql lineageToSvg': [tables, { direction: 'TB' }],
  'flowspec/sql sqlRules': [{ among: document }],
  'flowspec/sql toOpenLineage': [document, { namespace: 'n' }],
  'flowspec/sql upstreamTables': [tables, 't'],
  'flowspec/sql tablesOf': ['select 1', { language: 'odps-sql' }],
  ...ofAdapter,
}
