import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import { type NoteTaker, placeOf } from '../note.ts'
import { withJson } from '../reading/json-field.ts'
import { KnownTasks } from '../reading/known-tasks.ts'
import { codeIn, type Fields } from '../reading/lenient.ts'
import { SourceFields } from '../reading/source-fields.ts'
import type { EntrySite, SourceProblems } from '../reading/source-problems.ts'
import { noteUnread } from '../reading/unasked-fields.ts'
import { type DolphinProcess, type DolphinTask, keyByName } from './model.ts'
import { quietOfEntry, quietOfTask } from './quiet-fields.ts'
import { propertiesOf, scheduleOf } from './read-parts.ts'
import { priorities, runFlags, timeoutStrategies } from './words.ts'

/** Whether an entry is a process of 1.3. */
export function isLegacy(entry: Fields): boolean {
  return Object.hasOwn(entry, 'processDefinitionJson')
}

/** A timeout of 1.3: `{ enable, strategy, interval }`. */
function timeoutOf(task: SourceFields): Pick<DolphinTask, 'timeout' | 'failsByTimeout'> {
  const held = task.record('timeout')
  const interval = held.integer('interval')
  return {
    timeout: held.flag('enable') === true ? interval : undefined,
    failsByTimeout: held.word(timeoutStrategies, 'strategy'),
  }
}

/** A task, and its name, which it is told apart by. */
interface LegacyTask {
  readonly name: string
  readonly raw: Fields
}

function namedTask(task: unknown, path: string, problems: SourceProblems): readonly LegacyTask[] {
  if (!isRecord(task)) {
    problems.add(path, `A task is ${showValue(task)}.`, 'A task is an object: export it again.')
    return []
  }
  const name = codeIn(task['name'])
  if (name !== '') return [{ name, raw: task }]
  problems.add(`${path}/name`, 'A task has no name.', 'Every task of an export has a name: export it again.')
  return []
}

/** What a task has, where conditions and dependencies stand beside its parameters; later versions put them into these. */
function withConditions(raw: Fields): Fields {
  const { params } = raw
  const { dependence, conditionResult } = raw
  return {
    ...raw,
    params:
      isRecord(params) || params === undefined || params === null ? { ...params, dependence, conditionResult } : params,
  }
}

function taskOf({ name, raw }: LegacyTask, known: KnownTasks, note: NoteTaker): DolphinTask {
  const task = new SourceFields(withConditions(raw), note)
  const params = task.apart('params')
  const read: DolphinTask = {
    key: name,
    name,
    type: task.code('type')?.toUpperCase() ?? '',
    description: task.text('description'),
    params,
    locals: propertiesOf(params.records('localParams'), note),
    recurrence: task.word(runFlags, 'runFlag'),
    priority: task.word(priorities, 'taskInstancePriority'),
    workerGroup: task.code('workerGroup'),
    environment: undefined,
    retryTimes: task.integer('maxRetryTimes') ?? 0,
    retryMinutes: task.integer('retryInterval') ?? 1,
    ...timeoutOf(task),
    delayMinutes: task.integer('delayTime') ?? 0,
    unusual: [],
    isStream: false,
    after: known.those(
      task.texts('preTasks').map((one) => one.trim()),
      'preTasks',
      note,
    ),
  }
  noteUnread(task, quietOfTask, 'the task', note)
  return read
}

/** A process of 1.3, whose definition is JSON in a text. */
export function readLegacy(entry: Fields, { path, problems, notes }: EntrySite): DolphinProcess | undefined {
  const name = codeIn(entry['processDefinitionName'])
  if (name === '') problems.add(`${path}/processDefinitionName`, 'A workflow has no name.', 'Export it again.')
  const note: NoteTaker = (remark) => notes.add(name, remark)
  const fields = new SourceFields(withJson(entry, 'processDefinitionJson', { path, problems }), note)
  const definition = fields.record('processDefinitionJson')
  const within = `${path}/processDefinitionJson`
  const tasks = definition.value('tasks')
  if (!Array.isArray(tasks)) problems.add(`${within}/tasks`, 'A workflow has no list of tasks.', 'Export it again.')
  const listed = itemsOf(tasks).flatMap((task, at) => namedTask(task, `${within}/tasks/${at}`, problems))
  if (name === '') return undefined
  const known = new KnownTasks(new Map(listed.map((task) => [task.name, task.name])))
  const project = fields.code('projectName')
  const id = fields.code('processDefinitionId')
  const read: DolphinProcess = {
    keys: [...(id === undefined ? [] : [id]), keyByName(project ?? '', name)],
    name,
    project,
    description: fields.text('processDefinitionDescription'),
    globals: propertiesOf(definition.records('globalParams'), note),
    tasks: listed.map((task) => taskOf(task, known, (remark) => notes.add(placeOf(name, task.name), remark))),
    schedule: scheduleOf(fields),
    timeout: definition.integer('timeout') ?? 0,
    execution: undefined,
  }
  noteUnread(fields, quietOfEntry, 'the export', note)
  return read
}
