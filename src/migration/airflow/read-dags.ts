import { showValue } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import type { Fields } from '../reading/lenient.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import { decoded, decodedRecord, decodedText, decodedTexts } from './decode.ts'
import type { AirflowDag, AirflowTask } from './model.ts'
import { readSchedule } from './read-schedule.ts'

const hint =
  'Give what the column data of the table serialized_dag holds: {"__version": 1, "dag": {…}}, or a list of these.'

const knownVersions: ReadonlySet<unknown> = new Set([1, 2, 3])

/** The serialized DAGs of a source: one, several, or rows of the table with them. */
function entriesOf(source: unknown): readonly unknown[] {
  const all = Array.isArray(source) ? source : [source]
  return all.map((one) => (isRecord(one) && isRecord(one['data']) ? one['data'] : one))
}

/** A task with what all tasks have in common, which version 3 says once. */
function taskFields(raw: unknown, shared: Fields): Fields | undefined {
  const own = decoded(raw)
  return isRecord(own) ? { ...shared, ...own } : undefined
}

function readTasks(dag: Fields, shared: Fields, path: string, problems: SourceProblems): readonly AirflowTask[] {
  const before = new Map<string, string[]>()
  const found = itemsOf(dag['tasks']).flatMap((raw, at) => {
    const fields = taskFields(raw, shared)
    const id = fields && decodedText(fields, 'task_id')
    if (fields === undefined || id === undefined) {
      problems.add(
        `${path}/tasks/${at}`,
        `A task ${fields === undefined ? `is ${showValue(raw)}` : 'has no task_id'}.`,
        hint,
      )
      return []
    }
    for (const next of decodedTexts(fields, 'downstream_task_ids')) addToGroup(before, next, id)
    return [{ id, fields }]
  })
  const ids = new Set<string>()
  for (const { id } of found) {
    if (ids.has(id))
      problems.add(`${path}/tasks`, `Two tasks have the task_id ${showValue(id)}.`, 'Serialize the DAG again.')
    ids.add(id)
  }
  return found.map(({ id, fields }) => ({
    id,
    fields,
    operator: decodedText(fields, '_task_type', 'task_type') ?? '',
    after: before.get(id) ?? [],
  }))
}

function readOne(entry: Fields, path: string, problems: SourceProblems): AirflowDag | undefined {
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
  const id = decodedText(dag, '_dag_id', 'dag_id')
  const within = isWrapped ? `${path}/dag` : path
  if (id === undefined || !Array.isArray(dag['tasks'])) {
    problems.add(within, `This is no serialized DAG: it has no ${id === undefined ? 'dag_id' : 'list of tasks'}.`, hint)
    return undefined
  }
  const shared = decodedRecord(decodedRecord(entry, 'client_defaults'), 'tasks')
  return {
    id,
    fields: dag,
    description: decodedText(dag, '_description', 'description'),
    timezone: decodedText(dag, 'timezone'),
    schedule: readSchedule(dag),
    tasks: readTasks(dag, shared, within, problems),
  }
}

/** The DAGs of a source. */
export function readDags(source: unknown, problems: SourceProblems): readonly AirflowDag[] {
  const entries = entriesOf(source)
  if (entries.length === 0) problems.add('', 'There is no DAG.', hint)
  const dags = entries.flatMap((entry, at) => {
    const path = Array.isArray(source) ? `/${at}` : ''
    if (isRecord(entry)) return readOne(entry, path, problems) ?? []
    problems.add(path, `A DAG is ${showValue(entry)}.`, hint)
    return []
  })
  const seen = new Set<string>()
  for (const { id } of dags) {
    if (seen.has(id)) problems.add('', `Two DAGs have the dag_id ${showValue(id)}.`, 'Give each of them once.')
    seen.add(id)
  }
  return dags
}
