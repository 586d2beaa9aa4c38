import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallPlace, SourcePlace } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { sentenceOf, showError } from '../../diagnostics/show-value.ts'
import { isCompiled } from '../console/load-module.ts'
import { columnOf, FileTexts } from '../sources/place-diagnostics.ts'
import { shownPath } from '../sources/source-files.ts'
import { errorPlace, errorPlaces } from './error-place.ts'
import { deepTextError, isOverflow } from './overflow-error.ts'
import { findSyntaxFault, thrownSyntaxFault } from './syntax-fault.ts'

/** What an error says that a module threw while it was loaded, and what to do about it. */
export interface ModuleError {
  readonly message: string
  readonly hint: string
  readonly source?: SourcePlace
  /** The calls that led there. */
  readonly calledFrom?: readonly CallPlace[]
}

/** Where the rest can be read of an error of which one line is shown. */
const whole = 'FLOWSPEC_DEBUG=1 shows all of the error, and the calls that led there.'

/** What to do about something that was thrown. */
export function wayOutOf(error: unknown): string {
  const hasStack = error instanceof Error && typeof error.stack === 'string'
  return hasStack ? whole : 'Throw an Error, which says where it comes from: throw new Error(…).'
}

/** `Cannot find module './x.ts'`, and of modules of the engine's own who asked for it. */
const missing = /^Cannot find (?:module|package) ['"](.+?)['"](?: imported from (.+?))?(?:\n|$)/

/** Where a module is imported in the text of another. */
function placeOfImport(importer: string, specifier: string): SourcePlace | undefined {
  const lines = new FileTexts().textOf(importer)?.split('\n') ?? []
  const line = lines.findIndex((one) => /\b(?:from|import|require)\b/.test(one) && one.includes(basename(specifier)))
  if (line < 0) return undefined
  return { file: importer, line: line + 1, column: (lines[line]?.search(/['"]/) ?? 0) + 1 }
}

/**
 * Where an error was thrown, and the calls that led there; of compiled TypeScript the column is one of what the compiler made
 * of it.
 *
 * @param isCalled - as {@link errorPlaces} takes it
 */
export function thrownFrom(error: unknown, isCalled = false): Pick<ModuleError, 'calledFrom' | 'source'> {
  const places = errorPlaces(error, isCalled)
  const { file, line, column } = places?.source ?? {}
  if (file === undefined || line === undefined || column === undefined) return {}
  if (!isCompiled(file)) return { ...places }
  const text = new FileTexts().lineOf(file, line)
  return { ...places, source: { file, line, column: text === undefined ? column : columnOf(text, column, {}) } }
}

/** A place that is known without the stack of an error; else that of the error. */
function placed(place: SourcePlace | undefined, error: unknown): Pick<ModuleError, 'calledFrom' | 'source'> {
  return place === undefined ? thrownFrom(error) : { source: place }
}

function missingModule(error: unknown, path: string, cwd: string): ModuleError | undefined {
  const [, specifier, told] = missing.exec(showError(error)) ?? []
  if (specifier === undefined) return undefined
  const importer = told?.startsWith('file:') ? fileURLToPath(told) : told
  const [, stacked] = /Require stack:\s*\n- (.+)/.exec(showError(error)) ?? []
  const place = placed(placeOfImport(importer ?? stacked ?? path, specifier), error)
  const isPath = /^(?:\.{0,2}\/|[A-Za-z]:[\\/])/.test(specifier)
  const shown = isPath && !specifier.startsWith('.') ? shownPath(specifier, cwd) : specifier
  if (isPath) return { message: `There is no module ${shown}.`, hint: 'Mend the path of the import.', ...place }
  return { message: `There is no package ${shown}.`, hint: `Install it: npm install ${shown}.`, ...place }
}

/** How loaders say that a module lacks what is imported of it: with what it is called, or with what they make of the call. */
const notExported = [
  /requested module '([^']+)' does not provide an export named '([$\w]+)'/,
  /^\(0 ?, ?_([$\w]+?)\d*\.([$\w]+)\) is not a function$/,
] as const

async function notExportedName(error: unknown): Promise<ModuleError | undefined> {
  const said = showError(error)
  const [, from, name] = notExported.map((pattern) => pattern.exec(said)).find((found) => found !== null) ?? []
  if (from === undefined || name === undefined) return undefined
  const { importableNames, importedFrom } = await import('./imported-names.ts')
  const near = importedFrom(name) === undefined ? didYouMean(name, importableNames()) : name
  const entry = near === undefined ? undefined : importedFrom(near)
  const way =
    entry === undefined
      ? `Look at what that module exports; a type is brought in by import type { ${name} }.`
      : `Write import { ${near} } from '${entry}'.`
  return { message: `The module '${from}' exports no ${name}.`, hint: way, ...thrownFrom(error) }
}

async function undefinedName(error: unknown): Promise<ModuleError | undefined> {
  const [, name] = /^([$\w]+) is not defined$/.exec(showError(error)) ?? []
  if (name === undefined) return undefined
  const { importedFrom } = await import('./imported-names.ts')
  const entry = importedFrom(name)
  const hint = entry === undefined ? 'Define it, or import it.' : `Write import { ${name} } from '${entry}'.`
  return { message: `The module cannot be loaded: ${name} is not defined.`, hint, ...thrownFrom(error) }
}

async function syntaxError(error: unknown, path: string): Promise<ModuleError | undefined> {
  const known = thrownSyntaxFault(error)
  const isUnplaced = error instanceof SyntaxError && errorPlace(error) === undefined
  const found = known ?? (isUnplaced ? await findSyntaxFault(path) : undefined)
  if (found === undefined) return undefined
  const message = `The module is not read: ${found.message.replace(/(?<![.!?])$/, '.')}`
  return { message, hint: 'Mend the syntax there, or in the line before.', ...(found.place && { source: found.place }) }
}

/** Functions that call one another until the engine has no room for more. */
function endlessCalls(error: unknown): ModuleError | undefined {
  if (!isOverflow(showError(error))) return undefined
  return {
    message: `The module cannot be loaded: its functions call one another too often: ${sentenceOf(error)}`,
    hint: 'Look at what calls itself there, and whether that ends.',
    ...thrownFrom(error),
  }
}

/** Says what an error is about that a module threw while it was loaded. */
export async function describeModuleError(error: unknown, path: string, cwd: string): Promise<ModuleError> {
  return (
    deepTextError(error, path) ??
    endlessCalls(error) ??
    (await syntaxError(error, path)) ??
    missingModule(error, path, cwd) ??
    (await notExportedName(error)) ??
    (await undefinedName(error)) ?? {
      message: `The module cannot be loaded: ${sentenceOf(error)}`,
      hint: wayOutOf(error),
      ...thrownFrom(error),
    }
  )
}
