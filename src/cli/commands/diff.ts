import type { CommandCall, CommandDefinition } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { environmentOption, formatOption } from '../shared-options.ts'
import { type DocumentDiff, diffDocuments } from '../sources/diff-documents.ts'
import { readDocuments, refuseStrayEnvironment } from '../sources/load-documents.ts'
import { diffText } from '../text/diff-text.ts'
import { jsonText } from '../text/json-text.ts'
import { paletteOf } from '../text/palette.ts'

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options, words } = call
  const [before = '', ...after] = words
  const [old, now] = [await readDocuments({ ...call, words: [before] }), await readDocuments({ ...call, words: after })]
  // One of them may be an export of what the other makes for an environment.
  refuseStrayEnvironment(call, after.length === 0 || old.hasEnvironments || now.hasEnvironments)
  const changes: readonly DocumentDiff[] = diffDocuments(old.documents, now.documents)
  if (options.text('format') === 'json')
    console.write(jsonText('diff', { isEmpty: changes.length === 0, documents: changes }))
  else console.write(diffText(changes, paletteOf(console.hasColors)))
  return changes.length === 0 ? exitCodes.clean : exitCodes.changes
}

/** `flowspec diff`: how pipelines differ. */
export const diff: CommandDefinition = {
  about:
    'Compares two pipelines, or two folders of them: workflows, nodes, edges, fields and code, blind to order and ids. Ends with 3 when they differ.',
  arguments: [
    { name: '<before>', about: 'a module, a document, a folder, or - for standard input' },
    { name: '[after]', about: 'the same of what it is compared with; without it, the project of the configuration' },
  ],
  options: [environmentOption, formatOption('json')],
  examples: [
    { call: 'flowspec diff exported/orders.json pipelines/orders.ts', does: 'tells what code changes of an export' },
    { call: 'flowspec diff exported', does: 'tells how the project of the configuration differs from an export' },
    { call: 'git show HEAD:orders.json | flowspec diff - orders.json', does: 'tells what changed since a commit' },
  ],
  run,
}
