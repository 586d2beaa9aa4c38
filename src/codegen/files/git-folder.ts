import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { showError } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord } from '../../document/json/records.ts'
import { NotUtf8Error, utf8Hint, utf8Text } from '../../document/utf8-text.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf } from '../steps/node-steps.ts'
import { codeHolders, isGivenCode } from './code-beside.ts'
import { filledIn, type Properties, readProperties } from './properties.ts'

/** Whether a file is a document of Git mode, beside which the code of its nodes stands. */
export function isGitDocument(path: string): boolean {
  return path.endsWith('.spec.json')
}

/** Folders that no documents stand in. */
export function isEntered(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules'
}

/** Something about a file that was not read, or not as it stands. */
export interface FileTrouble {
  readonly path: string
  readonly message: string
  /** Why it could not be read; nothing where it was read. */
  readonly cause?: unknown
}

/** A file that cannot be read. */
export function unreadFile(path: string, cause: unknown): FileTrouble {
  const message = `It cannot be read: ${showError(cause)}`
  return { path, message: cause instanceof NotUtf8Error ? `${message}. ${utf8Hint}` : message, cause }
}

/** The code of a node that was read from a file. */
export interface CodeBeside {
  readonly path: string
  readonly text: string
}

/** A document of Git mode with all that stands beside it. */
export interface CompletedDocument {
  readonly document: Fields
  /** The files of code, by the JSON Pointer of the text that each of them became. */
  readonly codes: ReadonlyMap<string, CodeBeside>
}

/** What a folder holds that belongs to documents. */
interface Listing {
  readonly hasProperties: boolean
  readonly folders: ReadonlySet<string>
  /** The files that may be code, by what they are called but for the suffix. */
  readonly codes: ReadonlyMap<string, readonly string[]>
}

const propertiesName = 'dataworks.properties'

/** What a file that may be code is called but for the suffix; undefined for documents, properties, and what has no name before one. */
function codeName(file: string): string | undefined {
  const end = file.lastIndexOf('.')
  const isOther = /\.ya?ml$/i.test(file) || isGitDocument(file.toLowerCase()) || file === propertiesName
  return end < 1 || isOther ? undefined : file.slice(0, end)
}

function listingOf(folder: string): Listing {
  const entries = readdirSync(folder, { withFileTypes: true })
  const codes = new Map<string, string[]>()
  for (const file of entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()) {
    const name = codeName(file)
    if (name !== undefined) addToGroup(codes, name, join(folder, file))
  }
  const folders = entries.filter((entry) => entry.isDirectory() && isEntered(entry.name)).map(({ name }) => name)
  const hasProperties = entries.some((entry) => entry.isFile() && entry.name === propertiesName)
  return { hasProperties, folders: new Set(folders), codes }
}

/**
 * A folder of Git mode: `<name>/<name>.spec.json` for each document, the code of its nodes in files beside it or in folders of
 * its nodes, and values for placeholders in `dataworks.properties`, there or in a folder around it.
 */
export class GitFolder {
  readonly #root: string
  readonly #tell: (trouble: FileTrouble) => void
  readonly #listings: Map<string, Listing | undefined> = new Map()
  readonly #properties: Map<string, Properties | undefined> = new Map()

  /**
   * @param root - the last folder that properties are looked for in
   * @param tell - takes what is not read, or not as it stands
   */
  constructor(root: string, tell: (trouble: FileTrouble) => void) {
    this.#root = root
    this.#tell = tell
  }

  /** A document with its placeholders filled in, and the code that stands in files. */
  completed(path: string, document: Fields): CompletedDocument {
    const folder = dirname(path)
    const copy: unknown = filledIn(document, this.#propertiesOf(folder) ?? new Map())
    const codes = new Map<string, CodeBeside>()
    if (!isRecord(copy)) return { document, codes }
    for (const { node, script, pointer } of codeHolders(copy)) {
      if (isGivenCode(script['content'])) continue
      const code = this.#codeOf(path, nameOf(node))
      if (code === undefined) continue
      script['content'] = code.text
      codes.set(`${pointer}/script/content`, code)
    }
    return { document: copy, codes }
  }

  #codeOf(document: string, name: string): CodeBeside | undefined {
    const [path, ...others] = this.#candidates(dirname(document), name)
    if (path === undefined) return undefined
    if (others.length > 0) {
      const message = `Several files may be the code of node '${name}'; the first was taken.`
      this.#tell({ path: document, message })
    }
    const text = this.#textOf(path)
    return text === undefined ? undefined : { path, text }
  }

  /** The files that may be the code of a node: beside the document, and in the folder of the node. */
  #candidates(folder: string, name: string): readonly string[] {
    const beside = this.#listing(folder)
    // A name may hold whatever leads to another folder, so it is looked up among those that are there.
    const own = beside?.folders.has(name) === true ? this.#listing(join(folder, name)) : undefined
    return [beside, own].flatMap((listing) => listing?.codes.get(name) ?? [])
  }

  #listing(folder: string): Listing | undefined {
    if (!this.#listings.has(folder)) this.#listings.set(folder, this.#tried(folder, listingOf))
    return this.#listings.get(folder)
  }

  #textOf(path: string): string | undefined {
    return this.#tried(path, (file) => utf8Text(readFileSync(file)))
  }

  /** What is read of a file or folder; undefined of one that cannot be read, which is told of. */
  #tried<Result>(path: string, read: (path: string) => Result): Result | undefined {
    try {
      return read(path)
    } catch (error) {
      this.#tell(unreadFile(path, error))
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
    const text = this.#listing(folder)?.hasProperties ? this.#textOf(join(folder, propertiesName)) : undefined
    const own = text === undefined ? undefined : readProperties(text)
    this.#properties.set(folder, own)
    return own
  }
}
