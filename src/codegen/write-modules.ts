import type { DocumentProgram } from './documents/program.ts'
import type { Programs } from './documents/programs-of.ts'
import { calledBy, ModuleWriter } from './module-writer.ts'
import { FileNames } from './names/file-names.ts'
import { Identifiers } from './names/identifiers.ts'
import { projectNames } from './printing/module-text.ts'
import type { CodeFile } from './program/code-file.ts'
import type { Declaration } from './program/expression.ts'

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
export function lengthOf(program: DocumentProgram): number {
  const writer = new ModuleWriter({ addressOf: () => './sql/code.sql' })
  writeInto(writer, [program])
  return writer.text(undefined, undefined).length
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

/** How the modules of programs are laid out. */
interface WrittenLayout {
  readonly layout: 'files' | 'single'
  readonly header: string | undefined
}

/** The modules of programs with the files beside them, by their paths. */
export function writeModules(
  { found, project, order }: Programs,
  { layout, header }: WrittenLayout,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const names = new FileNames()
  const site: Site = { files, names, side: new SideFiles(names, files), header, project, order }
  names.pathOf('', 'index', 'ts', 'index')
  const programs = found.map(({ program }) => program)
  if (layout === 'single') writeSingle(programs, site)
  else writeFiles(programs, site)
  return files
}
