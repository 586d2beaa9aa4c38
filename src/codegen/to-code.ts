import { type ArgumentKind, checkSettings, name, oneOf, type SettingKindsOf, text } from '../builders/arguments.ts'
import { projectIn } from '../document/given-documents.ts'
import type { FoundProgram } from './documents/document-program.ts'
import type { DocumentProgram } from './documents/program.ts'
import { programsOf } from './documents/programs-of.ts'
import { documentsOf } from './documents-given.ts'
import { calledBy, ModuleWriter } from './module-writer.ts'
import { FileNames } from './names/file-names.ts'
import { Identifiers } from './names/identifiers.ts'
import type { CodeNote } from './notes.ts'
import { projectNames } from './printing/module-text.ts'
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
  /**
   * English name of the project whose parts the documents are, with which the outputs of their nodes begin, `retail.load`, or what
   * stands for it there, such as `${projectIdentifier}`. Builders of the code do not say such outputs; `index.ts` exports the
   * project. Default: that of the project that is given, else the one that the outputs begin with, where it makes the code shorter.
   */
  readonly project?: string
}

/** A TypeScript project. */
export interface GeneratedCode {
  /** Texts of files by their paths, with `/` between folders; `index.ts` exports the builders by default, as a list, or the project of them, which are its `parts` then. */
  readonly files: Readonly<Record<string, string>>
  /** What a person should know of the code. */
  readonly notes: readonly CodeNote[]
  /** The project that `index.ts` exports, whose `parts` the builders are; undefined where it exports a list of builders. */
  readonly project?: string
}

const identifierKind: ArgumentKind = {
  takes: 'the English name of a project, without dots',
  holds: (value) => name.holds(value) && !String(value).includes('.'),
}

const optionKinds: SettingKindsOf<CodeOptions> = {
  layout: oneOf('files', 'single'),
  header: text,
  project: identifierKind,
}

/** The identifier of a project that was given; a document may have a field of that name. */
function identifierGiven(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || 'kind' in given || 'spec' in given) return undefined
  const identifier = projectIn(given)
  return identifierKind.holds(identifier) ? identifier : undefined
}

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

function writeInto(
  writer: ModuleWriter,
  programs: readonly DocumentProgram[],
  others: readonly Declaration[] = [],
): void {
  const all = programs.flatMap(declarationsOf)
  // The builders of documents get the plain names, for others import them.
  const documents = new Set(programs.map(({ document }) => document))
  const named = [...new Set([...documents, ...all, ...others])]
  writer.name(named, [...all.flatMap(calledBy), 'exactNumber', 'readSpec', 'readFileSync', ...projectNames])
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
  const read = documentsOf('toCode', documents)
  const { found, project, order } = programsOf(read, options.project ?? identifierGiven(documents), lengthOf)
  const files = new Map<string, string>()
  const names = new FileNames()
  const site: Site = { files, names, side: new SideFiles(names, files), header: options.header, project, order }
  names.pathOf('', 'index', 'ts', 'index')
  const programs = found.map(({ program }) => program)
  const layout = options.layout ?? (programs.length === 1 ? 'single' : 'files')
  if (layout === 'single') writeSingle(programs, site)
  else writeFiles(programs, site)
  return {
    files: Object.freeze(Object.fromEntries([...files].sort(byPath))),
    notes: found.flatMap(noteOf),
    ...(project === undefined ? {} : { project }),
  }
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
  /** The project that the index exports; undefined for a list of builders. */
  readonly project: string | undefined
  /** The places of documents, those first that others take outputs of. */
  readonly order: readonly number[]
}

function writeSingle(programs: readonly DocumentProgram[], { files, side, header, project, order }: Site): void {
  const writer = new ModuleWriter({ addressOf: (file) => `./${side.pathOf(file)}` })
  writeInto(
    writer,
    order.flatMap((at) => programs[at] ?? []),
  )
  files.set(
    'index.ts',
    writer.text({ names: programs.map(({ document }) => writer.nameOf(document)), project }, header),
  )
}

/** A module of a document. */
interface DocumentModule {
  readonly program: DocumentProgram
  readonly path: string
  /** What it calls the builder of the document. */
  name: string
}

/** The builders of other documents that a program takes outputs of. */
function takenBy(program: DocumentProgram): readonly Declaration[] {
  const own = declarationsOf(program)
  const others = new Set<Declaration>()
  const queue = own.map(({ value }) => value)
  for (const expression of queue) {
    if (expression.kind === 'reference') others.add(expression.to)
    if (expression.kind === 'method') queue.push(expression.on, ...expression.args)
    if (expression.kind === 'call') queue.push(...expression.args)
  }
  for (const one of own) others.delete(one)
  return [...others]
}

/** What a module imports under the name that it calls it by. */
function importedAs(exported: string, name: string): string {
  return exported === name ? name : `${exported} as ${name}`
}

function writeFiles(programs: readonly DocumentProgram[], { files, names, side, header, project, order }: Site): void {
  const identifiers = new Identifiers(projectNames)
  const index = new ModuleWriter({ addressOf: () => '' })
  const modules = programs.map((program): DocumentModule => {
    return { program, path: names.pathOf('workflows', program.document.title, 'ts', 'document'), name: '' }
  })
  const byBuilder = new Map(modules.map((one) => [one.program.document, one]))
  for (const module of order.flatMap((at) => modules[at] ?? [])) {
    const { program, path } = module
    const writer = new ModuleWriter({ addressOf: (file) => `../${side.pathOf(file)}` })
    const others = takenBy(program)
    writeInto(writer, [program], others)
    for (const one of others) {
      const other = byBuilder.get(one)
      if (other !== undefined)
        writer.uses(`./${other.path.replace(/^.*\//, '')}`, importedAs(other.name, writer.nameOf(one)))
    }
    files.set(path, writer.text(undefined, header))
    module.name = writer.nameOf(program.document)
  }
  const exported = modules.map(({ program, path, name: own }) => {
    const name = identifiers.nameOf(program.document.title, program.document.kind)
    index.uses(`./${path}`, importedAs(own, name))
    return name
  })
  files.set('index.ts', index.text({ names: exported, project }, header))
}
