import { checkProject, checkSpec } from 'flowspec'
import { fromDolphinScheduler } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { exportedWorkflow, type TaskParts, withTask } from './support/dolphin-export.ts'
import { at, nodeIn, upstreamOf, workflowIn } from './support/parts-of.ts'

describe('ways between tasks', () => {
  test('are dependencies, and those of codes beyond 2^53 too', () => {
    const text = JSON.stringify([
      exportedWorkflow({
        tasks: [
          { code: 'A1', name: 'a', type: 'SHELL' },
          { code: 'A2', name: 'b', type: 'SHELL', after: ['A1'] },
          { code: 'A3', name: 'c', type: 'SHELL', after: ['A2'] },
        ],
      }),
    ]).replaceAll(/"A(\d)"/g, '900719925474099300$1')
    const { documents } = fromDolphinScheduler(text)
    expect(upstreamOf(documents, 'b')).toEqual(['Normal a'])
    expect(upstreamOf(documents, 'c')).toEqual(['Normal b'])
  })

  test('of a switch are arms, of which one is taken', () => {
    const tasks = [
      {
        code: 1,
        name: 'route',
        type: 'SWITCH',
        params: {
          switchResult: {
            dependTaskList: [
              { condition: '${n} > 3 && ${kind} === "a"', nextNode: 2 },
              { condition: '!(${n} < 1)', nextNode: 3 },
            ],
            nextNode: 2,
          },
        },
      },
      { code: 2, name: 'left', type: 'SHELL', params: { rawScript: 'ls' }, after: [1] },
      { code: 3, name: 'right', type: 'SHELL', params: { rawScript: 'ls' }, after: [1] },
    ]
    const { documents, notes } = fromDolphinScheduler(exportedWorkflow({ tasks, globals: { n: '5', kind: 'a' } }))
    const conditions = at(nodeIn(documents, 'route'), 'branch', 'branches')
    expect(conditions).toMatchObject([
      {
        when: `(\${n} > 3 and '\${kind}' == "a") or (not (\${n} > 3 and '\${kind}' == "a") and not (not (\${n} < 1)))`,
      },
      { when: `not (\${n} > 3 and '\${kind}' == "a") and (not (\${n} < 1))` },
    ])
    expect(upstreamOf(documents, 'left')).toEqual(['Normal route_left'])
    expect(upstreamOf(documents, 'right')).toEqual(['Normal route_right'])
    expect(notes).toEqual([])
    expect(checkSpec(documents[0]).filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  // DagHelper of its master: `isTaskNodeNeedSkip` leaves a task out when all that it waits for were left out, and
  // `isTaskDepsComplete` does not wait for those.
  describe('behind the arms of a switch', () => {
    const shellTask = (code: number, name: string, ...after: readonly number[]) => ({
      ...{ code, name, type: 'SHELL', params: { rawScript: 'ls' } },
      ...(after.length === 0 ? {} : { after }),
    })
    const switchTo = (code: number, name: string, left: number, right: number, ...after: readonly number[]) => ({
      ...{ code, name, type: 'SWITCH' },
      params: { switchResult: { dependTaskList: [{ condition: '${n} > 3', nextNode: left }], nextNode: right } },
      ...(after.length === 0 ? {} : { after }),
    })
    const route = [switchTo(1, 'route', 2, 3), shellTask(2, 'full', 1), shellTask(3, 'quick', 1)]
    const migrated = (...more: readonly TaskParts[]) =>
      fromDolphinScheduler(exportedWorkflow({ tasks: [...route, ...more], globals: { n: '5' } }))

    test.each([
      ['of both arms', [shellTask(4, 'last', 2, 3)], ['full', 'quick']],
      ['of both arms and more steps', [shellTask(4, 'sum', 2), shellTask(5, 'last', 4, 3)], ['sum', 'quick']],
      ['of an arm and of no switch', [shellTask(4, 'other'), shellTask(5, 'last', 3, 4)], ['quick', 'other']],
    ])('a join waits for what comes %s', (_name, more, waited) => {
      const { documents, notes } = migrated(...more)
      expect(upstreamOf(documents, 'last')).toEqual(['Normal last_join'])
      expect(upstreamOf(documents, 'last_join')).toEqual(waited.map((name) => `Normal ${name}`))
      const arms = at(nodeIn(documents, 'last_join'), 'join', 'branches')
      expect(arms).toMatchObject(waited.map(() => ({ assertion: { in: ['1', '2'] } })))
      expect(notes).toEqual([])
      expect(checkSpec(documents[0]).filter(({ severity }) => severity !== 'info')).toEqual([])
    })

    test.each([
      ['an arm alone', [shellTask(4, 'a', 2), shellTask(5, 'b', 2), shellTask(6, 'last', 4, 5)], ['a', 'b']],
      [
        'what has met already',
        [shellTask(4, 'met', 2, 3), shellTask(5, 'other'), shellTask(6, 'last', 4, 5)],
        ['met', 'other'],
      ],
    ])('nothing meets behind %s', (_name, more, waited) => {
      const { documents } = migrated(...more)
      expect(upstreamOf(documents, 'last')).toEqual(waited.map((name) => `Normal ${name}`))
    })

    test('of another switch what meets is told, since it may have to be left out', () => {
      const inner = [
        switchTo(4, 'inner', 5, 6, 2),
        shellTask(5, 'x', 4),
        shellTask(6, 'y', 4),
        shellTask(7, 'last', 5, 6),
      ]
      const { documents, notes } = migrated(...inner)
      expect(upstreamOf(documents, 'last')).toEqual(['Normal last_join'])
      expect(notes).toMatchObject([
        { place: 'orders › last', what: 'ways of a switch that meet behind another switch' },
      ])
    })

    test('of one that is the arm itself is told', () => {
      const second = [switchTo(5, 'second', 4, 6), shellTask(4, 'late', 5, 2), shellTask(6, 'rest', 5)]
      const { notes } = migrated(...second)
      expect(notes).toMatchObject([{ place: 'orders › late', what: 'ways of a switch that meet' }])
    })
  })

  test.each(['java.lang.Runtime.getRuntime()', '${a} >', ''])('of a switch on %j are told', (condition) => {
    const { notes } = fromDolphinScheduler(
      withTask('SWITCH', { switchResult: { dependTaskList: [{ condition, nextNode: 2 }], nextNode: 3 } }),
    )
    expect(notes).toMatchObject([{ what: 'conditions of a switch' }])
  })

  test('of a condition wait for success, and those for failures are skipped', () => {
    const dependence = {
      relation: 'OR',
      dependTaskList: [
        {
          relation: 'AND',
          dependItemList: [
            { depTaskCode: 1, status: 'SUCCESS' },
            { depTaskCode: 2, status: 'SUCCESS' },
          ],
        },
        { relation: 'AND', dependItemList: [{ depTaskCode: 2, status: 'SUCCESS' }] },
      ],
    }
    const tasks = [
      { code: 1, name: 'a', type: 'SHELL', params: { rawScript: 'ls' } },
      { code: 2, name: 'b', type: 'SHELL', params: { rawScript: 'ls' } },
      {
        code: 3,
        name: 'both',
        type: 'CONDITIONS',
        params: { dependence, conditionResult: { successNode: [4], failedNode: [5] } },
        after: [1, 2],
      },
      { code: 4, name: 'good', type: 'SHELL', params: { rawScript: 'ls' }, after: [3] },
      { code: 5, name: 'bad', type: 'SHELL', params: { rawScript: 'ls' }, after: [3] },
    ]
    const { documents, notes } = fromDolphinScheduler(exportedWorkflow({ tasks }))
    expect(at(nodeIn(documents, 'both'), 'join')).toMatchObject({
      branches: [{ output: { data: 'a' } }, { output: { data: 'b' } }, { output: { data: 'b' } }],
      logic: { expression: '(task1 and task2) or (task3)' },
    })
    expect(upstreamOf(documents, 'good')).toEqual(['Normal both'])
    expect(nodeIn(documents, 'bad')['recurrence']).toBe('Skip')
    expect(notes).toMatchObject([{ place: 'orders › both', what: 'branch for failures' }])
  })

  test.each([
    [{ depTaskCode: 21, dateValue: 'today' }, ['Normal retail.report'], 0],
    [{ depTaskCode: 0, dateValue: 'today' }, ['Normal retail.reports'], 0],
    [{ depTaskCode: -1, dateValue: 'last1Days' }, ['CrossCycleDependsOnOtherNode retail.reports'], 0],
    [{ depTaskCode: 21, dateValue: 'last7Days' }, ['CrossCycleDependsOnOtherNode retail.report'], 1],
    [{ definitionCode: 99, depTaskCode: 0, dateValue: 'today' }, ['Normal retail.dolphinscheduler.99'], 1],
    [{ depTaskCode: 22, dateValue: 'today' }, ['Normal retail.dolphinscheduler.2.22'], 1],
  ])('of a dependency on %j are %j', (item, expected, notes) => {
    const dependence = {
      relation: 'AND',
      dependTaskList: [{ relation: 'AND', dependItemList: [{ definitionCode: 2, cycle: 'day', ...item }] }],
    }
    const found = fromDolphinScheduler(
      [
        exportedWorkflow({ tasks: [{ code: 11, name: 'wait', type: 'DEPENDENT', params: { dependence } }] }),
        exportedWorkflow({
          code: 2,
          name: 'reports',
          tasks: [{ code: 21, name: 'report', type: 'SHELL', params: { rawScript: 'ls' } }],
        }),
      ],
      { project: 'retail' },
    )
    expect(upstreamOf(found.documents, 'wait')).toEqual(expected)
    expect(found.notes).toHaveLength(notes)
  })

  test('between workflows name no project where none is said, which a note tells', () => {
    const reports = exportedWorkflow({
      code: 2,
      name: 'reports',
      tasks: [{ code: 21, name: 'report', type: 'SHELL', params: { rawScript: 'ls' } }],
    })
    const item = { definitionCode: 2, depTaskCode: 21, cycle: 'day', dateValue: 'today' }
    const dependence = { relation: 'AND', dependTaskList: [{ relation: 'AND', dependItemList: [item] }] }
    const waits = exportedWorkflow({ tasks: [{ code: 11, name: 'wait', type: 'DEPENDENT', params: { dependence } }] })
    const { documents, notes } = fromDolphinScheduler([waits, reports])
    expect(upstreamOf(documents, 'wait')).toEqual(['Normal report'])
    expect(notes).toMatchObject([
      { place: 'reports', what: 'dependency on it', wayOut: expect.stringContaining('--identifier') },
    ])
    expect(fromDolphinScheduler([reports]).notes).toEqual([])
  })

  test('of a sub-process lead to the other workflow, which others may run', () => {
    const found = fromDolphinScheduler(
      [
        exportedWorkflow({
          tasks: [{ code: 11, name: 'run', type: 'SUB_PROCESS', params: { processDefinitionCode: 2 } }],
        }),
        exportedWorkflow({
          code: 2,
          name: 'clean',
          tasks: [{ code: 21, name: 'sweep', type: 'SHELL', params: { rawScript: 'ls' } }],
          schedule: null,
        }),
      ],
      { project: 'retail' },
    )
    expect(nodeIn(found.documents, 'run')['subflow']).toEqual({ output: 'retail.clean' })
    expect(workflowIn(found.documents[1])).toMatchObject({ citable: true, trigger: { cron: '00 00 02 * * ?' } })
    expect(found.notes).toMatchObject([{ place: 'clean', what: 'no schedule' }])
    expect(
      checkProject(found.documents, { identifier: 'retail' }).filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })

  test('that lead in a circle leave the workflow out, and say so', () => {
    const tasks = [1, 2].map((code) => ({
      code,
      name: `t${code}`,
      type: 'SHELL',
      params: { rawScript: 'ls' },
      after: [3 - code],
    }))
    const { documents, notes } = fromDolphinScheduler([
      exportedWorkflow({ tasks }),
      exportedWorkflow({
        code: 2,
        name: 'other',
        tasks: [{ code: 5, name: 'x', type: 'SHELL', params: { rawScript: 'ls' } }],
      }),
    ])
    expect(documents.map((document) => workflowIn(document)['name'])).toEqual(['other'])
    expect(notes.map(({ what }) => what)).toEqual(['graph/cycle', 'workflow'])
  })
})
