import {
  assignment,
  branch,
  combined,
  component,
  dataIntegration,
  dataIntegrationJob,
  datasource,
  doWhile,
  dqcRule,
  external,
  fileResource,
  forEach,
  isFlowSpecError,
  join,
  manualWorkflow,
  node,
  odpsSql,
  paiFlow,
  paramHub,
  project,
  standalone,
  subProcess,
  table,
  triggerWorkflow,
  udf,
  variableOf,
  workflow,
  workflowParameter,
  workspaceParameter,
} from 'flowspec'
import { describe, expect, test } from 'vitest'

/** Good arguments by the names that errors have for them; the names of those of which any number may come have a number. */
type Arguments = Readonly<Record<string, unknown>>

const when: Arguments = { condition: true, step: (given: unknown) => given }

/** The steps of builders of every kind, which are all that entities have. */
const ofAll: Readonly<Record<string, Arguments>> = {
  id: { id: 'i' },
  owner: { owner: 'o' },
  description: { description: 'd' },
  extra: { fields: {} },
  suppress: { rule: 'code/size', reason: 'agreed' },
  when,
}

const ofNodes: Readonly<Record<string, Arguments>> = {
  ...ofAll,
  path: { path: 'p' },
  code: { code: 'select 1' },
  codeFile: { file: 'a.sql' },
  language: { language: 'odps-sql', options: {} },
  runtime: { runtime: {} },
  param: { name: 'n', value: 'v', options: {} },
  datasource: { name: 'n', options: {} },
  resourceGroup: { identifier: 'r', options: {} },
  resources: { 'resource 1': 'r' },
  functions: { 'function 1': 'f' },
  datasets: { 'dataset 1': { identifier: 'i' } },
  output: { data: 'o', options: {} },
  outputVariable: { name: 'n', value: 'v', options: {} },
  reads: { 'table 1': 't' },
  writes: { 'table 1': 't' },
  after: { 'item 1': 'n' },
  afterPrevious: { 'item 1': 'self' },
  strategy: { strategy: {} },
  override: { strategy: {} },
  trigger: { trigger: {} },
  autoParse: { autoParse: true },
}

const ofWorkflows: Readonly<Record<string, Arguments>> = {
  ...ofAll,
  path: { path: 'p' },
  cron: { cron: '00 02 00 * * ?' },
  timezone: { timezone: 'UTC' },
  startTime: { startTime: '1970-01-01 00:00:00' },
  endTime: { endTime: '9999-01-01 00:00:00' },
  delaySeconds: { delay: 1 },
  cycleType: { cycleType: 'Daily' },
  calendar: { calendarId: 1 },
  param: { name: 'n', value: 'v', options: {} },
  strategy: { strategy: {} },
  output: { data: 'o', options: {} },
  after: { 'item 1': external('a.b') },
  afterPrevious: { 'item 1': 'self' },
  citable: { citable: true },
  defaults: { defaults: {} },
  nodes: { 'node 1': odpsSql('a') },
  nodeList: { nodes: [] },
  outputOf: { node: 'a' },
  node: { name: 'a' },
}

const factories = {
  assignment,
  branch,
  combined,
  component,
  dataIntegrationJob,
  datasource,
  doWhile,
  dqcRule,
  fileResource,
  forEach,
  join,
  manualWorkflow,
  node,
  odpsSql,
  paiFlow,
  paramHub,
  subProcess,
  triggerWorkflow,
  udf,
  workflow,
}

