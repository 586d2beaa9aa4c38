import { checkSpec } from 'flowspec'
import { fromDolphinScheduler } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { exportedWorkflow, properties, withTask } from './support/dolphin-export.ts'
import { inShort, nodeIn, workflowIn } from './support/parts-of.ts'

const stepOf = (type: string, params: object, more: object = {}, globals: Readonly<Record<string, string>> = {}) => {
  const { documents, notes } = fromDolphinScheduler(withTask(type, params, more, globals))
  return { node: nodeIn(documents, 'step'), notes, documents }
}

describe('tasks', () => {
  test.each([
    ['SHELL', { rawScript: 'ls' }, 'DIDE_SHELL', 'ls'],
    ['PYTHON', { rawScript: 'print(1)' }, 'PYTHON', 'print(1)'],
    ['SQL', { type: 'MYSQL', datasource: 1, sql: 'select 1' }, 'MYSQL', 'select 1'],
    [
      'SQL',
      { type: 'HIVE', datasource: '1', sql: 'a', preStatements: ['b;'], postStatements: ['c', ' '] },
      'EMR_HIVE',
      'b;\na;\nc;\n',
    ],
    ['SQL', { type: 'CLICKHOUSE', datasource: 1, sql: 'select 1' }, 'CLICK_SQL', 'select 1'],
    [
      'PROCEDURE',
      { type: 'POSTGRESQL', datasource: 2, method: "{call refresh('a')}" },
      'POSTGRESQL',
      "call refresh('a');\n",
    ],
    ['HIVECLI', { hiveCliTaskExecutionType: 'SCRIPT', hiveSqlScript: 'show tables' }, 'EMR_HIVE', 'show tables'],
    ['SPARK', { programType: 'SQL', rawScript: 'select 2' }, 'EMR_SPARK_SQL', 'select 2'],
    [
      'SPARK',
      {
        programType: 'JAVA',
        mainClass: 'a.Main',
        mainJar: { resourceName: '/files/job.jar' },
        deployMode: 'cluster',
        executorMemory: '2G',
        mainArgs: 'x',
      },
      'EMR_SPARK',
      '##@resource_reference{"job.jar"}\nspark-submit --master yarn --deploy-mode cluster --class a.Main --executor-memory 2G job.jar x\n',
    ],
    [
      'MR',
      {
        programType: 'JAVA',
        mainClass: 'a.Count',
        mainJar: { id: 7 },
        resourceList: [{ id: 7, res: 'lib/count.jar' }],
        mainArgs: 'in out',
      },
      'EMR_MR',
      '##@resource_reference{"count.jar"}\ncount.jar a.Count in out\n',
    ],
    ['FLINK', { programType: 'SQL', initScript: 'set a', rawScript: 'insert b' }, 'FLINK_SQL_BATCH', 'set a\ninsert b'],
    ['FLINK_STREAM', { programType: 'SQL', rawScript: 'insert b' }, 'FLINK_SQL_STREAM', 'insert b'],
    ['SQOOP', { jobType: 'CUSTOM', customShell: 'sqoop import' }, 'EMR_SHELL', 'sqoop import'],
  ])('%s with %j is %s', (type, params, command, code) => {
    expect(inShort(stepOf(type, params).node)).toMatchObject({ command, code })
  })

  test.each([
    ['K8S', {}, 'DIDE_SHELL'],
    ['', {}, 'DIDE_SHELL'],
    ['constructor', {}, 'DIDE_SHELL'],
    ['SQL', { type: 'DAMENG', sql: 'select 1' }, 'DIDE_SHELL'],
    ['PROCEDURE', { type: 'MYSQL', method: '{call p(?)}' }, 'MYSQL'],
    ['DATAX', { customConfig: 1, json: '{"password":"secret-word"}' }, 'DI'],
    ['SQOOP', { jobType: 'TEMPLATE' }, 'DI'],
    ['FLINK', { programType: 'JAVA' }, 'FLINK_SQL_BATCH'],
    ['SPARK', { programType: 'JAVA', mainJar: { id: 9 } }, 'EMR_SPARK'],
    ['HIVECLI', { hiveCliTaskExecutionType: 'FILE' }, 'EMR_HIVE'],
  ])('%s with %j is a paused node without code, and told', (type, params, command) => {
    const { node, notes, documents } = stepOf(type, params)
    expect(inShort(node)).toMatchObject({ command, code: undefined })
    expect(node['recurrence']).toBe('Pause')
    expect(notes.filter(({ why }) => why.includes(`paused ${command} node without code`))).toHaveLength(1)
    expect(JSON.stringify([documents, notes])).not.toContain('secret-word')
    // Of types whose code is a job of an engine, the check does not know whether it has to be in the document.
    const isToldByCheck = !/^(?:FLINK|EMR_SPARK)/.test(command)
    expect(checkSpec(documents[0]).some(({ rule }) => rule === 'code/missing')).toBe(isToldByCheck)
  })

  test('of types that the workspace has others for are of those', () => {
    const exported = withTask('SQL', { type: 'HIVE', datasource: 4, sql: 'select 1' })
    const { documents, notes } = fromDolphinScheduler(exported, {
      commands: { HIVE: 'ODPS_SQL' },
      datasources: { '4': 'warehouse' },
      project: 'retail',
    })
    expect(nodeIn(documents, 'step')).toMatchObject({
      datasource: { name: 'warehouse', type: 'odps' },
      script: { runtime: { command: 'ODPS_SQL' } },
      outputs: { nodeOutputs: [{ data: 'retail.step' }] },
    })
    expect(notes).toEqual([])
  })

  test('of DataX between two databases are jobs of Data Integration', () => {
    const { node, notes } = stepOf(
      'DATAX',
      {
        customConfig: 0,
        dsType: 'MYSQL',
        dataSource: 1,
        dtType: 'POSTGRESQL',
        dataTarget: 2,
        sql: "select * from t where d = '${dt}'",
        targetTable: 'ods.t',
        jobSpeedByte: 2_097_152,
      },
      {},
      { dt: '$[yyyyMMdd-1]' },
    )
    const { command, code, parameters } = inShort(node)
    expect(command).toBe('DI')
    expect(JSON.parse(String(code))).toMatchObject({
      steps: [
        {
          stepType: 'mysql',
          parameter: { datasource: 'datasource_1', connection: [{ querySql: ["select * from t where d = '${dt}'"] }] },
        },
        { stepType: 'postgresql', parameter: { datasource: 'datasource_2', table: 'ods.t' } },
      ],
      setting: { speed: { throttle: true, mbps: '2' } },
    })
    expect(parameters).toEqual({ dt: '${workflow.dt}' })
    expect(notes.map(({ what }) => what)).toEqual(['data source 1', 'data source 2', 'DataX job'])
  })

  test('that ask an address call curl, without its secrets', () => {
    const { node, notes } = stepOf(
      'HTTP',
      {
        url: "https://example.com/it's/${dt}",
        httpMethod: 'POST',
        httpParams: [
          { prop: 'Authorization', httpParametersType: 'HEADERS', value: 'Bearer secret-word' },
          { prop: 'a', httpParametersType: 'BODY', value: '1' },
        ],
        httpCheckCondition: 'BODY_CONTAINS',
        condition: 'done',
        connectTimeout: 60_000,
      },
      {},
      { dt: 'x' },
    )
    const { code, parameters } = inShort(node)
    expect(code).toBe(
      [
        'http_authorization=${2}',
        'dt=$1',
        'curl --silent --show-error --request POST \\',
        '  --connect-timeout 60 \\',
        '  --header "Authorization: ${http_authorization}" \\',
        '  --data \'{"a":"1"}\' \\',
        "  'https://example.com/it'\\''s/'\"${dt}\"'' | grep --fixed-strings -- 'done'\n",
      ].join('\n'),
    )
    expect(parameters).toEqual({ '1': '${workflow.dt}', '2': '${workspace.http_authorization}' })
    expect(JSON.stringify(notes)).not.toContain('secret-word')
  })

  test('keep reruns, timeouts, priorities and that they are forbidden', () => {
    const { node, notes } = stepOf(
      'SHELL',
      { rawScript: 'ls' },
      {
        flag: 'NO',
        taskPriority: 'HIGHEST',
        failRetryTimes: '12',
        failRetryInterval: 5,
        timeoutFlag: 'OPEN',
        timeoutNotifyStrategy: 'FAILED',
        timeout: 90,
        delayTime: 3,
        workerGroup: 'etl',
        environmentCode: 123,
        taskGroupId: 4,
      },
    )
    expect(node).toMatchObject({
      recurrence: 'Skip',
      priority: 8,
      rerunTimes: 10,
      rerunInterval: 300_000,
      timeout: 90,
      timeoutUnit: 'MINUTES',
    })
    expect(notes.map(({ what }) => what)).toEqual([
      'delay of 3 minutes',
      'task group 4',
      "worker group 'etl' of step",
      'environment 123 of step',
      '12 reruns after 5 minutes each',
    ])
  })
})

