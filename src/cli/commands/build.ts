import { toLayout } from '../../codegen/files/to-layout.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { configOption, environmentOption, pathsArgument } from '../shared-options.ts'
import type { FoundDocument } from '../sources/documents-of.ts'
import { loadDocuments } from '../sources/load-documents.ts'
import { writeDocuments } from '../text/document-files.ts'
import { writeFiles } from '../text/write-results.ts'
import { refuseUseless } from '../useless-options.ts'

/** Refuses what is said of builders where nothing was built that it changes. */
function refuseUnbuilt({ options }: CommandCall, documents: readonly FoundDocument[]): void {
  const built = documents.filter(({ source }) => source === undefined)
  if (built.length === 0) {
    const next = 'flowspec convert writes them in another version; their outputs are named in them.'
    refuseUseless(options, ['spec', 'project'], 'for documents, which are written as they are', next)
  }
  if (built.some(({ project }) => project === undefined)) return
  refuseUseless(options, ['project'], 'for a project, which has a name', 'Leave it out; an environment says another.')
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { options } = call
  const isGit = options.text('layout') === 'git'
  if (isGit) refuseUseless(options, ['format'], 'with --layout git, which has its own', 'Leave one of them out.')
  const [version, project] = [options.text('spec'), options.text('project')]
  // Builders say themselves of which version they are: those of an imported document are of its own.
  const build = { ...(version === undefined ? {} : { version }), ...(project === undefined ? {} : { project }) }
  const documents = await loadDocuments(call, { isBuilt: true, build })
  refuseUnbuilt(call, documents)
  if (isGit) {
    const out = options.text('out')
    if (out === undefined) {
      throw new UsageError('The layout git is a folder.', { next: 'Name it: --out <folder>.' })
    }
    const plain = documents.map(({ document }) => document)
    writeFiles(call, out, new Map(Object.entries(toLayout(plain, 'git'))))
  } else await writeDocuments(call, documents)
  return exitCodes.clean
}

/** `flowspec build`: documents of pipelines in code. */
export const build: CommandDefinition = {
  about:
    'Builds pipelines, checks them, and writes their FlowSpec documents. Nothing is written when there are errors.',
  arguments: [pathsArgument],
  options: [
    environmentOption,
    configOption,
    { flags: '--out <folder>', about: 'write a file for each document there' },
    { flags: '--format <format>', about: 'how documents are written', choices: ['json', 'yaml'], fallback: 'json' },
    {
      flags: '--layout <layout>',
      about: 'a file for each document, or a folder of Git mode with code in files of its own',
      choices: ['bundle', 'git'],
      fallback: 'bundle',
    },
    {
      flags: '--project <name>',
      about: 'English name of the workspace, for the outputs of workflows without a project',
    },
    {
      flags: '--spec <version>',
      about: 'version of FlowSpec; when left out 1.1.0, and of imported documents their own',
      choices: ['1.1.0', '1.2.0'],
    },
  ],
  examples: [
    { call: 'flowspec build pipelines/orders.ts', does: 'prints the document of a workflow' },
    {
      call: 'flowspec build --env prod --out build',
      does: 'writes the documents of the project, as they are for prod',
    },
  ],
  run,
}
