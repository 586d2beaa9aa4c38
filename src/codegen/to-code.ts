import { type ArgumentKind, checkSettings, name, oneOf, type SettingKindsOf, text } from '../builders/arguments.ts'
import { projectIn } from '../document/given-documents.ts'
import type { FoundProgram } from './documents/document-program.ts'
import { programsOf } from './documents/programs-of.ts'
import { documentsOf } from './documents-given.ts'
import type { CodeNote } from './notes.ts'
import { lengthOf, writeModules } from './write-modules.ts'

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

function noteOf({ program, fault, remark }: FoundProgram, document: number): readonly CodeNote[] {
  const message = fault === undefined ? remark : `The document stands beside the code as JSON, for ${fault}.`
  return message === undefined ? [] : [{ document, name: program.document.title, message }]
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
  const programs = programsOf(read, options.project ?? identifierGiven(documents), lengthOf)
  const { found, project } = programs
  const { header, layout = found.length === 1 ? 'single' : 'files' } = options
  const files = writeModules(programs, { layout, header })
  return {
    files: Object.freeze(Object.fromEntries([...files].sort(byPath))),
    notes: found.flatMap(noteOf),
    ...(project === undefined ? {} : { project }),
  }
}

function byPath([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1
}
