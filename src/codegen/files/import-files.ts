import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkArgument, file as fileKind } from '../../builders/arguments.ts'
import { buildFault } from '../../builders/build/faults.ts'
import { FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showError } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { readSpec } from '../../document/read-spec.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf } from '../steps/node-steps.ts'
import { codeHolders, isGivenCode } from './code-beside.ts'
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

/** A file or folder that was found, but could not be read. */
interface Unread {
  readonly path: string
  readonly error: unknown
}

/** What there is in a folder. */
interface Found {
  readonly files: readonly string[]
  readonly unread: readonly Unread[]
}

function isEntered(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules'
}

/** The files of a folder, those of folders in it too, in a fixed order; links are not followed, nor hidden folders and packages entered. */
function filesIn(folder: string): Found {
  const files: string[] = []
  const unread: Unread[] = []
  const folders = [folder]
  for (const one of folders) {
    try {
      for (const entry of readdirSync(one, { withFileTypes: true })) {
        if (entry.isDirectory() && isEntered(entry.name)) folders.push(join(one, entry.name))
        if (entry.isFile()) files.push(join(one, entry.name))
      }
    } catch (error) {
      if (one === folder) throw error
      unread.push({ path: one, error })
    }
  }
  return { files: files.sort(), unread: unread.sort((left, right) => (left.path < right.path ? -1 : 1)) }
}

/** The files that may be documents: those of Git mode where there are some. */
function documentFiles({ files }: Found): readonly string[] {
  const specs = files.filter((one) => one.endsWith('.spec.json'))
  return specs.length > 0 ? specs : files.filter((one) => /\.(?:json|ya?ml)$/i.test(one))
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
  readonly #files: ReadonlySet<string>
  /** The files that may be code, by what {@link codeKey} makes of where they stand and what they are called. */
  readonly #codes: Map<string, string[]> = new Map()
  readonly documents: Fields[] = []
  readonly notes: ImportNote[] = []

  constructor(root: string, { files, unread }: Found) {
    this.#root = root
    this.#files = new Set(files)
    for (const one of files) {
      const key = ownCodeKey(one)
      if (key !== undefined) addToGroup(this.#codes, key, one)
    }
    for (const { path, error } of unread) this.#note(path, `It cannot be read: ${showError(error)}`)
  }

  /** Reads a file that was found. */
  read(path: string): void {
    const text = this.#textOf(path)
    if (text !== undefined) this.take(path, text)
  }

  /** Takes the text of a file as a document. */
  take(path: string, text: string): void {
    try {
      const document = /\.ya?ml$/i.test(path) ? readYaml(text) : readSpec(text)
      if (!isDocument(document)) this.#note(path, 'This is no FlowSpec document; it was left out.')
      else this.documents.push(path.endsWith('.spec.json') ? this.#completed(path, document) : document)
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      this.#note(path, `It cannot be read: ${error.diagnostics[0]?.message ?? error.message}`)
    }
  }

  #note(path: string, message: string): void {
    this.notes.push({ file: relative(this.#root, path).split(sep).join('/'), message })
  }

  /** The text of a file; undefined for one that cannot be read, which is told of. */
  #textOf(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8')
    } catch (error) {
      this.#note(path, `It cannot be read: ${showError(error)}`)
      return undefined
    }
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
    const path = join(folder, propertiesName)
    const text = this.#files.has(path) ? this.#textOf(path) : undefined
    const own = text === undefined ? undefined : readProperties(text)
    this.#properties.set(folder, own)
    return own
  }

  /** A document with its placeholders filled in, and the code that stands in files beside it, or in folders of its nodes. */
  #completed(path: string, document: Fields): Fields {
    const folder = dirname(path)
    const copy: unknown = filledIn(document, this.#propertiesOf(folder) ?? new Map())
    if (!isRecord(copy)) return document
    for (const { node, script } of codeHolders(copy)) {
      if (isGivenCode(script['content'])) continue
      const name = nameOf(node)
      const [code, ...others] = [folder, join(folder, name)].flatMap((one) => this.#codes.get(codeKey(one, name)) ?? [])
      if (others.length > 0) this.#note(path, `Several files may be the code of node '${name}'; the first was taken.`)
      const text = code === undefined ? undefined : this.#textOf(code)
      if (text !== undefined) script['content'] = text
    }
    return copy
  }
}

const propertiesName = 'dataworks.properties'

/** What files that may be the code of a node have in common: the folder, and what they are called but for the suffix. */
function codeKey(folder: string, name: string): string {
  return `${folder}\0${name}`
}

/** The key of a file that may be code; undefined for documents, properties, and what has no name before a suffix. */
function ownCodeKey(path: string): string | undefined {
  const file = basename(path)
  const end = file.lastIndexOf('.')
  const isOther = /\.(?:ya?ml|spec\.json)$/i.test(file) || file === propertiesName
  return end < 1 || isOther ? undefined : codeKey(dirname(path), file.slice(0, end))
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
 * @returns the documents in the order of their paths, and notes on files that were left out or cannot be read
 * @throws FlowSpecError when there is no such file or folder, or it cannot be read
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
  const given = <Result>(read: () => Result): Result => {
    try {
      return read()
    } catch (error) {
      throw missing(String(path), error)
    }
  }
  const isFolder = given(() => statSync(root).isDirectory())
  const folder = isFolder ? root : dirname(root)
  // Of a file of Git mode, the code stands beside it.
  const isSearched = isFolder || root.endsWith('.spec.json')
  const found = isSearched ? given(() => filesIn(folder)) : { files: [], unread: [] }
  const reader = new FileImport(folder, found)
  if (isFolder) for (const one of documentFiles(found)) reader.read(one)
  else
    reader.take(
      root,
      given(() => readFileSync(root, 'utf8')),
    )
  const { documents, notes } = reader
  return { documents, notes }
}
