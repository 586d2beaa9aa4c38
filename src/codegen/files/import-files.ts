import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkArgument, file as fileKind } from '../../builders/arguments.ts'
import { buildFault } from '../../builders/build/faults.ts'
import { FlowSpecError, isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { readSpec } from '../../document/read-spec.ts'
import { documentText, NotUtf8Error, utf8Hint } from '../../document/utf8-text.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { GitFolder, isEntered, isGitDocument, unreadFile } from './git-folder.ts'

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
  const specs = files.filter(isGitDocument)
  return specs.length > 0 ? specs : files.filter((one) => /\.(?:json|ya?ml)$/i.test(one))
}

/** Whether an object looks like a document, among the other JSON files of a folder. */
function isDocument(value: Fields): boolean {
  const body = isRecord(value['spec']) ? value['spec'] : value
  return (
    readText(value, 'kind') !== undefined || ['nodes', 'workflows', 'flow'].some((field) => Array.isArray(body[field]))
  )
}

/** What is wrong in a text, with the way out where it is in another encoding. */
function faultText({ diagnostics, message, cause }: FlowSpecError): string {
  if (cause instanceof NotUtf8Error) return `${cause.message}. ${utf8Hint}`
  return diagnostics[0]?.message ?? message
}

/** Reads the files of one call. */
class FileImport {
  readonly #root: string
  readonly #git: GitFolder
  /** What is told of each file: a folder that cannot be read is come upon by its documents, too. */
  readonly #told: Set<string> = new Set()
  readonly documents: Fields[] = []
  readonly notes: ImportNote[] = []

  constructor(root: string, { unread }: Pick<Found, 'unread'>) {
    this.#root = root
    this.#git = new GitFolder(root, ({ path, message }) => this.#note(path, message))
    for (const { path, error } of unread) this.#note(path, unreadFile(path, error).message)
  }

  /** Reads a file that was found. */
  read(path: string): void {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(path)
    } catch (error) {
      this.#note(path, unreadFile(path, error).message)
      return
    }
    this.take(path, bytes)
  }

  /** Takes what a file holds as a document. */
  take(path: string, bytes: Uint8Array): void {
    try {
      const text = documentText(bytes)
      const document = /\.ya?ml$/i.test(path) ? readYaml(text) : readSpec(text)
      if (!isDocument(document)) this.#note(path, 'This is no FlowSpec document; it was left out.')
      else this.documents.push(isGitDocument(path) ? this.#git.completed(path, document).document : document)
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      this.#note(path, `It cannot be read: ${faultText(error)}`)
    }
  }

  #note(path: string, message: string): void {
    const note = { file: relative(this.#root, path).split(sep).join('/'), message }
    const key = JSON.stringify(note)
    if (!this.#told.has(key)) this.notes.push(note)
    this.#told.add(key)
  }
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
  const found = isFolder ? given(() => filesIn(folder)) : { files: [], unread: [] }
  const reader = new FileImport(folder, found)
  if (isFolder) for (const one of documentFiles(found)) reader.read(one)
  else
    reader.take(
      root,
      given(() => readFileSync(root)),
    )
  const { documents, notes } = reader
  return { documents, notes }
}
