import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import { type Notes, type NoteTaker, placeOf, type Remark } from '../note.ts'
import { withJson } from '../reading/json-field.ts'
import { KnownTasks } from '../reading/known-tasks.ts'
import { codeIn, type Fields } from '../reading/lenient.ts'
import type { SourceFields } from '../reading/source-fields.ts'
import type { EntrySite, SourceProblems } from '../reading/source-problems.ts'
import { airflowFields, decoded } from './decode.ts'
import type { AirflowDag, AirflowTask } from './model.ts'
import { readSchedule } from './read-schedule.ts'

const hint =
  'Give what the column data of the table serialized_dag holds: {"__version": 1, "dag": {…}}, or a list of these.'

const knownVersions: ReadonlySet<unknown> = new Set([1, 2, 3])

/** What stands in the column `data` of a row of the table, as such or as text; undefined for a text that cannot be read. */
function rowData(row: Fields, site: EntrySite): Fields | undefined {
  const isText = /^\s*\{/.test(codeIn(row['data']))
  const { data } = isText ? withJson(row, 'data', site) : row
  return isRecord(data) ? data : isText ? undefined : row
}

/** A task, and what it is told apart by. */
interface NamedTask {
  readonly id: string
  readonly raw: Fields
}

/** A task with what all tasks have in common, which version 3 says once. */
function namedTask(raw: unknown, shared: Fields, path: string, problems: SourceProblems): readonly NamedTask[] {
  const own = decoded(raw)
  const id = isRecord(own) ? codeIn(decoded(own['task_id'])) : ''
  if (isRecord(own) && id !== '') return [{ id, raw: { ...shared, ...own } }]
  problems.add(path, `A task ${isRecord(own) ? 'has no task_id' : `is ${showValue(raw)}`}.`, hint)
  return []
}

/** Lists of tasks behind a task and before it, as the versions call them. */
const behind = ['downstream_task_ids', '_downstream_task_ids'] as const
const before = ['upstream_task_ids', '_upstream_task_ids'] as const

const noOrder: Remark = {
  what: 'no lists of tasks behind others',
  why: 'No task has downstream_task_ids or upstream_task_ids: all of them begin at once.',
  wayOut: 'If they have an order, write it into the code: .after(…).',
}

/** What tasks come after, by ids: of each task, the tasks that say so themselves, and those that it names. */
function orderOf(tasks: readonly ReadTask[], note: NoteTaker): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new KnownTasks(new Map(tasks.map(({ id }) => [id, id])))
  const order = new Map(tasks.map(({ id }) => [id, new Set<string>()]))
  for (const { id, fields, noteTask } of tasks) {
    for (const next of known.those(fields.texts(...behind), behind[0], noteTask)) order.get(next)?.add(id)
    for (const last of known.those(fields.texts(...before), before[0], noteTask)) order.get(id)?.add(last)
  }
  const isSaid = tasks.some(({ fields }) => [...behind, ...before].some((name) => fields.value(name) !== undefined))
  if (tasks.length > 1 && !isSaid) note(noOrder)
  return order
}

interface ReadTask {
  readonly id: string
  readonly fields: SourceFields
  readonly noteTask: NoteTaker
}

function readTasks(named: readonly NamedTask[], dag: string, notes: Notes): readonly AirflowTask[] {
  const tasks = named.map(({ id, raw }): ReadTask => {
    const noteTask: NoteTaker = (remark) => notes.add(placeOf(dag, id), remark)
    return { id, fields: airflowFields(raw, noteTask), noteTask }
  })
  const order = orderOf(tasks, (remark) => notes.add(dag, remark))
  return tasks.map(({ id, fields }) => ({
    id,
    fields,
    operator: fields.code('_task_type', 'task_type') ?? '',
    after: [...(order.get(id) ?? [])],
  }))
}

/** The tasks of a DAG by their ids, each once. */
function namedTasks(dag: Fields, shared: Fields, path: string, problems: SourceProblems): readonly NamedTask[] {
  const named = itemsOf(dag['tasks']).flatMap((raw, at) => namedTask(raw, shared, `${path}/tasks/${at}`, problems))
  const ids = new Set<string>()
  for (const { id } of named) {
    if (ids.has(id))
      problems.add(`${path}/tasks`, `Two tasks have the task_id ${showValue(id)}.`, 'Serialize the DAG again.')
    ids.add(id)
  }
  return named
}

/** What all tasks have in common, which version 3 says once. */
function sharedIn(entry: Fields): Fields {
  const defaults = decoded(entry['client_defaults'])
  const tasks = isRecord(defaults) ? decoded(defaults['tasks']) : undefined
  return isRecord(tasks) ? tasks : {}
}

function readOne(entry: Fields, { path, problems, notes }: EntrySite): AirflowDag | undefined {
  const version = entry['__version']
  const held = decoded(entry['dag'])
  const isWrapped = isRecord(held)
  const dag = isWrapped ? held : entry
  if (isWrapped && version !== undefined && !knownVersions.has(version)) {
    problems.add(
      `${path}/__version`,
      `The version ${showValue(version)} of the format is none that is known.`,
      'Versions 1, 2 and 3 are read.',
    )
  }
  const id = codeIn(decoded(dag['_dag_id'] ?? dag['dag_id']))
  const within = isWrapped ? `${path}/dag` : path
  if (id === '' || !Array.isArray(dag['tasks'])) {
    problems.add(within, `This is no serialized DAG: it has no ${id === '' ? 'dag_id' : 'list of tasks'}.`, hint)
    return undefined
  }
  const note: NoteTaker = (remark) => notes.add(id, remark)
  const fields = airflowFields(dag, note)
  return {
    id,
    fields,
    defaults: fields.record('default_args'),
    description: fields.text('_description', 'description'),
    timezone: fields.code('timezone'),
    schedule: readSchedule(dag, fields, note),
    tasks: readTasks(namedTasks(dag, sharedIn(entry), within, problems), id, notes),
  }
}

/** The DAGs of a source. */
export function readDags(source: unknown, problems: SourceProblems, notes: Notes): readonly AirflowDag[] {
  const entries: readonly unknown[] = Array.isArray(source) ? source : [source]
  if (entries.length === 0) problems.add('', 'There is no DAG.', hint)
  const dags = entries.flatMap((entry, at) => {
    const path = Array.isArray(source) ? `/${at}` : ''
    if (!isRecord(entry)) {
      problems.add(path, `A DAG is ${showValue(entry)}.`, hint)
      return []
    }
    const site = { path, problems, notes }
    const data = rowData(entry, site)
    return (data && readOne(data, site)) ?? []
  })
  const seen = new Set<string>()
  for (const { id } of dags) {
    if (seen.has(id)) problems.add('', `Two DAGs have the dag_id ${showValue(id)}.`, 'Give each of them once.')
    seen.add(id)
  }
  return dags
}
