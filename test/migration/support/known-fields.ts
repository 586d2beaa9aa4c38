/** Fields that say nothing of what runs are named apart: how something is drawn, who changed it and when, and what others say too. */
export interface KnownFields {
  /** Fields that are carried or told, each with a value that is not the usual one. */
  readonly telling: Readonly<Record<string, unknown>>
  readonly quiet: readonly string[]
}

const made = ['id', 'version', 'createTime', 'updateTime', 'userId', 'userName', 'modifyBy', 'projectCode'] as const

/**
 * The settings of tasks of DolphinScheduler beside those that are read, by their types. Source: the classes `…Parameters` of its
 * task plugins, of 1.3 the forms of its console.
 */
export const dolphinParams: readonly (readonly [type: string, own: object, fields: KnownFields])[] = [
  [
    'SQL',
    { type: 'MYSQL', datasource: 4, sql: 'select 1' },
    {
      telling: {
        sqlType: 7,
        preStatements: ['select 0', null],
        postStatements: [null],
        sendEmail: true,
        udfs: '1',
        connParams: 'a=b',
        segmentSeparator: ';',
        sqlSource: 'FILE',
        sqlResource: 'a.sql',
      },
      quiet: ['displayRows', 'limit', 'title', 'groupId', 'receivers', 'receiversCc'],
    },
  ],
  [
    'PROCEDURE',
    { type: 'MYSQL', datasource: 4, method: 'call a()' },
    { telling: { outProperty: { a: {} } }, quiet: [] },
  ],
  ['SHELL', { rawScript: 'ls' }, { telling: { resourceList: [{ id: 1 }], customShellConfig: 'x' }, quiet: [] }],
  ['PYTHON', { rawScript: 'ls' }, { telling: { resourceList: [{ id: 1 }] }, quiet: [] }],
  [
    'HIVECLI',
    { hiveSqlScript: 'select 1' },
    { telling: { hiveCliTaskExecutionType: 'FILE', hiveCliOptions: '-v', resourceList: [{ id: 1 }] }, quiet: [] },
  ],
  [
    'SPARK',
    { programType: 'JAVA', mainJar: { resourceName: 'a.jar' }, mainClass: 'a.B' },
    {
      telling: {
        master: 'k8s://a',
        namespace: 'a',
        sqlExecutionType: 'FILE',
        rawScript: 'select 1',
        deployMode: 'local',
        others: '-x',
      },
      quiet: ['sparkVersion'],
    },
  ],
  [
    'MR',
    { mainJar: { resourceName: 'a.jar' }, mainClass: 'a.B' },
    { telling: { appName: 'a', yarnQueue: 'a', others: '-x', mainArgs: 'x' }, quiet: ['programType'] },
  ],
  [
    'FLINK',
    { programType: 'SQL', rawScript: 'select 1' },
    {
      telling: {
        deployMode: 'cluster',
        slot: 1,
        parallelism: 2,
        appName: 'a',
        taskManager: 2,
        jobManagerMemory: '1G',
        taskManagerMemory: '2G',
        yarnQueue: 'a',
        others: '-x',
        initScript: 'set a=b',
        mainArgs: 'x',
      },
      quiet: ['flinkVersion'],
    },
  ],
  [
    'HTTP',
    { url: 'http://a.example' },
    {
      telling: {
        httpMethod: 'POST',
        httpRequestMethod: 'POST',
        httpParams: [{ prop: 'a', httpParametersType: 'HEADERS', value: 'b' }],
        httpRequestParams: [{ prop: 'a', httpParametersType: 'HEADERS', value: 'b' }],
        httpBody: '{}',
        httpRequestBody: '{}',
        httpCheckCondition: 'BODY_CONTAINS',
        connectTimeout: 5000,
        socketTimeout: 5000,
      },
      quiet: [],
    },
  ],
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
    },
    {
      telling: { jobSpeedByte: 2_097_152, jobSpeedRecord: 100, xms: 1, xmx: 1, json: '{}', preStatements: [null] },
      quiet: [],
    },
  ],
  [
    'SQOOP',
    { jobType: 'CUSTOM', customShell: 'sqoop' },
    { telling: { concurrency: 2, splitBy: 'a', jobName: 'x' }, quiet: [] },
  ],
  ['SUB_PROCESS', { processDefinitionCode: 1 }, { telling: { workflowInstance: 1 }, quiet: [] }],
]

/** What stands in the list of dependencies of a task, and in each of its items. Source: `DependentParameters`, `DependentItem`. */
export const dependenceFields: KnownFields = {
  telling: { checkInterval: 10, failurePolicy: 'DEPENDENT_FAILURE_WAITING', failureWaitingTime: 5 },
  quiet: [],
}
export const dependItemFields: KnownFields = {
  telling: { parameterPassing: true },
  quiet: ['projectCode', 'cycle', 'dependResult', 'state', 'dependentType'],
}

/** Source: the entity `TaskDefinition`; of 1.3 `TaskNode`. */
export const dolphinTaskFields: KnownFields = {
  telling: {
    flag: 'NO',
    isCache: 'YES',
    taskPriority: 'HIGH',
    workerGroup: 'big',
    environmentCode: 7,
    failRetryTimes: 2,
    delayTime: 5,
    taskGroupId: 3,
    cpuQuota: 50,
    memoryMax: 512,
    taskExecuteType: 'STREAMING',
  },
  quiet: [...made, 'taskGroupPriority', 'resourceIds', 'taskParamList', 'taskParamMap', 'projectName'],
}
export const legacyTaskFields: KnownFields = {
  telling: {
    runFlag: 'FORBIDDEN',
    workerGroup: 'big',
    maxRetryTimes: 3,
    delayTime: 5,
    waitStartTimeout: { enable: true },
  },
  quiet: ['id', 'loc', 'depList', 'preTaskNodeList', 'extras', 'workerGroupId'],
}

/** Source: the entities `WorkflowDefinition`, `Schedule` and `WorkflowTaskRelation`. */
export const dolphinProcessFields: KnownFields = {
  telling: {
    flag: 'NO',
    warningGroupId: 4,
    timeout: 5,
    executionType: 'SERIAL_WAIT',
    tenantId: 3,
    tenantCode: 'etl',
    schedule: { a: 1 },
  },
  quiet: [...made, 'locations', 'connects', 'globalParamMap', 'scheduleReleaseState'],
}
export const dolphinScheduleFields: KnownFields = {
  telling: {
    warningType: 'ALL',
    warningGroupId: 4,
    workerGroup: 'big',
    tenantCode: 'etl',
    environmentCode: 7,
    processInstancePriority: 'HIGH',
    failureStrategy: 'END',
  },
  quiet: [...made, 'processDefinitionCode', 'processDefinitionName', 'environmentName', 'definitionDescription'],
}
export const dolphinRelationFields: KnownFields = {
  telling: { conditionType: 'JUDGE', conditionParams: { a: 1 } },
  quiet: [...made, 'name', 'preTaskVersion', 'postTaskVersion', 'processDefinitionVersion', 'processDefinitionCode'],
}
