/** The JSON Pointers of the parts of {@link baseDocument} that tests change. */
export const at = {
  spec: '/spec',
  workflow: '/spec/workflows/0',
  trigger: '/spec/workflows/0/trigger',
  strategy: '/spec/workflows/0/strategy',
  /** A VIRTUAL node, on which `ods` depends by output. */
  start: '/spec/workflows/0/nodes/0',
  /** An ODPS_SQL node with nearly every field there is. */
  ods: '/spec/workflows/0/nodes/1',
  /** Depends on `ods` by id and output, and on its own previous cycle. */
  dwd: '/spec/workflows/0/nodes/2',
  /** Depends on `dwd`, on a node of another workflow, and on the previous cycle of `ods`. */
  report: '/spec/workflows/0/nodes/3',
  odsDepends: '/spec/workflows/0/dependencies/0/depends/0',
  dwdDepends: '/spec/workflows/0/dependencies/1/depends/0',
  reportDepends: '/spec/workflows/0/dependencies/2/depends/0',
} as const

const output = (data: string) => ({ nodeOutputs: [{ data, artifactType: 'NodeOutput', refTableName: data }] })

const start = {
  id: 'start',
  name: 'start',
  script: { path: 'retail/orders/start', runtime: { command: 'VIRTUAL' } },
  inputs: { nodeOutputs: [{ data: 'retail_root', artifactType: 'NodeOutput' }] },
  outputs: output('start'),
}

const ods = {
  id: '7635763838174670470',
  name: 'ods',
  owner: '1107550004253538',
  description: 'Orders as they come',
  script: {
    path: 'retail/orders/ods',
    language: 'odps-sql',
    runtime: { engine: 'MaxCompute', command: 'ODPS_SQL', commandTypeId: 10, cu: '0.25' },
    content: 'select 1 -- ${bizdate}',
    parameters: [
      { name: 'bizdate', artifactType: 'Variable', scope: 'NodeParameter', type: 'System', value: '$[yyyymmdd-1]' },
    ],
  },
  recurrence: 'Normal',
  priority: 5,
  timeout: 2,
  timeoutUnit: 'HOURS',
  instanceMode: 'T+1',
  rerunMode: 'Allowed',
  rerunTimes: 10,
  rerunInterval: 1_800_000,
  ignoreBranchConditionSkip: false,
  autoParse: true,
  datasource: { name: 'odps_first', type: 'odps' },
  runtimeResource: { resourceGroup: 'S_res_group_1_2' },
  inputs: {
    tables: [{ guid: 'odps.retail.raw_orders', artifactType: 'Table', hasPartition: true }],
  },
  outputs: output('ods_out'),
  metadata: { anything: { is: ['fine'] } },
}

const dwd = {
  id: 'dwd',
  name: 'dwd',
  script: { path: 'retail/orders/dwd', runtime: { command: 'ODPS_SQL' }, content: 'select 2' },
  strategy: { priority: 3, rerunMode: 'FailureAllowed', rerunTimes: 1, timeout: 30, timeoutUnit: 'MINUTES' },
  inputs: {},
  outputs: output('dwd'),
}

const report = {
  name: 'report.daily_1',
  script: { path: 'retail/orders/report.daily_1', runtime: { commandTypeId: 6 }, content: 'echo 1' },
  outputs: output('report.daily_1'),
}

/** A document nothing can be said of. Tests take a copy and make one fault in it. */
export const baseDocument: object = {
  kind: 'CycleWorkflow',
  version: '1.1.0',
  metadata: { owner: '1' },
  spec: {
    name: 'orders',
    type: 'CycleWorkflow',
    workflows: [
      {
        name: 'orders',
        owner: '1107550004253538',
        script: { path: 'retail/orders', runtime: { command: 'WORKFLOW' } },
        trigger: {
          type: 'Scheduler',
          cron: '00 02 00 * * ?',
          startTime: '1970-01-01 00:00:00',
          endTime: '9999-01-01 00:00:00',
          timezone: 'Asia/Shanghai',
          delaySeconds: 0,
        },
        strategy: {
          priority: 1,
          timeout: 0,
          instanceMode: 'T+1',
          rerunMode: 'Allowed',
          rerunTimes: 3,
          rerunInterval: 180_000,
          failureStrategy: 'Break',
        },
        inputs: {},
        outputs: output('retail.orders'),
        nodes: [start, ods, dwd, report],
        dependencies: [
          { nodeId: ods.id, depends: [{ type: 'Normal', output: 'start', refTableName: 'start' }] },
          {
            nodeId: 'dwd',
            depends: [{ type: 'Normal', nodeId: ods.id, output: 'ods_out' }, { type: 'CrossCycleDependsOnSelf' }],
          },
          {
            nodeId: 'report.daily_1',
            depends: [
              { type: 'Normal', output: 'dwd' },
              { type: 'Normal', output: 'finance.rates' },
              { type: 'CrossCycleDependsOnOtherNode', nodeId: ods.id },
            ],
          },
        ],
      },
    ],
  },
}
