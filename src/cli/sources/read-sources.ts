import { readFileSync } from 'node:fs'
import { eachBuilderOnce } from '../../builders/project/each-builder-once.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { moduleSources } from '../modules/module-exports.ts'
import { unusableModule } from '../modules/module-fault.ts'
import { withPlaces } from '../modules/with-places.ts'
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

async function readDocument({ uri, kind }: SourceFile, text: string): Promise<DocumentSource> {
  if (kind !== 'yaml') return { kind: 'document', uri, document: readSpec(text), text }
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

async function readTextFile(file: SourceFile, text: string): Promise<Source | UnreadSource | undefined> {
  try {
    const source = await readDocument(file, text)
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

async function readFile(
  file: SourceFile,
  console: CommandConsole,
  look: TextLook | undefined,
): Promise<readonly (Source | UnreadSource)[]> {
  if (file.kind === 'module') return await readModule(file, console)
  const text = file.path === '-' ? await console.readInput() : readFileSync(file.path, 'utf8')
  look?.(file.uri, text)
  // JSON is YAML, and what comes in by a pipe has no name that tells.
  const isJson = file.kind === 'json' && (file.path !== '-' || /^\s*[{[]/.test(text))
  const read = await readTextFile(isJson ? file : { ...file, kind: 'yaml' }, text)
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
  const sources: Source[] = []
  const unread: UnreadSource[] = []
  for (const file of files) {
    for (const one of await readFile(file, console, look)) {
      if (one.kind === 'unread') unread.push(one)
      else sources.push(one)
    }
  }
  const inFolders = new Set(files.filter(({ isNamed }) => !isNamed).map(({ uri }) => uri))
  return { sources: eachSourceOnce(sources), unread: eachFaultOnce(unread), files: files.length, inFolders }
}
