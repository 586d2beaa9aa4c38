import { showValue } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord, itemsOf, recordsOf } from '../../document/json/records.ts'
import { type Fields, fieldInteger, fieldRecord, fieldText } from '../reading/lenient.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import { type DolphinProcess, type DolphinTask, keyByName } from './model.ts'
import { jsonIn, propertiesOf, recordIn, scheduleOf, unusualSettings } from './read-parts.ts'

/** The definition of a process of 2.0 and later, by the names of the versions. */
export function codedDefinition(entry: Fields): Fields | undefined {
  const definition = entry['processDefinition'] ?? entry['workflowDefinition']
  return isRecord(definition) ? definition : undefined
}

/** What tasks come after, by codes. */
function relationsOf(entry: Fields): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>()
  for (const relation of [
    ...recordsOf(entry['processTaskRelationList']),
    ...recordsOf(entry['workflowTaskRelationList']),
  ]) {
    const post = fieldText(relation, 'postTaskCode')
    const pre = fieldText(relation, 'preTaskCode')
    if (post !== undefined && pre !== undefined && pre !== '0') addToGroup(before, post, pre)
  }
  return before
}

function taskOf(
  task: Fields,
  path: string,
  before: ReadonlyMap<string, readonly string[]>,
  problems: SourceProblems,
): DolphinTask | undefined {
  const key = fieldText(task, 'code')
  const name = fieldText(task, 'name')
  if (key === undefined || name === undefined) {
    const lack = key === undefined ? 'code' : 'name'
    problems.add(
      `${path}/${lack}`,
      `A task has no ${lack}.`,
      'Every task of an export has a code and a name: export it again.',
    )
    return undefined
  }
  const params = recordIn(task, 'taskParams', path, problems)
  const strategy = fieldText(task, 'timeoutNotifyStrategy')?.toUpperCase() ?? ''
  const environment = fieldText(task, 'environmentCode')
  return {
    key,
    name,
    type: fieldText(task, 'taskType')?.toUpperCase() ?? '',
    description: fieldText(task, 'description'),
    params,
    locals: propertiesOf(params['localParams']),
    isForbidden: fieldText(task, 'flag')?.toUpperCase() === 'NO',
    priority: fieldText(task, 'taskPriority')?.toUpperCase() ?? 'MEDIUM',
    workerGroup: fieldText(task, 'workerGroup'),
    environment: environment === undefined || environment === '-1' ? undefined : environment,
    retryTimes: fieldInteger(task, 'failRetryTimes') ?? 0,
    retryMinutes: fieldInteger(task, 'failRetryInterval') ?? 1,
    timeout: fieldText(task, 'timeoutFlag')?.toUpperCase() === 'OPEN' ? fieldInteger(task, 'timeout') : undefined,
    failsByTimeout: strategy.includes('FAILED'),
    delayMinutes: fieldInteger(task, 'delayTime') ?? 0,
    unusual: unusualSettings(task),
    isStream: fieldText(task, 'taskExecuteType')?.toUpperCase() === 'STREAM',
    after: before.get(key) ?? [],
  }
}

/** A process of 2.0 and later; undefined when it lacks what it is told by. */
export function readCoded(
  entry: Fields,
  definition: Fields,
  path: string,
  problems: SourceProblems,
): DolphinProcess | undefined {
  const within = `${path}/${entry['processDefinition'] === undefined ? 'workflowDefinition' : 'processDefinition'}`
  const [code, name] = [fieldText(definition, 'code'), fieldText(definition, 'name')]
  for (const [lack, value] of [
    ['code', code],
    ['name', name],
  ]) {
    if (value === undefined) problems.add(`${within}/${lack}`, `A workflow has no ${lack}.`, 'Export it again.')
  }
  const before = relationsOf(entry)
  const tasks = itemsOf(entry['taskDefinitionList']).flatMap((task, at) => {
    const place = `${path}/taskDefinitionList/${at}`
    if (isRecord(task)) return taskOf(task, place, before, problems) ?? []
    problems.add(place, `A task is ${showValue(task)}.`, 'A task is an object: export it again.')
    return []
  })
  if (!Array.isArray(entry['taskDefinitionList'])) {
    const hint = 'Export the workflow by "Export" of its list: that has its definition, its relations and its tasks.'
    problems.add(`${path}/taskDefinitionList`, 'A workflow has no list of tasks.', hint)
  }
  if (code === undefined || name === undefined) return undefined
  const project = fieldText(definition, 'projectName')
  const globals = jsonIn(definition, 'globalParams', within, problems) ?? definition['globalParamList']
  const execution = fieldText(definition, 'executionType')?.toUpperCase()
  return {
    keys: [code, ...(project === undefined ? [] : [keyByName(project, name)])],
    name,
    project,
    description: fieldText(definition, 'description'),
    globals: propertiesOf(globals),
    tasks,
    schedule: scheduleOf(fieldRecord(entry, 'schedule')),
    timeout: fieldInteger(definition, 'timeout') ?? 0,
    execution: execution === 'PARALLEL' ? undefined : execution,
  }
}