const subjects: readonly { of: string; subject: object; methods: Readonly<Record<string, Arguments>> }[] = [
  {
    of: 'the core',
    subject: {
      ...factories,
      external,
      project,
      standalone,
      table,
      variableOf,
      workflowParameter,
      workspaceParameter,
    },
    methods: {
      ...Object.fromEntries(Object.keys(factories).map((name) => [name, { name: 'n' }])),
      node: { name: 'n', command: 'VIRTUAL' },
      assignment: { name: 'n', language: 'odps' },
      external: { output: 'a.b' },
      project: { identifier: 'retail' },
      standalone: { node: odpsSql('a') },
      table: { guid: 'odps.retail.orders' },
      variableOf: { node: odpsSql('a'), variable: 'v', options: {} },
      workflowParameter: { name: 'n' },
      workspaceParameter: { name: 'n' },
    },
  },
  { of: 'a node', subject: odpsSql('n'), methods: ofNodes },
  { of: 'a workflow', subject: workflow('w').nodes(odpsSql('a')), methods: ofWorkflows },
  { of: 'a triggered workflow', subject: triggerWorkflow('w'), methods: { trigger: { identifier: 'oss' } } },
  { of: 'a document of one node', subject: standalone(odpsSql('a')), methods: { ofKind: { kind: 'Node' } } },
  {
    of: 'a branch',
    subject: branch('b'),
    methods: { arm: { arm: 'a', condition: '1 == 1', options: {} }, case: { arm: 'a' } },
  },
  {
    of: 'a join',
    subject: join('j'),
    methods: {
      arm: { arm: 'a', upstream: 'n', options: {} },
      expression: { expression: 'a' },
      result: { status: 'Success' },
    },
  },
  {
    of: 'a for-each loop',
    subject: forEach('e'),
    methods: {
      maxIterations: { rounds: 2 },
      over: { list: 'a,b' },
      parallelism: { rounds: 2 },
      nodes: { 'node 1': odpsSql('a') },
    },
  },
  { of: 'a do-while loop', subject: doWhile('d'), methods: { while: { code: 'select 1', options: {} } } },
  { of: 'a sub-process', subject: subProcess('s'), methods: { runs: { workflow: 'w' } } },
  {
    of: 'a parameter node',
    subject: paramHub('p'),
    methods: { variable: { name: 'n', value: 'v', options: {} } },
  },
  {
    of: 'a project',
    subject: project('retail'),
    methods: { defaults: { defaults: {} }, add: { 'part 1': workflow('w') }, when, build: { options: {} } },
  },
  {
    of: 'a data source',
    subject: datasource('d'),
    methods: { ...ofAll, type: { type: 'odps' }, subType: { subType: 's' }, config: { config: {} } },
  },
  {
    of: 'a data quality rule',
    subject: dqcRule('r'),
    methods: {
      ...ofAll,
      table: { table: 'odps.retail.orders' },
      partition: { expression: 'ds=1' },
      calcEngine: { engine: {} },
      startedBy: { node: 'n' },
      config: { config: {} },
    },
  },
  {
    of: 'a table',
    subject: table('odps.retail.orders'),
    methods: {
      ddl: { statement: 'create table t (a int)' },
      hasPartition: { hasPartition: true },
      isVisible: { isVisible: true },
      calcEngine: { engine: {} },
    },
  },
  {
    of: 'a function',
    subject: udf('f'),
    methods: {
      ...ofAll,
      type: { type: 'MATH' },
      className: { className: 'a.B' },
      resources: { 'resource 1': 'r' },
      armResource: { resource: 'r' },
      embedded: { language: 'python', code: 'pass' },
      embeddedFile: { language: 'python', file: 'a.py' },
      usage: { usage: {} },
    },
  },
  {
    of: 'a resource',
    subject: fileResource('f'),
    methods: { ...ofAll, type: { type: 'python' }, file: { path: 'p', storage: { type: 'oss' }, options: {} } },
  },
  {
    of: 'a component',
    subject: component('c'),
    methods: {
      ...ofAll,
      input: { name: 'n', options: {} },
      output: { name: 'n', options: {} },
      code: { sql: 'select 1' },
      codeFile: { file: 'a.sql' },
      usedWith: { use: {} },
    },
  },
  {
    of: 'a synchronisation task',
    subject: dataIntegration(),
    methods: {
      reader: { plugin: 'mysql', parameter: {}, options: {} },
      writer: { plugin: 'odps', parameter: {}, options: {} },
      step: { category: 'reader', plugin: 'mysql', parameter: {}, options: {} },
      hop: { from: 'a', to: 'b' },
      errorLimit: { limit: 1 },
      speed: { speed: {} },
      setting: { fields: {} },
    },
  },
]

const calls = subjects.flatMap(({ of, subject, methods }) =>
  Object.entries(methods).flatMap(([method, given]) =>
    Object.keys(given).map((argument, at) => ({ of, subject, method, argument, at, given: Object.values(given) })),
  ),
)

function messageOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (isFlowSpecError(error)) return error.diagnostics[0]?.message ?? ''
    throw error
  }
  return ''
}

/** No argument of any call is one. */
const wrong = Symbol('wrong')

describe('an argument of the wrong type', () => {
  test.each(calls)('of $of: $method() names its $argument', ({ subject, method, argument, at, given }) => {
    const called: unknown = Reflect.get(subject, method)
    if (typeof called !== 'function') throw new Error(`there is no ${method}`)
    expect(messageOf(() => Reflect.apply(called, subject, given))).toBe('')
    const message = messageOf(() => Reflect.apply(called, subject, given.with(at, wrong)))
    expect(message.startsWith(`${method}(): ${argument} is `), message).toBe(true)
  })
})
