import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkArgument, file as fileKind } from '../../builders/arguments.ts'
import { buildFault } from '../../builders/build/faults.ts'
import { FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { readSpec } from '../../document/read-spec.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { codeHolders, fileTitle } from './code-beside.ts'
import { filledIn, type Properties, readProperties } from './properties.ts'

/** Something about a file that was not read as a document, or not as it stands. */
export interface ImportNote {
  /** The path of the file, from the folder on. */
  readonly file: string
  readonly message: string
}

/** The documents in files. */
export interface ImportedFiles {
  readonly documents: readonly Readonly<Record<string, unknown>>[]
  readonly notes: readonly ImportNote[]
}

/** The files of a folder, those of folders in it too, in a fixed order; links are not followed, nor hidden folders and packages entered. */
function filesIn(folder: string): readonly string[] {
  const found: string[] = []
  const folders = [folder]
  for (const one of folders) {
    for (const entry of readdirSync(one, { withFileTypes: true }).sort((left, right) =>
      left.name < right.name ? -1 : 1,
    )) {
      const isSkipped = entry.name.startsWith('.') || entry.name === 'node_modules'
      if (entry.isDirectory() && !isSkipped) folders.push(join(one, entry.name))
      if (entry.isFile()) found.push(join(one, entry.name))
    }
  }
  return found.sort()
}

/** Whether an object looks like a document, among the other JSON files of a folder. */
function isDocument(value: Fields): boolean {
  const body = isRecord(value['spec']) ? value['spec'] : value
  return (
    readText(value, 'kind') !== undefined || ['nodes', 'workflows', 'flow'].some((field) => Array.isArray(body[field]))
  )
}

/** Reads the files of one call. */
class FileImport {
  readonly #root: string
  readonly #properties: Map<string, Properties | undefined> = new Map()
  readonly #files: readonly string[]
  readonly documents: Fields[] = []
  readonly notes: ImportNote[] = []

  constructor(root: string, files: readonly string[]) {
    this.#root = root
    this.#files = files
  }

  read(path: string): void {
    try {
      const text = readFileSync(path, 'utf8')
      const document = /\.ya?ml$/i.test(path) ? readYaml(text) : readSpec(text)
      if (!isDocument(document)) this.#note(path, 'This is no FlowSpec document; it was left out.')
      else if (path.endsWith('.spec.json')) this.documents.push(this.#withCode(path, this.#filled(path, document)))
      else this.documents.push(document)
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      this.#note(path, `It cannot be read: ${error.diagnostics[0]?.message ?? error.message}`)
    }
  }

  #note(path: string, message: string): void {
    this.notes.push({ file: relative(this.#root, path).split(sep).join('/'), message })
  }

  #filled(path: string, document: Fields): Fields {
    const properties = this.#propertiesOf(dirname(path))
    const filled = properties === undefined ? document : filledIn(document, properties)
    return isRecord(filled) ? filled : document
  }

  /** The properties of a folder, or else of the next one around it. */
  #propertiesOf(folder: string): Properties | undefined {
    for (let one = folder; ; one = dirname(one)) {
      const own = this.#ownProperties(one)
      if (own !== undefined) return own
      if (one === this.#root || one === dirname(one)) return undefined
    }
  }

  #ownProperties(folder: string): Properties | undefined {
    if (this.#properties.has(folder)) return this.#properties.get(folder)
    const path = join(folder, 'dataworks.properties')
    const own = this.#files.includes(path) ? readProperties(readFileSync(path, 'utf8')) : undefined
    this.#properties.set(folder, own)
    return own
  }

  /** A document with the code that stands in files beside it, or in folders of its nodes. */
  #withCode(path: string, document: Fields): Fields {
    const copy: unknown = filledIn(document, new Map())
    if (!isRecord(copy)) return document
    for (const { node, script } of codeHolders(copy)) {
      if (typeof script['content'] === 'string' && script['content'] !== '') continue
      const name = fileTitle(node)
      const folders = [dirname(path), join(dirname(path), name)]
      const found = this.#files.filter((one) => folders.includes(dirname(one)) && isCodeOf(one, name))
      const [code, ...others] = found
      if (others.length > 0) this.#note(path, `Several files may be the code of node '${name}'; the first was taken.`)
      if (code !== undefined) script['content'] = readFileSync(code, 'utf8')
    }
    return copy
  }
}

/** Whether a file is called after a node, with any suffix but those of documents. */
function isCodeOf(path: string, name: string): boolean {
  const file = basename(path)
  return file.startsWith(`${name}.`) && !file.slice(name.length + 1).includes('.') && !/\.ya?ml$/i.test(file)
}

function missing(path: string, error: unknown): FlowSpecError {
  const why = error instanceof Error ? error.message : String(error)
  const hint = 'Give the path of a document, or of a folder with documents in it.'
  return new FlowSpecError(
    [buildFault('code/file-unreadable', { message: `"${path}" cannot be read: ${why}.`, hint }, '')],
    {
      cause: error,
    },
  )
}

/**
 * Reads documents from a file or a folder, for `toCode` and whatever else takes documents. A folder may be one of Git mode:
 * where it has files `*.spec.json`, these are the documents, the code of their nodes is taken from the files beside them,
 * and placeholders such as `${projectIdentifier}` and `${spec.datasource.name}` are filled in from `dataworks.properties`. In other
 * folders, every JSON and YAML file that is a document is one.
 *
 * @param path - a file or folder
 * @returns the documents in the order of their paths, and notes on files that were left out
 * @throws FlowSpecError when there is no such file or folder
 *
 * @example
 * ```ts no-run
 * import { importFiles, toCode } from 'flowspec/codegen'
 *
 * const { documents, notes } = importFiles('exported')
 * const { files } = toCode(documents)
 * ```
 */
export function importFiles(path: string | URL): ImportedFiles {
  checkArgument('importFiles', 'path', path, fileKind)
  const root = resolve(typeof path === 'string' ? path : fileURLToPath(path))
  const isFolder = ((): boolean => {
    try {
      return lstatSync(root).isDirectory()
    } catch (error) {
      throw missing(String(path), error)
    }
  })()
  // Of a file of Git mode, the code stands beside it.
  const files = isFolder ? filesIn(root) : root.endsWith('.spec.json') ? filesIn(dirname(root)) : []
  const reader = new FileImport(isFolder ? root : dirname(root), files)
  const specs = files.filter((one) => one.endsWith('.spec.json'))
  const all = specs.length > 0 ? specs : files.filter((one) => /\.(?:json|ya?ml)$/i.test(one))
  for (const one of isFolder ? all : [root]) reader.read(one)
  const { documents, notes } = reader
  return { documents, notes }
}