describe('what a task or a schedule has beside', () => {
  test('is told: files, alerts; and the priority of runs is kept', () => {
    const { documents, notes } = fromDolphinScheduler(
      exportedWorkflow({
        tasks: [
          {
            code: 11,
            name: 'step',
            type: 'SHELL',
            params: { rawScript: 'ls', resourceList: [{ resourceName: '/a/b.sh' }] },
          },
        ],
        schedule: { crontab: '0 0 2 * * ?', warningType: 'FAILURE', processInstancePriority: 'HIGH' },
      }),
    )
    expect(notes.map(({ what }) => what)).toEqual(['files /a/b.sh', 'alert on FAILURE'])
    expect(workflowIn(documents[0])['strategy']).toMatchObject({ priority: 7 })
  })
})

describe('parameters', () => {
  test('of a task, its workflow and the system are found in that order', () => {
    const exported = withTask(
      'SQL',
      {
        type: 'MYSQL',
        datasource: 1,
        sql: "select '${dt}', '${other}', '${system.biz.date}', $[yyyyMM], '${unknown}'",
        localParams: properties({ dt: '${base}x' }),
      },
      {},
      { dt: '1', base: '$[yyyyMMdd]', other: '2' },
    )
    const { documents } = fromDolphinScheduler(exported)
    expect(inShort(nodeIn(documents, 'step'))).toMatchObject({
      code: "select '${dt}', '${other}', '${system_biz_date}', ${yyyymm}, '${unknown}'",
      parameters: {
        dt: '${workflow.base}x',
        other: '${workflow.other}',
        system_biz_date: '$bizdate',
        yyyymm: '$[yyyymm]',
      },
    })
  })

  test('that a task sets are told', () => {
    const { notes } = stepOf('SHELL', {
      rawScript: "echo '${setValue(a=1)}'",
      localParams: properties({ a: '' }, 'OUT'),
    })
    expect(notes).toMatchObject([{ place: 'orders › step', what: "parameter 'a' that is set by a task" }])
  })
})
