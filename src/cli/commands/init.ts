import { basename, join, relative, resolve } from 'node:path'
import { shellWord } from '../../diagnostics/shell-word.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { version } from '../generated/version.ts'
import { projectFiles } from '../init/project-files.ts'
import { shownPath } from '../sources/source-files.ts'
import { isTaken } from '../text/writable-places.ts'
import { writeFiles } from '../text/write-results.ts'

/** A name as packages have it: of letters in lower case, digits and hyphens. */
function packageName(folder: string): string {
  const plain = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'pipelines' : plain
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options, words } = call
  const folder = resolve(console.cwd, words[0] ?? '.')
  const name = packageName(folder)
  const identifier = options.text('identifier') ?? name.replaceAll('-', '_').replace(/^(?=\d)/, 'w')
  if (!/^[A-Za-z]\w*$/.test(identifier)) {
    const next = 'It is the English name of a workspace: letters, digits and underscores, a letter first.'
    throw new UsageError(`--identifier is '${identifier}'.`, { next })
  }
  const files = projectFiles({ name, identifier, version })
  const taken = [...files.keys()].find((path) => isTaken(join(folder, path)))
  if (taken !== undefined) {
    throw new UsageError(`${shownPath(join(folder, taken), console.cwd)} is there already; nothing was written.`, {
      next: 'Name another folder: flowspec init my-pipelines.',
    })
  }
  writeFiles(call, folder, files)
  if (options.text('identifier') === undefined && identifier !== basename(folder)) {
    console.tell(`The project is called ${identifier}: English names have letters, digits and underscores only.\n`)
    console.tell(
      'If the workspace is called otherwise, say so in pipelines/index.ts; --identifier says it beforehand.\n',
    )
  }
  const enter = folder === console.cwd ? '' : `cd ${shellWord(relative(console.cwd, folder))} && `
  console.write(`Next: ${enter}npm install && npm test && npx flowspec deploy --emulator\n`)
  return exitCodes.clean
}

/** `flowspec init`: a project to begin with. */
export const init: CommandDefinition = {
  about: 'Writes a small project: a workflow with SQL, its test, and a configuration. Overwrites nothing.',
  arguments: [{ name: '[folder]', about: 'where to; the current folder when left out' }],
  options: [
    {
      flags: '--identifier <name>',
      about:
        'English name of the workspace; when left out, that of the folder in letters, digits and underscores, or pipelines',
    },
  ],
  examples: [{ call: 'flowspec init shop', does: 'begins a project in the folder shop' }],
  run,
}
