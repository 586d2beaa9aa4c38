import { buildFault } from '../../builders/build/faults.ts'
import { type CompletedDocument, type FileTrouble, GitFolder } from '../../codegen/files/git-folder.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { type ImportedNote, tellNotes } from '../migration/notes-text.ts'
import type { UnreadSource } from './source.ts'
import { type SourceFile, shownPath } from './source-files.ts'

/** The folders of Git mode that the files of a call stand in, and what is found beside their documents. */
export class GitFolders {
  readonly #cwd: string
  readonly #folders: Map<string, GitFolder> = new Map()
  readonly #codes: Set<string> = new Set()
  readonly #notes: ImportedNote[] = []
  readonly #unread: Map<string, UnreadSource> = new Map()

  constructor({ cwd }: Pick<CommandConsole, 'cwd'>) {
    this.#cwd = cwd
  }

  /** A document with the code of its nodes, and values in the place of its placeholders. */
  completed({ path, root }: Pick<SourceFile, 'path' | 'root'>, document: ReadDocument): CompletedDocument {
    const folder = this.#folders.get(root) ?? new GitFolder(root, (trouble) => this.#take(trouble))
    this.#folders.set(root, folder)
    const completed = folder.completed(path, document)
    for (const code of completed.codes.values()) this.#codes.add(code.path)
    return completed
  }

  /** Whether a file was read as the code of a node: it is no document then, whatever its name says. */
  isCode(path: string): boolean {
    return this.#codes.has(path)
  }

  /** The files that belong to documents and cannot be read: without them, code would be taken for gone. */
  get unread(): readonly UnreadSource[] {
    return [...this.#unread.values()]
  }

  /** Tells what was read, and may not be what is meant. */
  tell(console: CommandConsole): void {
    tellNotes(this.#notes, console)
  }

  #take({ path, message, cause }: FileTrouble): void {
    const uri = shownPath(path, this.#cwd)
    if (cause === undefined) {
      this.#notes.push({ place: uri, what: message })
      return
    }
    const hint = 'It belongs to documents of Git mode, which are not whole without it.'
    const diagnostics = [buildFault('code/file-unreadable', { message, hint }, '')]
    this.#unread.set(path, { kind: 'unread', uri, diagnostics })
  }
}
