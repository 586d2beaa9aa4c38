import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { identifierOfOutputs } from '../../codegen/documents/identifier-of-outputs.ts'
import { importFiles } from '../../codegen/files/import-files.ts'
import { filledIn, identifierProperty } from '../../codegen/files/properties.ts'
import { type GeneratedCode, toCode } from '../../codegen/to-code.ts'
import { eachDocument } from '../../dataworks/workspace/read-workspace.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { isRecord } from '../../document/json/records.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { Progress } from '../console/progress.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { namingForeign, refuseForeignText, refuseTable } from '../migration/foreign-export.ts'
import { migrate, schedulers } from '../migration/migrate.ts'
import { type ImportedNote, tellNotes } from '../migration/notes-text.ts'
import { openWorkspace } from '../service/open-workspace.ts'
import { workspaceOptions } from '../service/service-options.ts'
import { formatOption, pathsArgument } from '../shared-options.ts'
import { readDocuments, refuseStrayEnvironment } from '../sources/load-documents.ts'
import { jsonText } from '../text/json-text.ts'
import { count } from '../text/words.ts'
import { isTaken } from '../text/writable-places.ts'
import { writeFiles } from '../text/write-results.ts'
import { refuseUseless } from '../useless-options.ts'

/** What a workspace holds, or the part of it that the call names. */
async function workspaceDocuments(call: CommandCall): Promise<readonly object[]> {
  const { console, options } = call
  const { client, projectId } = await openWorkspace(call)
  const paths = options.list('path')
  const progress = new Progress(console)
  const documents: object[] = []
  try {
    const found = eachDocument(client, { projectId, signal: console.signal, ...(paths.length === 0 ? {} : { paths }) })
    for await (const { kind, name, document } of found) {
      documents.push(document)
      progress.show(`read ${kind} ${name}`, false)
    }
  } finally {
    progress.end()
  }
  return documents
}

/** Documents, and what is to be said of them. */
interface Found {
  readonly documents: readonly object[]
  /** Whether a project that it was read of has environments. */
  readonly hasEnvironments?: boolean
  readonly notes: readonly ImportedNote[]
}

/** Refuses options about what is not brought in: another scheduler, or a workspace. */
function refuseOthers({ options, words }: CommandCall): void {
  const ofWorkspace = ['projectId', 'region', 'endpoint', 'path', 'config']
  const next = 'Leave one of them out.'
  if (options.isGiven('from')) {
    refuseUseless(options, [...ofWorkspace, 'env'], 'with --from, which brings in files', next)
    return
  }
  const from = `Say what the files are an export of: --from ${schedulers.join(', --from ')}.`
  refuseUseless(options, ['map', 'datasource'], 'without --from', from)
  if (words.length > 0) refuseUseless(options, ofWorkspace, 'beside paths, which are brought in', next)
}

async function found(call: CommandCall): Promise<Found> {
  refuseOthers(call)
  const scheduler = schedulers.find((one) => one === call.options.text('from'))
  if (scheduler !== undefined) return await migrate(scheduler, call)
  if (call.words.length === 0) return { documents: await workspaceDocuments(call), notes: [] }
  const all: Found[] = []
  for (const word of call.words) all.push(await foundAt(word, call))
  const isOfUse = all.some(({ hasEnvironments }) => hasEnvironments)
  refuseStrayEnvironment(call, isOfUse)
  const documents = withIdentifier(
    all.flatMap((one) => one.documents),
    call,
  )
  return { documents, notes: all.flatMap(({ notes }) => notes) }
}

/** Documents in which the identifier of the project is a placeholder, with the one that the call says. */
function withIdentifier(documents: readonly object[], { options }: CommandCall): readonly object[] {
  const identifier = options.text('identifier')
  const fields = documents.filter(isRecord)
  if (identifier === undefined || identifierOfOutputs(fields)?.identifier !== `\${${identifierProperty}}`)
    return documents
  const properties = new Map([[identifierProperty, identifier]])
  return fields.map((document) => filledIn(document, properties)).filter(isRecord)
}

