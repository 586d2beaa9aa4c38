import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cwd as processFolder } from 'node:process'
import { locatePointers } from '../../check/report/pointer-locations.ts'
import type { Diagnostic, SourcePlace } from '../../diagnostics/diagnostic.ts'
import type { PlacedDiagnostic } from '../text/diagnostics-text.ts'
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

/**
 * The column at which a builder was started. A compiler that runs in the place of Node keeps the lines of a module, and
 * not the columns: there the name that the builder was given tells.
 */
export function columnOf(line: string, column: number, { subject }: Pick<Diagnostic, 'subject'>): number {
  const isCall = /^[$\w]+\s*[<(]/.test(line.slice(column - 1)) && !/[$\w]/.test(line.charAt(column - 2))
  if (isCall) return column
  const names = [subject?.name, subject?.id].filter((name) => name !== undefined)
  for (const quote of ["'", '"', '`']) {
    for (const name of names) {
      const at = line.indexOf(`${quote}${name}${quote}`)
      if (at >= 0) return line.slice(0, at).search(/[$\w]+\($/) + 1 || at + 1
    }
  }
  return line.search(/\S|$/) + 1
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
  // What a module threw has the column that its compiler or engine gives.
  const isKnown = line === undefined || diagnostic.rule === 'module/unusable'
  const column = isKnown ? place.column : columnOf(line, place.column, diagnostic)
  return { ...place, file: shownPath(path, cwd), column }
}

/** A diagnostic whose place is known: of a file of code, or of the call of a builder. */
function placedInFile(known: SourcePlace, diagnostic: Diagnostic, uri: string, site: Site): PlacedDiagnostic {
  const { usedBy } = diagnostic
  const text = site.texts.textOf(pathOf(known))
  const place = isOfModule(known)
    ? placeOfCall(known, diagnostic, site)
    : { ...known, file: shownPath(pathOf(known), site.cwd) }
  return {
    diagnostic: {
      ...diagnostic,
      source: place,
      ...(usedBy === undefined ? {} : { usedBy: placeOfCall(usedBy, diagnostic, site) }),
    },
    uri,
    place,
    ...(text === undefined ? {} : { text }),
  }
}

/** Finds line and column of diagnostics: in the module that made them, or in the text of the document. */
export function placeDiagnostics(
  source: Source | UnreadSource,
  diagnostics: readonly Diagnostic[],
  site: Site,
): readonly PlacedDiagnostic[] {
  const { uri } = source
  const text = source.kind === 'builder' ? undefined : source.text
  const places = source.kind === 'document' ? source.places : undefined
  const isJson = text !== undefined && places === undefined && diagnostics.length > 0
  const located = isJson ? locatePointers(text, new Set(diagnostics.map(({ path }) => path))) : undefined
  return diagnostics.map((diagnostic): PlacedDiagnostic => {
    const { source: known, path } = diagnostic
    if (known?.file !== undefined) return placedInFile(known, diagnostic, uri, site)
    const place = known ?? places?.(path) ?? located?.get(path)
    return {
      diagnostic: place === undefined ? diagnostic : { ...diagnostic, source: { ...place, file: uri } },
      uri,
      ...(place === undefined ? {} : { place }),
      ...(text === undefined ? {} : { text }),
    }
  })
}
