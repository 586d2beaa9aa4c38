import { checkSettings, oneOf, text } from '../builders/arguments.ts'
import { type FoundProgram, programOf } from './documents/document-program.ts'
import type { DocumentProgram } from './documents/program.ts'
import { documentsOf } from './documents-given.ts'
import { calledBy, ModuleWriter } from './module-writer.ts'
import { FileNames } from './names/file-names.ts'
import { Identifiers } from './names/identifiers.ts'
import type { CodeNote } from './notes.ts'
import type { CodeFile } from './program/code-file.ts'
import type { Declaration } from './program/expression.ts'

/** How generated code is laid out. */
export interface CodeOptions {
  /**
   * `files`: a module for each document in `workflows/`, and an index. `single`: all in the index. Default `single` for one
   * document, `files` for several.
   */
  readonly layout?: 'files' | 'single'
  /** A comment at the top of each module. Default: none. */
  readonly header?: string
}

/** A TypeScript project. */
export interface GeneratedCode {
  /** Texts of files by their paths, with `/` between folders; `index.ts` exports the builders by default, as a list. */
  readonly files: Readonly<Record<string, string>>
  /** What a person should know of the code. */
  readonly notes: readonly CodeNote[]
}

const optionKinds = { layout: oneOf('files', 'single'), header: text }

/** The files that are not modules, each text once under its name. */
class SideFiles {
  readonly #names: FileNames
  readonly #files: Map<string, string>
  readonly #paths: Map<CodeFile, string> = new Map()

  constructor(names: FileNames, files: Map<string, string>) {
    this.#names = names
    this.#files = files
  }

  pathOf(file: CodeFile): string {
    const known = this.#paths.get(file)
    if (known !== undefined) return known
    const path = this.#names.pathOf(file.folder, file.title, file.extension, 'code')
    this.#paths.set(file, path)
    this.#files.set(path, file.text)
    return path
  }
}

function declarationsOf({ drafts, document }: DocumentProgram): readonly Declaration[] {
  return [...new Set([...drafts.map(({ declaration }) => declaration), document])]
}

function writeInto(writer: ModuleWriter, programs: readonly DocumentProgram[]): void {
  const all = programs.flatMap(declarationsOf)
  // The builders of documents get the plain names, for others import them.
  const documents = new Set(programs.map(({ document }) => document))
  const named = [...new Set([...documents, ...all])]
  writer.name(named, [...all.flatMap(calledBy), 'exactNumber', 'readSpec', 'readFileSync'])
  for (const one of all) writer.write(one, documents.has(one))
}

/** How long the code of a program is. */
function lengthOf(program: DocumentProgram): number {
  const writer = new ModuleWriter({ addressOf: () => './sql/code.sql' })
  writeInto(writer, [program])
  return writer.text(undefined, undefined).length
}

function noteOf({ program, fault }: FoundProgram, document: number): readonly CodeNote[] {
  if (fault === undefined) return []
  const name = program.document.title
  return [{ document, name, message: `The document stands beside the code as JSON, for ${fault}.` }]
}

/**
 * Writes documents as a TypeScript project that builds them again: a workflow with its nodes in a module, code in files of
 * `sql/`, `py/` and `sh/`, schedules in words, what nodes have in common said once. Every document is built by the code
 * before it is given, so that what comes out is what went in; one that no builders make stands beside the code as JSON, with
 * a note. Texts of the documents get into the code as literals and nowhere else.
 *
 * @param documents - documents, builders or a project, alone or in a list
 * @param options - how the code is laid out
 * @returns the files, `index.ts` among them, and notes
 * @throws FlowSpecError for what is no document
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { toCode } from 'flowspec/codegen'
 *
 * const orders = workflow('orders').cron('00 00 02 * * ?').nodes(shell('load').code('./load.sh'))
 * const { files } = toCode(orders)
 * process.stdout.write(files['index.ts'] ?? '')
 * ```
 */
export function toCode(documents: unknown, options: CodeOptions = {}): GeneratedCode {
  checkSettings('toCode', 'options', options, optionKinds)
  const found = documentsOf('toCode', documents).map((document) => programOf(document, lengthOf))
  const files = new Map<string, string>()
  const names = new FileNames()
  const site: Site = { files, names, side: new SideFiles(names, files), header: options.header }
  names.pathOf('', 'index', 'ts', 'index')
  const programs = found.map(({ program }) => program)
  const layout = options.layout ?? (programs.length === 1 ? 'single' : 'files')
  if (layout === 'single') writeSingle(programs, site)
  else writeFiles(programs, site)
  return { files: Object.freeze(Object.fromEntries([...files].sort(byPath))), notes: found.flatMap(noteOf) }
}

function byPath([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1
}

/** What the modules of a project share. */
interface Site {
  readonly files: Map<string, string>
  readonly names: FileNames
  readonly side: SideFiles
  readonly header: string | undefined
}

function writeSingle(programs: readonly DocumentProgram[], { files, side, header }: Site): void {
  const writer = new ModuleWriter({ addressOf: (file) => `./${side.pathOf(file)}` })
  writeInto(writer, programs)
  files.set(
    'index.ts',
    writer.text(
      programs.map(({ document }) => writer.nameOf(document)),
      header,
    ),
  )
}

function writeFiles(programs: readonly DocumentProgram[], { files, names, side, header }: Site): void {
  const identifiers = new Identifiers()
  const index = new ModuleWriter({ addressOf: () => '' })
  const exported = programs.map((program) => {
    const path = names.pathOf('workflows', program.document.title, 'ts', 'document')
    const writer = new ModuleWriter({ addressOf: (file) => `../${side.pathOf(file)}` })
    writeInto(writer, [program])
    files.set(path, writer.text(undefined, header))
    const own = writer.nameOf(program.document)
    const name = identifiers.nameOf(program.document.title, program.document.kind)
    index.uses(`./${path}`, own === name ? own : `${own} as ${name}`)
    return name
  })
  files.set('index.ts', index.text(exported, header))
}