/** The documents of a path; a folder may be one of Git mode, whose code stands in files of its own. */
async function foundAt(word: string, call: CommandCall): Promise<Found> {
  const path = resolve(call.console.cwd, word)
  if (word !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { documents, notes } = namingForeign(path, importFiles(path))
    return { documents, notes: notes.map(({ file, message }) => ({ place: file, what: message })) }
  }
  refuseTable(word)
  const { documents, hasEnvironments } = await readDocuments({ ...call, words: [word] }, {}, refuseForeignText)
  return { documents: documents.map(({ document }) => document), hasEnvironments, notes: [] }
}

/** @throws UsageError when a file would be replaced that nobody allowed to, with the way to bring it in beside that one */
function refuseReplacing(out: string, { files, project }: GeneratedCode, { console, options }: CommandCall): void {
  const folder = resolve(console.cwd, out)
  const taken = options.flag('force') ? undefined : Object.keys(files).find((path) => isTaken(join(folder, path)))
  if (taken === undefined) return
  const [names, added] = project === undefined ? ['imported', 'imported'] : ['{ parts }', 'parts']
  const own = printable(`${out.replace(/[/\\]+$/, '')}/imported`)
  throw new UsageError(`${printable(taken)} is there already; nothing was written.`, {
    next: `Bring it into a folder of its own with --out ${own}, and add that to what is there: import ${names} from './imported/index.ts', and .add(...${added}) of the project. Or give --force to replace what is there.`,
  })
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const out = options.text('out')
  if (out === undefined)
    throw new UsageError('No folder is named.', { next: 'Say where the code goes: --out pipelines.' })
  const { documents, notes } = await found(call)
  if (documents.length === 0) {
    tellNotes(notes, console)
    const next = notes.length > 0 ? 'The notes say why.' : 'Look at --project-id and --path, or name files.'
    throw new UsageError('There is nothing to import.', { next })
  }
  const layout = options.text('layout') === 'single' ? 'single' : 'files'
  const project = options.text('identifier')
  const code = toCode(documents, { layout, ...(project === undefined ? {} : { project }) })
  refuseReplacing(out, code, call)
  writeFiles(call, out, new Map(Object.entries(code.files)))
  const all = [...notes, ...code.notes.map(({ name, message }) => ({ place: name, what: message }))]
  if (options.text('format') === 'json') {
    console.write(jsonText('import', { documents: documents.length, files: Object.keys(code.files), notes: all }))
    return exitCodes.clean
  }
  tellNotes(all, console)
  console.write(`Imported ${count(documents.length, 'document')}.\n`)
  return exitCodes.clean
}

/** `flowspec import`: code for what is there. */
export const importCommand: CommandDefinition = {
  about:
    'Writes TypeScript for documents, for what a workspace holds, or for what another scheduler exported: a module for each workflow, its SQL and scripts in files. Building it gives the same documents. Outputs that begin with the name of a project become those of a project.',
  arguments: [
    {
      ...pathsArgument,
      about: 'documents in JSON or YAML, exports of a scheduler, folders, -; a workspace when left out',
    },
  ],
  options: [
    { flags: '--out <folder>', about: 'where the code goes' },
    {
      flags: '--layout <layout>',
      about: 'a module for each document, or one for all',
      choices: ['files', 'single'],
      fallback: 'files',
    },
    { flags: '--from <scheduler>', about: 'what the files are an export of', choices: schedulers },
    { flags: '--map <type=command>', about: 'the node type for a type of the scheduler', isList: true },
    { flags: '--datasource <name=name>', about: 'what a data source of the scheduler is called here', isList: true },
    formatOption('json'),
    { flags: '--force', about: 'replace files that are there' },
    { flags: '--path <path>', about: 'only what stands at this path of the workspace', isList: true },
    ...workspaceOptions,
  ],
  examples: [
    { call: 'flowspec import exported/orders.json --out pipelines', does: 'makes code of a document' },
    {
      call: 'flowspec import --from dolphinscheduler exported.json --identifier retail --map HIVE=ODPS_SQL --out pipelines',
      does: 'makes code of what DolphinScheduler exported, and tells what it cannot carry',
    },
    { call: 'flowspec import --env prod --path retail --out pipelines', does: 'makes code of a folder of a workspace' },
  ],
  run,
}
