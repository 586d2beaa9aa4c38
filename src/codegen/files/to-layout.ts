import { checkArgument, oneOf } from '../../builders/arguments.ts'
import { isRecord } from '../../document/json/records.ts'
import { writeJson } from '../../document/write-json.ts'
import { titleOf } from '../documents/verbatim-program.ts'
import { documentsOf } from '../documents-given.ts'
import { FileNames } from '../names/file-names.ts'
import { survivesFile } from '../program/code-file.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf } from '../steps/node-steps.ts'
import { codeHolders, isGivenCode, suffixOf } from './code-beside.ts'
import { filledIn } from './properties.ts'

/** How documents are laid out in files: as Git mode of the service has them, or one file for each document. */
export type DocumentLayout = 'git' | 'bundle'

const layoutKind = oneOf('git', 'bundle')

function bodyOf(document: Fields): Fields {
  const spec = document['spec']
  return isRecord(spec) ? spec : document
}

/** A document whose code was put into files, and these. */
function withoutCode(document: Fields, folder: string, names: FileNames, files: Map<string, string>): Fields {
  const copy: unknown = filledIn(document, new Map())
  if (!isRecord(copy)) return document
  const own = titleOf(document, bodyOf(document))
  const holders = codeHolders(copy)
  // A file called after a node without code would be taken for the code of that.
  const codeless = new Set(holders.flatMap(({ node, script }) => (isGivenCode(script['content']) ? [] : nameOf(node))))
  for (const { node, script } of holders) {
    const { content } = script
    const name = nameOf(node)
    if (typeof content !== 'string' || !survivesFile(content) || codeless.has(name)) continue
    const path = pathOf(names, name === own ? folder : `${folder}/${plainName(name)}`, name, suffixOf(node))
    // A file whose name is another one, as of a second node of one name, would not be found again.
    if (path === undefined) continue
    files.set(path, content)
    delete script['content']
  }
  return copy
}

/** Longer names of files and folders are none that all systems take; a suffix has room beside it. */
const mostBytes = 200

function plainName(name: string): string {
  const isShort = name.length <= mostBytes && new TextEncoder().encode(name).length <= mostBytes
  return isShort && /^[\p{L}\p{N}_-]+$/u.test(name) ? name : ''
}

/** The path of a code file; undefined for a name that files cannot have, or that is taken. */
function pathOf(names: FileNames, folder: string, name: string, suffix: string): string | undefined {
  return plainName(name) === '' ? undefined : names.exactly(`${folder}/${name}.${suffix}`)
}

/**
 * Lays documents out in files.
 *
 * `bundle` writes each document into a file of its own. `git` writes the folder of Git mode: `<name>/<name>.spec.json` for
 * each document, and beside it the code of its nodes, that of a node of a workflow in a folder of the node. What
 * `importFiles` reads from either are the same documents.
 *
 * @param documents - documents, builders or a project, alone or in a list
 * @returns the texts of files by their paths
 * @throws FlowSpecError for what is no document
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { toLayout } from 'flowspec/codegen'
 *
 * const orders = workflow('orders').cron('00 00 02 * * ?').nodes(shell('load').code('./load.sh'))
 * process.stdout.write(Object.keys(toLayout(orders, 'git')).join('\n'))
 * ```
 */
export function toLayout(documents: unknown, layout: DocumentLayout): Readonly<Record<string, string>> {
  checkArgument('toLayout', 'layout', layout, layoutKind)
  const names = new FileNames()
  const files = new Map<string, string>()
  for (const document of documentsOf('toLayout', documents)) {
    const title = titleOf(document, bodyOf(document))
    const path = layout === 'bundle' ? names.pathOf('', title, 'json', 'document') : names.folderOf(title)
    if (layout === 'bundle') files.set(path, `${writeJson(document)}\n`)
    else files.set(`${path}/${path}.spec.json`, `${writeJson(withoutCode(document, path, names, files))}\n`)
  }
  return Object.freeze(Object.fromEntries(files))
}
