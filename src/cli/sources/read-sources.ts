import { readFileSync } from 'node:fs'
import { eachBuilderOnce } from '../../builders/project/each-builder-once.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import { documentText } from '../../document/utf8-text.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { moduleSources } from '../modules/module-exports.ts'
import { unusableModule } from '../modules/module-fault.ts'
import { withPlaces } from '../modules/with-places.ts'
import type { GitFolders } from './git-folders.ts'
import type { DocumentSource, Source, UnreadSource } from './source.ts'
import { type SourceFile, sourceFiles } from './source-files.ts'

/** What paths lead to: pipelines, and files that could not be read as such. */
export interface ReadSources {
  readonly sources: readonly Source[]
  readonly unread: readonly UnreadSource[]
  /** How many files were read. */
  readonly files: number
  /** The files, as they are shown, that were found in folders and not named in the call. */
  readonly inFolders: ReadonlySet<string>
}

/** What the files of a call are read with. */
interface Reading {
  readonly console: CommandConsole
  readonly look: TextLook | undefined
  /** Where some of the files are documents of Git mode. */
  readonly git: GitFolders | undefined
}

async function readDocument(file: SourceFile, text: string, { git }: Reading): Promise<DocumentSource> {
  const { uri, kind } = file
  if (kind !== 'yaml') {
    const document = readSpec(text)
    const completed = isGitFile(file) ? git?.completed(file, document) : undefined
    return { kind: 'document', uri, document, text, ...completed }
  }
  const [{ readYaml }, { yamlPlaces }] = await Promise.all([
    import('../../yaml/read-yaml.ts'),
    import('./yaml-places.ts'),
  ])
  return { kind: 'document', uri, document: readYaml(text), text, places: yamlPlaces(text) }
}

/** Whether a document of a folder is one of FlowSpec: others stand there too. */
function isFlowSpec(document: ReadDocument): boolean {
  return 'spec' in document || ('kind' in document && 'version' in document)
}

/** What is said of values that programs give is said of a file to whoever wrote that. */
function ofFile(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.rule !== 'document/not-json') return diagnostic
  return { ...diagnostic, hint: 'A document has kind, version and spec.' }
}

async function readTextFile(
  file: SourceFile,
  text: string,
  reading: Reading,
): Promise<Source | UnreadSource | undefined> {
  try {
    const source = await readDocument(file, text, reading)
    return file.isNamed || isFlowSpec(source.document) ? source : undefined
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return { kind: 'unread', uri: file.uri, text, diagnostics: error.diagnostics.map(ofFile) }
  }
}

async function readModule(
  { path, uri, isNamed }: SourceFile,
  console: CommandConsole,
): Promise<readonly (Source | UnreadSource)[]> {
  try {
    return await withPlaces(async () => moduleSources(await console.importModule(path), uri, isNamed))
  } catch (error) {
    return [await unusableModule(error, path, console)]
  }
}

/** The text of a file; one in another encoding is not read. */
async function textOf({ path, uri }: SourceFile, console: CommandConsole): Promise<string | UnreadSource> {
  try {
    return path === '-' ? await console.readInput() : documentText(readFileSync(path))
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return { kind: 'unread', uri, diagnostics: error.diagnostics }
  }
}

async function readFile(file: SourceFile, reading: Reading): Promise<readonly (Source | UnreadSource)[]> {
  const { console, look } = reading
  if (file.kind === 'module') return await readModule(file, console)
  const text = await textOf(file, console)
  if (typeof text !== 'string') return [text]
  look?.(file.uri, text)
  // JSON is YAML, and what comes in by a pipe has no name that tells.
  const isJson = file.kind === 'json' && (file.path !== '-' || /^\s*[{[]/.test(text))
  const read = await readTextFile(isJson ? file : { ...file, kind: 'yaml' }, text, reading)
  return read === undefined ? [] : [read]
}

/** Looks at the text of a file before it is read as a document, and throws where it is none. */
export type TextLook = (uri: string, text: string) => void

/** What is wrong in a module is told by every module that imports it: each fault that has a place is told once. */
function eachFaultOnce(unread: readonly UnreadSource[]): readonly UnreadSource[] {
  const seen = new Set<string>()
  return unread.flatMap((source) => {
    const diagnostics = source.diagnostics.filter(({ source: place, rule, message }) => {
      if (place?.file === undefined) return true
      const key = JSON.stringify([place.file, place.line, place.column, rule, message])
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    return diagnostics.length === 0 ? [] : [{ ...source, diagnostics }]
  })
}

/** Sources each once: builders that modules make and others gather, and documents that several modules export. */
function eachSourceOnce(sources: readonly Source[]): readonly Source[] {
  return eachBuilderOnce(sources, (source) => (source.kind === 'builder' ? source.builder : source.document))
}

/**
 * Reads all that paths lead to, in their order.
 *
 * @throws UsageError for paths that lead nowhere
 */
export async function readSources(
  paths: readonly string[],
  console: CommandConsole,
  look?: TextLook,
): Promise<ReadSources> {
  const files = sourceFiles(paths, console.cwd)
  const git = await gitFoldersOf(files, console)
  const found = await readEach(files, { console, look, git })
  git?.tell(console)
  const all = [...found.values()].flat()
  const sources = all.filter((one) => one.kind !== 'unread')
  const unread = [...(git?.unread ?? []), ...all.filter((one) => one.kind === 'unread')]
  const inFolders = new Set([...found.keys()].filter(({ isNamed }) => !isNamed).map(({ uri }) => uri))
  return { sources: eachSourceOnce(sources), unread: eachFaultOnce(unread), files: found.size, inFolders }
}

function isGitFile({ path }: SourceFile): boolean {
  return path.endsWith('.spec.json')
}

async function gitFoldersOf(files: readonly SourceFile[], console: CommandConsole): Promise<GitFolders | undefined> {
  if (!files.some(isGitFile)) return undefined
  const { GitFolders } = await import('./git-folders.ts')
  return new GitFolders(console)
}

/** Reads files, and leaves out those of a folder that hold the code of a document, which is read before them. */
async function readEach(
  files: readonly SourceFile[],
  reading: Reading,
): Promise<ReadonlyMap<SourceFile, readonly (Source | UnreadSource)[]>> {
  const found = new Map<SourceFile, readonly (Source | UnreadSource)[]>(files.map((file) => [file, []]))
  for (const file of files.filter(isGitFile)) found.set(file, await readFile(file, reading))
  for (const file of files.filter((one) => !isGitFile(one))) {
    const isCode = !file.isNamed && reading.git?.isCode(file.path) === true
    if (isCode) found.delete(file)
    else found.set(file, await readFile(file, reading))
  }
  return found
}
