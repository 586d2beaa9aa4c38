import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toHtml } from '../../preview/to-html.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { servePage } from '../preview/serve-page.ts'
import { configOption, environmentOption, pathsArgument, watchOption } from '../shared-options.ts'
import type { FoundDocument } from '../sources/documents-of.ts'
import { loadDocuments, readDocuments } from '../sources/load-documents.ts'
import { writeResult } from '../text/write-results.ts'
import { refuseUseless } from '../useless-options.ts'
import { watchCall } from '../watch/watch-call.ts'

/** Makes the page again in a file whenever something changes, and shows it on this machine. */
async function watched(call: CommandCall): Promise<ExitCode> {
  const { console, options, given } = call
  const folder = mkdtempSync(join(tmpdir(), 'flowspec-preview-'))
  const file = join(folder, 'page.html')
  const page = await servePage(file, options.integer('port', [0, 65_535]) ?? 0)
  try {
    console.tell(`${page.url} shows it\n`)
    const port = given.indexOf('--port')
    const words = given.filter((word, at) => !word.startsWith('--port=') && (port < 0 || at < port || at > port + 1))
    return await watchCall({ ...call, given: [...words, '--out', file] }, page.reload)
  } finally {
    await page.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the pipelines are compared with, where the call names something. */
async function againstOf(call: CommandCall): Promise<{ readonly against?: object }> {
  const against = call.options.text('against')
  if (against === undefined) return {}
  const { documents } = await readDocuments({ ...call, words: [against] })
  return { against: documents.map(({ document }) => document) }
}

/** The documents, as a project where they are all of one, so that tables without a project's name are in that. */
function sourceOf(found: readonly FoundDocument[]): object {
  const documents = found.map(({ document }) => document)
  const projects = new Set(found.map(({ project }) => project))
  const [identifier] = projects
  return identifier === undefined || projects.size > 1 ? documents : { identifier, documents }
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  if (options.flag('watch')) {
    if (options.text('out') === undefined) return await watched(call)
    throw new UsageError('--watch shows the page itself.', { next: 'Leave --out or --watch away.' })
  }
  refuseUseless(options, ['port'], 'without --watch, which shows the page', 'Give --watch, or leave --port out.')
  if (console.writesToTerminal === true && options.text('out') === undefined) {
    const next = 'Say where it goes: --out preview.html; or --watch, which shows it.'
    throw new UsageError('A page of HTML is nothing to read on a terminal.', { next })
  }
  const documents = await loadDocuments(call)
  const said = ['from', 'to', 'title'].flatMap((name) => {
    const value = options.text(name)
    if (value === undefined) return []
    if (name !== 'title' && !/^\d{4}-\d\d-\d\d$/.test(value)) {
      throw new UsageError(`--${name} is '${value}', which is no date.`, { next: 'Write 2026-03-01.' })
    }
    return [[name, value] as const]
  })
  const settings = { ...Object.fromEntries(said), ...(await againstOf(call)) }
  writeResult(call, toHtml(sourceOf(documents), settings))
  return exitCodes.clean
}

/** `flowspec preview`: a page to look at. */
export const preview: CommandDefinition = {
  about:
    'Makes one HTML page of pipelines: the graph, code with parameters filled in, runs on a calendar, diagnostics, and what changed. It needs no network. With --watch it is shown on this machine and follows every save.',
  arguments: [pathsArgument],
  options: [
    environmentOption,
    configOption,
    {
      flags: '--out <file>',
      about: 'write the page there instead of to standard output, which must not be a terminal',
    },
    { flags: '--against <path>', about: 'what the pipelines are compared with: those of before' },
    { flags: '--from <date>', about: 'the first day whose runs are shown; today when left out' },
    { flags: '--to <date>', about: 'the last day; thirty days later when left out' },
    { flags: '--title <text>', about: 'what the page is called' },
    watchOption,
    { flags: '--port <number>', about: 'TCP port of the page that is watched; a free one when left out' },
  ],
  examples: [
    { call: 'flowspec preview --env dev --out preview.html', does: 'makes a page of the project' },
    { call: 'flowspec preview pipelines/orders.ts --watch', does: 'shows a page that follows every save' },
  ],
  run,
}
