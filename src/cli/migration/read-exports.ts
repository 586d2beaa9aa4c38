import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { readJson } from '../../document/read-spec.ts'
import { documentText } from '../../document/utf8-text.ts'
import { UsageError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import { type SourceFile, shownPath, sourceFiles } from '../sources/source-files.ts'

/** The text of a file that another scheduler exported. */
export interface ExportText {
  readonly uri: string
  readonly text: string
}

/** @throws FaultsError for a file in another encoding than UTF-8 */
async function exportText(
  { path, uri }: Pick<SourceFile, 'path' | 'uri'>,
  console: CommandConsole,
): Promise<ExportText> {
  try {
    return { uri, text: path === '-' ? await console.readInput() : documentText(readFileSync(path)) }
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const { diagnostics } = error
    const site = { cwd: console.cwd, texts: new FileTexts() }
    throw new FaultsError(placeDiagnostics({ kind: 'unread', uri, diagnostics }, diagnostics, site), { cause: error })
  }
}

/**
 * The text of a table, which may have any suffix.
 *
 * @throws UsageError for a path that leads nowhere, or to a folder
 */
export async function readTable(word: string, console: CommandConsole): Promise<ExportText> {
  if (word === '-') return await exportText({ path: '-', uri: '(standard input)' }, console)
  const path = resolve(console.cwd, word)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() === false) return await exportText({ path, uri: shownPath(path, console.cwd) }, console)
  const fault =
    found === undefined ? `There is no ${printable(word)}.` : `${printable(word)} is a folder, and no table.`
  throw new UsageError(fault, { next: `Name a CSV file, or -. Paths count from ${printable(console.cwd)}.` })
}

/**
 * The texts of the JSON files that paths lead to.
 *
 * @throws UsageError for paths that lead nowhere, or to a file of another kind
 */
export async function readExports(words: readonly string[], console: CommandConsole): Promise<readonly ExportText[]> {
  const found: ExportText[] = []
  for (const { path, uri, kind, isNamed } of sourceFiles(words, console.cwd)) {
    if (kind === 'json') found.push(await exportText({ path, uri }, console))
    else if (isNamed)
      throw new UsageError(`${uri} is no JSON.`, { next: 'Exports are files .json, or folders of them.' })
  }
  return found
}

/** Does something with a text, and tells what it finds wrong with the line it stands in. */
export function placing<Result>(file: ExportText, { cwd }: Pick<CommandConsole, 'cwd'>, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const { diagnostics } = error
    throw new FaultsError(
      placeDiagnostics({ kind: 'unread', ...file, diagnostics }, diagnostics, { cwd, texts: new FileTexts() }),
      { cause: error },
    )
  }
}

/** What stands in a file, and which of all workflows are its own. */
interface Part extends ExportText {
  readonly value: unknown
  readonly first: number
  readonly count: number
}

/** The workflows of several files as one export, so that what they wait for in one another is found. */
export class JoinedExports {
  readonly #parts: readonly Part[]
  readonly #console: Pick<CommandConsole, 'cwd'>

  /** @throws FaultsError for files that are not JSON */
  constructor(files: readonly ExportText[], console: Pick<CommandConsole, 'cwd'>) {
    this.#console = console
    const faults = new Map<ExportText, readonly Diagnostic[]>()
    let first = 0
    this.#parts = files.flatMap((file): readonly Part[] => {
      try {
        const value = readJson(file.text)
        const count = Array.isArray(value) ? value.length : 1
        first += count
        return [{ ...file, value, first: first - count, count }]
      } catch (error) {
        if (!isFlowSpecError(error)) throw error
        faults.set(file, error.diagnostics)
        return []
      }
    })
    this.#refuse(faults)
  }

  #refuse(faults: ReadonlyMap<ExportText, readonly Diagnostic[]>): void {
    if (faults.size === 0) return
    const site = { cwd: this.#console.cwd, texts: new FileTexts() }
    throw new FaultsError(
      [...faults].flatMap(([{ uri, text }, diagnostics]) =>
        placeDiagnostics({ kind: 'unread', uri, text, diagnostics }, diagnostics, site),
      ),
    )
  }

  /** All of them as one; a file alone as it is. */
  get source(): object {
    const [only, ...others] = this.#parts
    if (others.length === 0 && typeof only?.value === 'object' && only.value !== null) return only.value
    return this.#parts.flatMap(({ value }) => value)
  }

  /** Does something with the source, and tells what it finds wrong with the file and line it stands in. */
  placing<Result>(work: (source: object) => Result): Result {
    try {
      return work(this.source)
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      const faults = new Map<ExportText, Diagnostic[]>()
      for (const diagnostic of error.diagnostics) {
        const [part, path] = this.#partOf(diagnostic.path)
        if (part === undefined) throw error
        addToGroup(faults, part, { ...diagnostic, path })
      }
      this.#refuse(faults)
      throw error
    }
  }

  /** The file that a pointer into all leads to, and the rest of the pointer. */
  #partOf(path: string): readonly [part: Part | undefined, path: string] {
    if (this.#parts.length === 1) return [this.#parts[0], path]
    const [, at = '', rest = ''] = /^\/(\d+)(.*)$/s.exec(path) ?? []
    const part = at === '' ? this.#parts[0] : this.#parts.find(({ first, count }) => Number(at) < first + count)
    if (part === undefined || at === '') return [part, '']
    return [part, Array.isArray(part.value) ? `/${Number(at) - part.first}${rest}` : rest]
  }
}
