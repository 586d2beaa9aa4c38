import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord } from '../../document/json/records.ts'
import type { Notes } from '../note.ts'
import type { Fields } from '../reading/lenient.ts'
import type { EntrySite, SourceProblems } from '../reading/source-problems.ts'
import type { DolphinProcess } from './model.ts'
import { codedDefinition, readCoded } from './read-coded.ts'
import { isLegacy, readLegacy } from './read-legacy.ts'

const hint =
  'Give what "Export" of a list of workflows writes: a list of objects with processDefinition, or in 1.3 with processDefinitionJson.'

/** The workflows of an export; one alone is taken too, and what the API answers with around it. */
function entriesOf(source: unknown): readonly unknown[] {
  if (Array.isArray(source)) return source
  if (!isRecord(source)) return [source]
  const data = source['data']
  if (codedDefinition(source) === undefined && !isLegacy(source) && data !== undefined)
    return Array.isArray(data) ? data : [data]
  return [source]
}

function readOne(entry: Fields, site: EntrySite): DolphinProcess | undefined {
  const { path, problems } = site
  if (isLegacy(entry)) return readLegacy(entry, site)
  const definition = codedDefinition(entry)
  if (definition !== undefined) return readCoded(entry, definition, site)
  const keys = Object.keys(entry)
    .slice(0, 5)
    .map((key) => key.slice(0, 40))
  problems.add(
    path,
    `This is no workflow of DolphinScheduler: it has ${keys.length === 0 ? 'no keys' : keys.join(', ')}.`,
    hint,
  )
  return undefined
}

/** Tells of two processes, or two tasks of one, that nothing tells apart. */
function checkKeys(processes: readonly DolphinProcess[], problems: SourceProblems): void {
  const seen = new Set<string>()
  for (const { keys, name, tasks } of processes) {
    const [key = ''] = keys
    if (seen.has(key))
      problems.add(
        '',
        `Two workflows have the code ${showValue(key)}; one is ${showValue(name)}.`,
        'Give each of them once.',
      )
    seen.add(key)
    const own = new Set<string>()
    for (const task of tasks) {
      if (own.has(task.key)) {
        const message = `Two tasks of workflow ${showValue(name)} have the code ${showValue(task.key)}.`
        problems.add('', message, 'Give each of them once.')
      }
      own.add(task.key)
    }
  }
}

/** The processes of an export of any version. */
export function readProcesses(source: unknown, problems: SourceProblems, notes: Notes): readonly DolphinProcess[] {
  const entries = entriesOf(source)
  const prefix = (at: number): string => (Array.isArray(source) ? `/${at}` : '')
  if (entries.length === 0) problems.add('', 'There is no workflow in the export.', hint)
  const processes = entries.flatMap((entry, at) => {
    if (isRecord(entry)) return readOne(entry, { path: prefix(at), problems, notes }) ?? []
    problems.add(prefix(at), `A workflow is ${showValue(entry)}.`, hint)
    return []
  })
  checkKeys(processes, problems)
  return processes
}
