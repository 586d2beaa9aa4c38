import { fromDolphinScheduler } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { exportedWorkflow, properties } from './support/dolphin-export.ts'
import { upstreamOf, workflowIn } from './support/parts-of.ts'

describe('versions', () => {
  const task = (name: string, type: string, params: object, preTasks: readonly string[], more: object = {}) => ({
    id: `tasks-${name}`,
    name,
    type,
    params,
    preTasks,
    runFlag: 'NORMAL',
    maxRetryTimes: '0',
    retryInterval: '1',
    taskInstancePriority: 'MEDIUM',
    workerGroup: 'default',
    timeout: { enable: false, strategy: '' },
    dependence: {},
    conditionResult: { successNode: [''], failedNode: [''] },
    ...more,
  })
  const legacy = (tasks: readonly object[], json: (value: unknown) => unknown) => ({
    projectName: 'retail',
    processDefinitionName: 'orders',
    processDefinitionId: 3,
    processDefinitionConnects: '[]',
    processDefinitionJson: json({ globalParams: properties({ dt: '$[yyyyMMdd-1]' }), tasks, tenantId: -1, timeout: 0 }),
    scheduleCrontab: '0 0 2 * * ? *',
    scheduleStartTime: '2026-01-01 00:00:00',
    scheduleEndTime: '2126-01-01 00:00:00',
    scheduleFailureStrategy: 'CONTINUE',
    scheduleReleaseState: 'ONLINE',
  })
  const dependence = {
    relation: 'AND',
    dependTaskList: [{ relation: 'AND', dependItemList: [{ depTasks: 'load', status: 'SUCCESS' }] }],
  }
  const tasks = [
    task('load', 'SHELL', { rawScript: './load.sh ${dt}', localParams: [] }, []),
    task('check', 'CONDITIONS', {}, ['load'], {
      dependence,
      conditionResult: { successNode: ['done'], failedNode: [''] },
    }),
    task('done', 'SHELL', { rawScript: 'ls', localParams: [] }, ['check'], {
      runFlag: 'FORBIDDEN',
      timeout: { enable: true, strategy: 'FAILED', interval: 30 },
    }),
  ]
  const modern = exportedWorkflow({
    globals: { dt: '$[yyyyMMdd-1]' },
    tasks: [
      { code: 1, name: 'load', type: 'SHELL', params: { rawScript: './load.sh ${dt}' } },
      {
        code: 2,
        name: 'check',
        type: 'CONDITIONS',
        after: [1],
        params: {
          dependence: {
            relation: 'AND',
            dependTaskList: [{ relation: 'AND', dependItemList: [{ depTaskCode: 1, status: 'SUCCESS' }] }],
          },
          conditionResult: { successNode: [3], failedNode: [] },
        },
      },
      {
        code: 3,
        name: 'done',
        type: 'SHELL',
        params: { rawScript: 'ls' },
        after: [2],
        more: { flag: 'NO', timeoutFlag: 'OPEN', timeoutNotifyStrategy: 'FAILED', timeout: 30 },
      },
    ],
    schedule: {
      crontab: '0 0 2 * * ? *',
      startTime: '2026-01-01 00:00:00',
      endTime: '2126-01-01 00:00:00',
      failureStrategy: 'CONTINUE',
      releaseState: 'ONLINE',
    },
    definition: { projectName: 'retail' },
  })
  const { processDefinition, processTaskRelationList, taskDefinitionList, schedule } = modern
  const texts = taskDefinitionList.map((one) => ({ ...one, taskParams: JSON.stringify(one.taskParams) }))

  test.each([
    ['1.3, as text', legacy(tasks, JSON.stringify)],
    ['1.3, as an object', legacy(tasks, (value) => value)],
    ['2.0, parameters as text', { processDefinition, processTaskRelationList, taskDefinitionList: texts, schedule }],
    [
      '3.3, where a process is a workflow',
      {
        workflowDefinition: processDefinition,
        workflowTaskRelationList: processTaskRelationList,
        taskDefinitionList,
        schedule,
      },
    ],
    [
      '3, as the API answers',
      { code: 0, msg: 'success', data: { processDefinition, processTaskRelationList, taskDefinitionList, schedule } },
    ],
    ['3, in a list', [modern]],
  ])('%s say the same', (_, exported) => {
    const { documents, notes } = fromDolphinScheduler(exported)
    const { documents: expected } = fromDolphinScheduler(modern)
    expect(documents).toEqual(expected)
    expect(notes).toEqual([])
    expect(workflowIn(documents[0])).toMatchObject({ script: { path: 'retail/orders' } })
  })

  test('of names in 1.3 find one another', () => {
    const item = {
      projectName: 'retail',
      definitionName: 'orders',
      depTasks: 'load',
      cycle: 'day',
      dateValue: 'today',
      definitionId: 77,
    }
    const wait = {
      ...legacy(
        [
          task('wait', 'DEPENDENT', {}, [], {
            dependence: { relation: 'AND', dependTaskList: [{ relation: 'AND', dependItemList: [item] }] },
          }),
        ],
        JSON.stringify,
      ),
      processDefinitionName: 'later',
      processDefinitionId: 4,
    }
    const { documents, notes } = fromDolphinScheduler([legacy(tasks, JSON.stringify), wait], { project: 'retail' })
    expect(upstreamOf(documents, 'wait')).toEqual(['Normal retail.load'])
    expect(notes).toEqual([])
  })
})
