import { exportedWorkflow, type TaskParts } from './dolphin-export.ts'

const property = { prop: 'dt', direct: 'IN', type: 'VARCHAR', value: '$[yyyyMMdd-1]' }
const file = { id: 1, resourceName: 'a.jar', res: 'a.jar', fullName: 'a.jar', name: 'a.jar' }
const item = { definitionCode: 1, definitionName: 'orders', projectName: 'retail', depTaskCode: 1, dateValue: 'today' }
/** What a task waits for that looks at one other. */
export const dependence = (own: object) => ({
  relation: 'AND',
  dependTaskList: [{ relation: 'AND', dependItemList: [own] }],
})

/** What tasks of each type have, all fields that are read among it. */
export const taskParams: readonly (readonly [type: string, params: object])[] = [
  ['SHELL', { rawScript: 'ls', localParams: [property], resourceList: [file] }],
  ['HIVECLI', { hiveSqlScript: 'select 1' }],
  [
    'SQL',
    {
      type: 'MYSQL',
      datasource: 4,
      datasourceName: 'orders',
      sqlType: 0,
      sql: 'select 1',
      preStatements: ['select 0'],
      postStatements: ['select 2'],
      sendEmail: false,
      showType: 'TABLE',
      udfs: '1',
      connParams: 'a=b',
    },
  ],
  ['PROCEDURE', { type: 'MYSQL', datasource: 4, method: 'call a()' }],
  [
    'SPARK',
    {
      programType: 'JAVA',
      deployMode: 'cluster',
      mainJar: file,
      mainClass: 'a.B',
      driverCores: 1,
      driverMemory: '1G',
      numExecutors: 1,
      executorCores: 1,
      executorMemory: '1G',
      appName: 'a',
      yarnQueue: 'a',
      others: '--x',
      mainArgs: 'a',
    },
  ],
  ['MR', { mainJar: file, mainClass: 'a.B', yarnQueue: 'a', others: '-x', mainArgs: 'a' }],
  ['FLINK', { programType: 'SQL', initScript: 'set a=b', rawScript: 'select 1' }],
  [
    'HTTP',
    {
      url: 'http://a.example',
      httpMethod: 'GET',
      httpParams: [{ prop: 'a', httpParametersType: 'PARAMETER', value: 'b' }],
      httpCheckCondition: 'BODY_CONTAINS',
      condition: 'ok',
      connectTimeout: 1000,
      socketTimeout: 1000,
    },
  ],
  ['HTTP', { url: 'http://a.example', httpMethod: 'POST', httpBody: '{}' }],
  [
    'DATAX',
    {
      customConfig: 0,
      dsType: 'MYSQL',
      dtType: 'MYSQL',
      dataSource: 1,
      dataTarget: 2,
      sql: 'select 1',
      targetTable: 't',
      preStatements: ['select 0'],
      postStatements: ['select 2'],
      jobSpeedByte: 0,
    },
  ],
  ['SQOOP', { jobType: 'CUSTOM', customShell: 'sqoop' }],
  ['DEPENDENT', { dependence: dependence(item) }],
  ['SUB_PROCESS', { processDefinitionCode: 1 }],
  [
    'CONDITIONS',
    {
      dependence: dependence({ depTaskCode: 1, status: 'SUCCESS' }),
      conditionResult: { successNode: [1], failedNode: [1] },
    },
  ],
  ['SWITCH', { switchResult: { dependTaskList: [{ condition: "'${dt}' == '1'", nextNode: 1 }], nextNode: 1 } }],
]

/** What tasks have besides. */
const more = {
  description: 'x',
  flag: 'YES',
  taskPriority: 'MEDIUM',
  workerGroup: 'default',
  environmentCode: -1,
  failRetryTimes: 0,
  failRetryInterval: 1,
  timeoutFlag: 'OPEN',
  timeoutNotifyStrategy: 'FAILED',
  timeout: 5,
  delayTime: 0,
  taskGroupId: 0,
  isCache: 'NO',
  cpuQuota: -1,
  memoryMax: -1,
  taskExecuteType: 'BATCH',
}

/** An export of version 3 with two tasks, the second of a type. */
export const coded = (type: string, own: object) => ({
  ...exportedWorkflow({
    tasks: [
      { code: 1, name: 'step', type: 'VIRTUALLY', params: {} },
      { code: 2, name: 'step2', type, params: own, after: [1], more } satisfies TaskParts,
    ],
    schedule: {
      crontab: '0 0 2 * * ? *',
      startTime: '2026-01-01 00:00:00',
      endTime: '2126-01-01 00:00:00',
      timezoneId: 'Asia/Shanghai',
      failureStrategy: 'CONTINUE',
      releaseState: 'ONLINE',
      processInstancePriority: 'MEDIUM',
      warningType: 'NONE',
    },
  }),
  processDefinition: {
    code: 1,
    name: 'orders',
    releaseState: 'ONLINE',
    projectName: 'retail',
    description: 'x',
    globalParams: [property],
    timeout: 0,
    executionType: 'PARALLEL',
  },
})

/** An export of 1.3 with all fields that are read. */
export const legacy = {
  projectName: 'retail',
  processDefinitionName: 'orders',
  processDefinitionId: 3,
  processDefinitionDescription: 'x',
  processDefinitionJson: {
    globalParams: [property],
    timeout: 0,
    tasks: [
      { name: 'step', type: 'SHELL', params: { rawScript: 'ls' }, preTasks: [] },
      {
        name: 'step2',
        type: 'CONDITIONS',
        description: 'x',
        params: { localParams: [property] },
        dependence: dependence({ depTasks: 'step', status: 'SUCCESS' }),
        conditionResult: { successNode: ['step'], failedNode: ['step'] },
        preTasks: ['step'],
        runFlag: 'NORMAL',
        taskInstancePriority: 'MEDIUM',
        workerGroup: 'default',
        maxRetryTimes: '0',
        retryInterval: '1',
        delayTime: 0,
        timeout: { enable: true, strategy: 'FAILED', interval: 5 },
      },
      {
        name: 'step3',
        type: 'DEPENDENT',
        dependence: dependence({ definitionId: 3, definitionName: 'orders', depTasks: 'step', dateValue: 'today' }),
        preTasks: [],
      },
      { name: 'step4', type: 'SUB_PROCESS', params: { processDefinitionId: 3 }, preTasks: [] },
    ],
  },
  scheduleCrontab: '0 0 2 * * ? *',
  scheduleStartTime: '2026-01-01 00:00:00',
  scheduleEndTime: '2126-01-01 00:00:00',
  scheduleFailureStrategy: 'CONTINUE',
  scheduleReleaseState: 'ONLINE',
  scheduleProcessInstancePriority: 'MEDIUM',
  scheduleWarningType: 'NONE',
}
