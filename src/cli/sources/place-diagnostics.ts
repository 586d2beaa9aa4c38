import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cwd as processFolder } from 'node:process'
import { locatePointers } from '../../check/report/pointer-locations.ts'
import type { CodeBeside } from '../../codegen/files/git-folder.ts'
import type { CallPlace, Diagnostic, SourcePlace } from '../../diagnostics/diagnostic.ts'
import { isCompiled } from '../console/load-module.ts'
import { isOwnFile } from '../modules/error-place.ts'
import { isThrown, type PlacedDiagnostic } from '../text/diagnostics-text.ts'
import type { Source, UnreadSource } from './source.ts'
import { shownPath } from './source-files.ts'

/** The texts of files, each read once; of a file that cannot be read, none. */
export class FileTexts {
  readonly #texts: Map<string, string | undefined> = new Map()
  readonly #lines: Map<string, readonly string[]> = new Map()

  textOf(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, readIfThere(path))
    return this.#texts.get(path)
  }

  /** A line of a file, counted from 1. */
  lineOf(path: string, line: number): string | undefined {
    const lines = this.#lines.get(path) ?? this.textOf(path)?.split('\n') ?? []
    this.#lines.set(path, lines)
    return lines[line - 1]
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // A place may lead to a file of another machine, or to none: it is told without an excerpt.
    return undefined
  }
}

/** A diagnostic without the places in the user's modules, to be told at another. */
export function withoutPlaces({ source: _, usedBy: __, calledFrom: ___, ...others }: Diagnostic): Diagnostic {
  return others
}

/**
 * The column of a call. A compiler that runs in the place of Node keeps the lines of a module, and not the columns: there
 * the names tell that stand in the line.
 *
 * @param named - finds what stands where the call has a name
 */
function columnOfCall(line: string, column: number, named: () => number | undefined): number {
  const isCall = /^[$\w]+\s*[<(]/.test(line.slice(column - 1)) && !/[$\w]/.test(line.charAt(column - 2))
  return isCall ? column : (named() ?? line.search(/\S|$/) + 1)
}

/** The column at which a builder was started that is called by one of the names. */
function columnOfName(line: string, names: readonly string[]): number | undefined {
  for (const quote of ["'", '"', '`']) {
    for (const name of names) {
      const at = line.indexOf(`${quote}${name}${quote}`)
      if (at >= 0) return line.slice(0, at).search(/[$\w]+\($/) + 1 || at + 1
    }
  }
  return undefined
}

/** The column at which a builder was started. */
export function columnOf(line: string, column: number, { subject }: Pick<Diagnostic, 'subject'>): number {
  const names = [subject?.name, subject?.id].filter((name) => name !== undefined)
  return columnOfCall(line, column, () => columnOfName(line, names))
}

/** The column at which a function is called by its name, `Team.load` by the last part of that. */
function columnOfFunction(line: string, { column, name }: CallPlace): number {
  return columnOfCall(line, column, () => line.indexOf(`${name.replace(/^.*[ .]/, '')}(`) + 1 || undefined)
}

/** What the places of diagnostics are looked up in. */
interface Site {
  readonly cwd: string
  readonly texts: FileTexts
}

/** The path of a place, which counts from the folder that the process runs in. */
function pathOf({ file = '' }: SourcePlace): string {
  return resolve(processFolder(), file)
}

/** Whether a place is one of a module, where builders are called, and not of a file of code. */
function isOfModule({ file = '' }: SourcePlace): boolean {
  return /\.[cm]?[jt]sx?$/.test(file)
}

/** The place of a call in a module. */
function placeOfCall(place: SourcePlace, diagnostic: Diagnostic, { cwd, texts }: Site): SourcePlace {
  const path = pathOf(place)
  const line = texts.lineOf(path, place.line)
  // What was thrown has the column that the engine gives, and that of a module that cannot be loaded is settled already.
  const isKnown =
    line === undefined || diagnostic.rule === 'module/unusable' || (isThrown(diagnostic.rule) && !isCompiled(path))
  const column = isKnown ? place.column : columnOf(line, place.column, diagnostic)
  return { ...place, file: shownPath(path, cwd), column }
}

/** The place of a call of a function that starts builders; nothing of the call of one that a module exports. */
function placeOfCaller(call: CallPlace, { cwd, texts }: Site): CallPlace | readonly [] {
  const path = pathOf(call)
  if (isOwnFile(path)) return []
  const line = texts.lineOf(path, call.line)
  return {
    ...call,
    file: shownPath(path, cwd),
    column: line === undefined ? call.column : columnOfFunction(line, call),
  }
}

/** A diagnostic whose place is known: of a file of code, or of the call of a builder. */
function placedInFile(known: SourcePlace, diagnostic: Diagnostic, uri: string, site: Site): PlacedDiagnostic {
  const { usedBy, calledFrom = [], ...others } = diagnostic
  const calls = calledFrom.flatMap((call) => placeOfCaller(call, site))
  const text = site.texts.textOf(pathOf(known))
  const place = isOfModule(known)
    ? placeOfCall(known, diagnostic, site)
    : { ...known, file: shownPath(pathOf(known), site.cwd) }
  return {
    diagnostic: {
      ...others,
      source: place,
      ...(usedBy && { usedBy: placeOfCall(usedBy, diagnostic, site) }),
      ...(calls.length > 0 && { calledFrom: calls }),
    },
    uri,
    place,
    ...(text === undefined ? {} : { text }),
  }
}

/** A diagnostic of code that stands in a file beside the document, whose place is that of the node. */
function placedInCode(code: CodeBeside, placed: PlacedDiagnostic, { cwd }: Site): PlacedDiagnostic {
  const { diagnostic, place, uri } = placed
  const file = shownPath(code.path, cwd)
  const source = { line: 1, column: 1, ...diagnostic.inText, file }
  const usedBy = place === undefined ? {} : { usedBy: { ...place, file: uri } }
  return { diagnostic: { ...diagnostic, source, ...usedBy }, uri, place: source, text: code.text }
}

/** Finds line and column of diagnostics: in the module that made them, or in the text of the document. */
export function placeDiagnostics(
  source: Source | UnreadSource,
  diagnostics: readonly Diagnostic[],
  site: Site,
): readonly PlacedDiagnostic[] {
  const { uri } = source
  const text = source.kind === 'builder' ? undefined : source.text
  const { places, codes } = source.kind === 'document' ? source : {}
  const isJson = text !== undefined && places === undefined && diagnostics.length > 0
  const located = isJson ? locatePointers(text, new Set(diagnostics.map(({ path }) => path))) : undefined
  return diagnostics.map((diagnostic): PlacedDiagnostic => {
    const { source: known, path } = diagnostic
    if (known?.file !== undefined) return placedInFile(known, diagnostic, uri, site)
    const place = known ?? places?.(path) ?? located?.get(path)
    const code = codes?.get(path)
    const placed: PlacedDiagnostic = {
      diagnostic: place === undefined ? diagnostic : { ...diagnostic, source: { ...place, file: uri } },
      uri,
      ...(place === undefined ? {} : { place }),
      ...(text === undefined ? {} : { text }),
    }
    return code === undefined ? placed : placedInCode(code, placed, site)
  })
}
