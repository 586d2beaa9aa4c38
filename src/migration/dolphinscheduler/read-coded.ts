import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import { type NoteTaker, placeOf } from '../note.ts'
import { withJson } from '../reading/json-field.ts'
import { KnownTasks } from '../reading/known-tasks.ts'
import { codeIn, type Fields } from '../reading/lenient.ts'
import { SourceFields } from '../reading/source-fields.ts'
import type { EntrySite, SourceProblems } from '../reading/source-problems.ts'
import { noteUnread } from '../reading/unasked-fields.ts'
import { type DolphinProcess, type DolphinSchedule, type DolphinTask, keyByName } from './model.ts'
import { quietOfEntry, quietOfProcess, quietOfTask } from './quiet-fields.ts'
import { propertiesOf, scheduleOf, unusualSettings } from './read-parts.ts'
import { relationsOf } from './relations.ts'
import { executeTypes, flags, priorities, releaseStates, timeoutFlags, timeoutStrategies } from './words.ts'

/** The definition of a process of 2.0 and later, by the names of the versions. */
export function codedDefinition(entry: Fields): Fields | undefined {
  const definition = entry['processDefinition'] ?? entry['workflowDefinition']
  return isRecord(definition) ? definition : undefined
}

/** A task, and what it is told apart by. */
interface CodedTask {
  readonly key: string
  readonly name: string
  readonly raw: Fields
  readonly path: string
}

function namedTask(task: unknown, path: string, problems: SourceProblems): readonly CodedTask[] {
  if (!isRecord(task)) {
    problems.add(path, `A task is ${showValue(task)}.`, 'A task is an object: export it again.')
    return []
  }
  const [key, name] = [codeIn(task['code']), codeIn(task['name'])]
  if (key !== '' && name !== '') return [{ key, name, raw: task, path }]
  const lack = key === '' ? 'code' : 'name'
  const hint = 'Every task of an export has a code and a name: export it again.'
  problems.add(`${path}/${lack}`, `A task has no ${lack}.`, hint)
  return []
}

function taskOf(
  { key, name, raw, path }: CodedTask,
  before: ReadonlyMap<string, readonly string[]>,
  problems: SourceProblems,
  note: NoteTaker,
): DolphinTask {
  const task = new SourceFields(withJson(raw, 'taskParams', { path, problems }), note)
  const params = task.apart('taskParams')
  const environment = task.code('environmentCode')
  const timeout = task.integer('timeout')
  const read: DolphinTask = {
    key,
    name,
    type: task.code('taskType')?.toUpperCase() ?? '',
    description: task.text('description'),
    params,
    locals: propertiesOf(params.records('localParams'), note),
    recurrence: task.word(flags, 'flag'),
    priority: task.word(priorities, 'taskPriority'),
    workerGroup: task.code('workerGroup'),
    environment: environment === '-1' ? undefined : environment,
    retryTimes: task.integer('failRetryTimes') ?? 0,
    retryMinutes: task.integer('failRetryInterval') ?? 1,
    timeout: task.word(timeoutFlags, 'timeoutFlag') ? timeout : undefined,
    failsByTimeout: task.word(timeoutStrategies, 'timeoutNotifyStrategy'),
    delayMinutes: task.integer('delayTime') ?? 0,
    unusual: unusualSettings(task),
    isStream: task.word(executeTypes, 'taskExecuteType') === 'stream',
    after: before.get(key) ?? [],
  }
  noteUnread(task, quietOfTask, 'the task', note)
  return read
}

/** The schedule of a process, which does not run while the process itself is offline. */
function ofRelease(schedule: DolphinSchedule | undefined, isOnline: boolean): DolphinSchedule | undefined {
  return schedule === undefined ? undefined : { ...schedule, isOnline: schedule.isOnline && isOnline }
}

/** A process of 2.0 and later; undefined when it lacks what it is told by. */
export function readCoded(entry: Fields, definition: Fields, site: EntrySite): DolphinProcess | undefined {
  const { path, problems, notes } = site
  const within = `${path}/${entry['processDefinition'] === undefined ? 'workflowDefinition' : 'processDefinition'}`
  const [code, name] = [codeIn(definition['code']), codeIn(definition['name'])]
  for (const [lack, value] of [
    ['code', code],
    ['name', name],
  ]) {
    if (value === '') problems.add(`${within}/${lack}`, `A workflow has no ${lack}.`, 'Export it again.')
  }
  const listed = itemsOf(entry['taskDefinitionList']).flatMap((task, at) =>
    namedTask(task, `${path}/taskDefinitionList/${at}`, problems),
  )
  if (!Array.isArray(entry['taskDefinitionList'])) {
    const hint = 'Export the workflow by "Export" of its list: that has its definition, its relations and its tasks.'
    problems.add(`${path}/taskDefinitionList`, 'A workflow has no list of tasks.', hint)
  }
  if (code === '' || name === '') return undefined
  const note: NoteTaker = (remark) => notes.add(name, remark)
  const parts = new SourceFields(entry, note)
  const fields = new SourceFields(withJson(definition, 'globalParams', { path: within, problems }), note)
  const known = new KnownTasks(new Map(listed.map((task) => [task.key, task.name])))
  const before = relationsOf(parts, known, note)
  const project = fields.code('projectName')
  const execution = fields.code('executionType')?.toUpperCase()
  const read: DolphinProcess = {
    keys: [code, ...(project === undefined ? [] : [keyByName(project, name)])],
    name,
    project,
    description: fields.text('description'),
    globals: propertiesOf(fields.records('globalParams', 'globalParamList'), note),
    tasks: listed.map((task) =>
      taskOf(task, before, problems, (remark) => notes.add(placeOf(name, task.name), remark)),
    ),
    schedule: ofRelease(scheduleOf(parts.record('schedule')), fields.word(releaseStates, 'releaseState')),
    timeout: fields.integer('timeout') ?? 0,
    execution: execution === 'PARALLEL' ? undefined : execution,
  }
  noteUnread(fields, quietOfProcess, 'the workflow', note)
  noteUnread(parts, quietOfEntry, 'the export', note)
  return read
}
