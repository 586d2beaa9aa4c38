import { join } from 'node:path'
import { fromDolphinScheduler } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { exportedWorkflow } from './support/dolphin-export.ts'
import { coded, dependence, legacy, taskParams } from './support/dolphin-samples.ts'
import { at } from './support/parts-of.ts'
import { fieldOf, fieldsReadIn, type Path, toldBy, valuesIn, withValue, wrongFor } from './support/wrong-values.ts'

const whole: readonly (readonly [name: string, source: object])[] = [
  ...taskParams.map(([type, own], at) => [`${type} (${at})`, coded(type, own)] as const),
  ['1.3', legacy],
]

/** Those whose fields beside the ones of the type are tried too. */
const hasAll = new Set(['SHELL (0)', '1.3'])

const toldOf = (source: unknown): readonly string[] => toldBy(fromDolphinScheduler, source)

/** Fields that nothing is read of, and those that are there for the sake of another one. */
const unread = new Set(['taskGroupPriority', 'type', 'id', 'fullName', 'res', 'name'])

function isRead(path: Path): boolean {
  const inProperty = path.includes('localParams') || path.includes('globalParams')
  const inFile = path.includes('mainJar') || path.includes('resourceList')
  return !((inProperty || inFile) && unread.has(fieldOf(path)))
}

describe('values of another kind', () => {
  test.each(whole)('are told wherever they stand in an export: %s', (name, source) => {
    const told = toldOf(source)
    const silent = [...valuesIn(source)]
      .filter(({ path }) => isRead(path) && (hasAll.has(name) || path.includes('taskParams')))
      .flatMap(({ path, value }) =>
        wrongFor(value).flatMap((wrong) => {
          const more = toldOf(withValue(source, path, wrong)).filter((one) => !told.includes(one))
          return more.some((one) => one.includes(fieldOf(path))) ? [] : [`${path.join('/')} = ${JSON.stringify(wrong)}`]
        }),
      )
    expect(silent).toEqual([])
  })

  test('are tried of every field that is read', () => {
    const there = new Set(whole.flatMap(([, source]) => [...valuesIn(source)].map(({ path }) => fieldOf(path))))
    // Later and earlier names of fields that are there.
    const otherNames = [
      'workflowDefinitionCode',
      'workflowInstancePriority',
      'globalParamList',
      'datasource',
      'datatarget',
      'body',
      'httpRequestMethod',
      'httpRequestParams',
      'httpRequestBody',
      'queue',
    ]
    const read = fieldsReadIn(join(import.meta.dirname, '../../src/migration/dolphinscheduler'))
    expect(read.size).toBeGreaterThan(80)
    expect([...read].filter((name) => !there.has(name) && !otherNames.includes(name))).toEqual([])
  })
})

describe('words that are not known', () => {
  const words: readonly (readonly [field: string, path: Path])[] = [
    ...['flag', 'taskPriority', 'timeoutFlag', 'timeoutNotifyStrategy', 'isCache', 'taskExecuteType'].map(
      (field) => [field, ['taskDefinitionList', 1, field]] as const,
    ),
    ...['failureStrategy', 'releaseState', 'processInstancePriority'].map(
      (field) => [field, ['schedule', field]] as const,
    ),
  ]
  test.each(words)('are told: %s', (_field, path) => {
    const source = withValue(coded('SHELL', { rawScript: 'ls' }), path, 'MAYBE')
    const { notes } = fromDolphinScheduler(Object(source))
    expect(notes).toContainEqual(expect.objectContaining({ what: `${fieldOf(path)}: "MAYBE"` }))
  })

  test.each([
    ['SPARK', 'programType'],
    ['SPARK', 'deployMode'],
    ['HTTP', 'httpCheckCondition'],
    ['DATAX', 'customConfig'],
    ['SQOOP', 'jobType'],
  ])('are told of a task of type %s: %s', (type, field) => {
    const [, own = {}] = taskParams.find(([one]) => one === type) ?? []
    expect(toldOf(coded(type, { ...own, [field]: 'MAYBE' })).join()).toContain(`${field}: "MAYBE". It is none of `)
  })

  test('pause what may not be meant to run', () => {
    const one = coded('SHELL', { rawScript: 'ls' })
    const flagged = fromDolphinScheduler(Object(withValue(one, ['taskDefinitionList', 1, 'flag'], 'NEVER')))
    expect(at(flagged.documents[0], 'spec', 'workflows', 0, 'nodes', 1, 'recurrence')).toBe('Pause')
    const released = fromDolphinScheduler(Object(withValue(one, ['schedule', 'releaseState'], 'GONE')))
    expect(at(released.documents[0], 'spec', 'workflows', 0, 'strategy', 'recurrenceType')).toBe('Pause')
  })

  test.each([
    ['failRetryTimes', 'x', 'A whole number'],
    ['failRetryTimes', 1.5, 'A whole number'],
    ['delayTime', 'soon', 'A whole number'],
  ])('and numbers that are none: %s %j', (field, value, expected) => {
    const source = withValue(coded('SHELL', { rawScript: 'ls' }), ['taskDefinitionList', 1, field], value)
    expect(toldOf(source)).toContain(
      `${field}: ${JSON.stringify(value)}. ${expected} belongs there; it is taken as left out.`,
    )
  })
})

describe('references to tasks', () => {
  const base = exportedWorkflow({
    tasks: [
      { code: 11, name: 'a', type: 'SHELL', params: { rawScript: 'ls' } },
      { code: 12, name: 'b', type: 'SHELL', params: { rawScript: 'ls' }, after: [11] },
    ],
  })
  const relations = (list: unknown) => toldOf({ ...base, processTaskRelationList: list }).join('\n')

  test.each([
    ['a task before that is not there', [{ preTaskCode: 7, postTaskCode: 12 }], 'task "7" in processTaskRelationList'],
    ['a task behind that is not there', [{ preTaskCode: 11, postTaskCode: 7 }], 'task "7" in processTaskRelationList'],
    ['a first task that is not there', [{ preTaskCode: 0, postTaskCode: 7 }], 'task "7" in processTaskRelationList'],
    ['no task before', [{ postTaskCode: 12 }], 'relation of task 12 alone'],
    ['no tasks', [{}], 'relation of no tasks'],
    ['no list', undefined, 'no list of relations'],
    ['null', null, 'no list of relations'],
    ['an object', {}, 'processTaskRelationList: an object. A list belongs there'],
    ['a text', '[]', 'processTaskRelationList: a text. A list belongs there'],
    ['a list of numbers', [7], 'processTaskRelationList[0]: a number. An object belongs there'],
  ])('in relations are told: %s', (_name, list, expected) => {
    expect(relations(list)).toContain(expected)
  })

  test('are found whatever stands around a code', () => {
    const list = [{ preTaskCode: '11 ', postTaskCode: ' 12' }]
    const found = fromDolphinScheduler({ ...base, processTaskRelationList: list })
    expect(found).toEqual(fromDolphinScheduler(base))
  })

  test('in switches, conditions and lists of 1.3 are told', () => {
    expect(
      toldOf(coded('SWITCH', { switchResult: { dependTaskList: [{ condition: '1 == 1', nextNode: [1, 9] }] } })).join(),
    ).toContain('task "9" in nextNode')
    const items = dependence({ depTaskCode: 9, status: 'SUCCESS' })
    expect(toldOf(coded('CONDITIONS', { dependence: items })).join()).toContain('task "9" in dependItemList')
    expect(toldOf(withValue(legacy, ['processDefinitionJson', 'tasks', 1, 'preTasks'], ['gone'])).join()).toContain(
      'task "gone" in preTasks',
    )
  })
})
