import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord, readText } from '../../document/json/records.ts'

/** A call that was carried out, with all that its effects follow from. */
export interface JournalCall {
  /** The clock, in milliseconds since 1970. */
  readonly time: number
  readonly method: string
  readonly action: string
  readonly version: string
  readonly parameters: Readonly<Record<string, string>>
  readonly losesEdges: boolean
  readonly failsRuns: boolean
}

/** What somebody decided of a release. */
export interface JournalReview {
  readonly time: number
  readonly review: string
  readonly isAgreed: boolean
}

/** That the clock was put forward, by so many milliseconds; its time is the one after that. */
export interface JournalAdvance {
  readonly time: number
  readonly advanced: number
}

export type JournalEntry = JournalAdvance | JournalCall | JournalReview

/** What an emulator has to be started with again, so that the same calls have the same effects. */
export interface JournalHead {
  readonly version: 1
  readonly settings: string
}

const fileName = 'emulator.jsonl'

/** What was done to an emulator, one line each, in a folder: whoever starts one there again does it all again. */
export class Journal {
  readonly #file: number

  private constructor(file: number) {
    this.#file = file
  }

  /**
   * Opens the journal of a folder.
   *
   * @param settings - what decides over the effects of calls, as text
   * @returns the journal, and what is in it
   * @throws TypeError when it was written with other settings, or is no journal
   */
  static open(
    folder: string,
    settings: string,
  ): { readonly journal: Journal; readonly entries: readonly JournalEntry[] } {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, fileName)
    const entries = existsSync(path) ? entriesOf(path, settings) : undefined
    const journal = new Journal(openSync(path, 'a'))
    if (entries === undefined) journal.#write({ version: 1, settings } satisfies JournalHead)
    return { journal, entries: entries ?? [] }
  }

  /** Writes an entry, at once and as one line: whoever reads the file finds it whole, or a broken line at the end. */
  add(entry: JournalEntry): void {
    this.#write(entry)
  }

  #write(line: JournalEntry | JournalHead): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`)
    fsyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** The entries of a file, from which a line is taken that broke off; undefined when not even its first line is whole. */
function entriesOf(path: string, settings: string): readonly JournalEntry[] | undefined {
  const text = readFileSync(path, 'utf8')
  const end = text.lastIndexOf('\n') + 1
  if (end < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, end), 'utf8'))
  const [head, ...rest] = text
    .slice(0, end)
    .split('\n')
    .slice(0, -1)
    .map((line, at) => parsed(path, line, at))
  if (head === undefined) return undefined
  if (!isRecord(head) || head['version'] !== 1) {
    throw new TypeError(`folder: ${path} holds no emulator of version 1. Give another folder.`)
  }
  if (readText(head, 'settings') !== settings) {
    throw new TypeError(
      `folder: ${path} was written by an emulator with other settings. Give these, or another folder.`,
    )
  }
  return rest.map((entry, at) => {
    if (isEntry(entry)) return entry
    throw new TypeError(`folder: line ${at + 2} of ${path} is no call. Give another folder.`)
  })
}

function parsed(path: string, line: string, at: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new TypeError(`folder: line ${at + 1} of ${path} is not JSON. Give another folder.`, { cause })
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value) || typeof value['time'] !== 'number') return false
  if ('advanced' in value) return Number.isFinite(value['advanced'])
  if ('review' in value) return typeof value['review'] === 'string' && typeof value['isAgreed'] === 'boolean'
  const texts = ['method', 'action', 'version'].every((field) => typeof value[field] === 'string')
  return (
    texts && isRecord(value['parameters']) && Object.values(value['parameters']).every((one) => typeof one === 'string')
  )
}
