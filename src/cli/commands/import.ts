import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFiles } from '../../codegen/files/import-files.ts'
import { toCode } from '../../codegen/to-code.ts'
import { eachDocument } from '../../dataworks/workspace/read-workspace.ts'
import { printable } from '../../diagnostics/show-value.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { Progress } from '../console/progress.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { openWorkspace } from '../service/open-workspace.ts'
import { workspaceOptions } from '../service/service-options.ts'
import { pathsArgument } from '../shared-options.ts'
import { loadDocuments } from '../sources/load-documents.ts'
import { paletteOf } from '../text/palette.ts'
import { count } from '../text/words.ts'
import { writeFiles } from '../text/write-results.ts'

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

async function documentsOf(call: CommandCall): Promise<readonly object[]> {
  if (call.words.length === 0) return await workspaceDocuments(call)
  const documents: (readonly object[])[] = []
  for (const word of call.words) documents.push(await documentsAt(word, call))
  return documents.flat()
}

/** The documents of a path; a folder may be one of Git mode, whose code stands in files of its own. */
async function documentsAt(word: string, call: CommandCall): Promise<readonly object[]> {
  const { console } = call
  const path = resolve(console.cwd, word)
  if (word === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const { documents } = await loadDocuments({ ...call, words: [word] })
    return documents.map(({ document }) => document)
  }
  const { documents, notes } = importFiles(path)
  const palette = paletteOf(console.tellsColors)
  for (const { file, message } of notes)
    console.tell(`${palette.info('note')} ${printable(file)}: ${printable(message)}\n`)
  return documents
}

/** @throws UsageError when a file would be replaced that nobody allowed to */
function refuseReplacing(folder: string, paths: readonly string[], { options }: CommandCall): void {
  const taken = options.flag('force') ? undefined : paths.find((path) => existsSync(join(folder, path)))
  if (taken === undefined) return
  throw new UsageError(`${printable(taken)} is there already; nothing was written.`, {
    next: 'Name another folder with --out, or give --force to replace what is there.',
  })
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const out = options.text('out')
  if (out === undefined)
    throw new UsageError('No folder is named.', { next: 'Say where the code goes: --out pipelines.' })
  const documents = await documentsOf(call)
  if (documents.length === 0) {
    const next = 'Look at --project-id and --path, or name files.'
    throw new UsageError('There is nothing to import.', { next })
  }
  const layout = options.text('layout') === 'single' ? 'single' : 'files'
  const { files, notes } = toCode(documents, { layout })
  const folder = resolve(console.cwd, out)
  refuseReplacing(folder, Object.keys(files), call)
  writeFiles(call, out, new Map(Object.entries(files)))
  const palette = paletteOf(console.tellsColors)
  for (const { name, message } of notes)
    console.tell(`${palette.info('note')} ${printable(name)}: ${printable(message)}\n`)
  console.write(`Imported ${count(documents.length, 'document')}.\n`)
  return exitCodes.clean
}

/** `flowspec import`: code for what is there. */
export const importCommand: CommandDefinition = {
  about:
    'Writes TypeScript for documents, or for what a workspace holds: a module for each workflow, its SQL and scripts in files. Building it gives the same documents.',
  arguments: [{ ...pathsArgument, about: 'documents in JSON or YAML, folders, -; a workspace when left out' }],
  options: [
    { flags: '--out <folder>', about: 'where the code goes' },
    {
      flags: '--layout <layout>',
      about: 'a module for each document, or one for all',
      choices: ['files', 'single'],
      fallback: 'files',
    },
    { flags: '--force', about: 'replace files that are there' },
    { flags: '--path <path>', about: 'only what stands at this path of the workspace', isList: true },
    ...workspaceOptions,
  ],
  examples: [
    { call: 'flowspec import exported/orders.json --out pipelines', does: 'makes code of a document' },
    { call: 'flowspec import --env prod --path retail --out pipelines', does: 'makes code of a folder of a workspace' },
  ],
  run,
}
