import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import { type Fields, fieldInteger, fieldRecord, fieldText, textOf } from '../reading/lenient.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import { type DolphinProcess, type DolphinTask, keyByName } from './model.ts'
import { propertiesOf, recordIn, scheduleOf } from './read-parts.ts'

/** Whether an entry is a process of 1.3. */
export function isLegacy(entry: Fields): boolean {
  return Object.hasOwn(entry, 'processDefinitionJson')
}

/** A timeout of 1.3: `{ enable, strategy, interval }`. */
function timeoutOf(task: Fields): Pick<DolphinTask, 'timeout' | 'failsByTimeout'> {
  const held = fieldRecord(task, 'timeout')
  const isSet = held['enable'] === true || textOf(held['enable']) === 'true'
  return {
    timeout: isSet ? fieldInteger(held, 'interval') : undefined,
    failsByTimeout: fieldText(held, 'strategy')?.toUpperCase().includes('FAILED') ?? false,
  }
}

function taskOf(task: unknown, path: string, problems: SourceProblems): DolphinTask | undefined {
  if (!isRecord(task)) {
    problems.add(path, `A task is ${showValue(task)}.`, 'A task is an object: export it again.')
    return undefined
  }
  const name = fieldText(task, 'name')
  if (name === undefined) {
    problems.add(`${path}/name`, 'A task has no name.', 'Every task of an export has a name: export it again.')
    return undefined
  }
  // Conditions and dependencies stand beside the parameters, which later versions put them into.
  const params: Fields = {
    ...fieldRecord(task, 'params'),
    ...(isRecord(task['dependence']) ? { dependence: task['dependence'] } : {}),
    ...(isRecord(task['conditionResult']) ? { conditionResult: task['conditionResult'] } : {}),
  }
  return {
    key: name,
    name,
    type: fieldText(task, 'type')?.toUpperCase() ?? '',
    description: fieldText(task, 'description'),
    params,
    locals: propertiesOf(params['localParams']),
    isForbidden: fieldText(task, 'runFlag')?.toUpperCase() === 'FORBIDDEN',
    priority: fieldText(task, 'taskInstancePriority')?.toUpperCase() ?? 'MEDIUM',
    workerGroup: fieldText(task, 'workerGroup'),
    environment: undefined,
    retryTimes: fieldInteger(task, 'maxRetryTimes') ?? 0,
    retryMinutes: fieldInteger(task, 'retryInterval') ?? 1,
    ...timeoutOf(task),
    delayMinutes: fieldInteger(task, 'delayTime') ?? 0,
    unusual: [],
    isStream: false,
    after: itemsOf(task['preTasks']).flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : [])),
  }
}

/** A process of 1.3, whose definition is JSON in a text. */
export function readLegacy(entry: Fields, path: string, problems: SourceProblems): DolphinProcess | undefined {
  const name = fieldText(entry, 'processDefinitionName')
  if (name === undefined) {
    problems.add(`${path}/processDefinitionName`, 'A workflow has no name.', 'Export it again.')
  }
  const definition = recordIn(entry, 'processDefinitionJson', path, problems)
  const within = `${path}/processDefinitionJson`
  if (!Array.isArray(definition['tasks'])) {
    problems.add(`${within}/tasks`, 'A workflow has no list of tasks.', 'Export it again.')
  }
  const tasks = itemsOf(definition['tasks']).flatMap(
    (task, at) => taskOf(task, `${within}/tasks/${at}`, problems) ?? [],
  )
  if (name === undefined) return undefined
  const project = fieldText(entry, 'projectName')
  const id = fieldText(entry, 'processDefinitionId')
  return {
    keys: [...(id === undefined ? [] : [id]), keyByName(project ?? '', name)],
    name,
    project,
    description: fieldText(entry, 'processDefinitionDescription'),
    globals: propertiesOf(definition['globalParams']),
    tasks,
    schedule: scheduleOf(entry),
    timeout: fieldInteger(definition, 'timeout') ?? 0,
    execution: undefined,
  }
}
