import { ProjectImpl } from '../../builders/project/project.ts'
import type { SpecReview } from '../../check/check-spec.ts'
import type { CodeBeside } from '../../codegen/files/git-folder.ts'
import type { Diagnostic, SourcePlace } from '../../diagnostics/diagnostic.ts'
import type { ReadDocument } from '../../document/read-spec.ts'

/** A builder of this package or of another copy of it. */
export interface AnyBuilder {
  build(options: Readonly<Record<string, unknown>>): unknown
  check(options: Readonly<Record<string, unknown>>): readonly Diagnostic[]
  /** Older copies lack it. */
  review?(options: Readonly<Record<string, unknown>>): SpecReview
  toJSON(): unknown
}

/** A builder or a built project that a module exports. */
export interface BuilderSource {
  readonly kind: 'builder'
  /** The file as it is shown: from the working directory on where it stands in that. */
  readonly uri: string
  readonly builder: AnyBuilder
  /** Whether an environment was chosen already. */
  readonly isOpened?: true
}

/** A document of a file, of standard input, or of a module. */
export interface DocumentSource {
  readonly kind: 'document'
  readonly uri: string
  readonly document: ReadDocument
  /** The text it was read from. */
  readonly text?: string
  /** Line and column of what stands at a JSON Pointer; of text that is not JSON. */
  readonly places?: (pointer: string) => SourcePlace | undefined
  /** The files that code stands in, by the JSON Pointer that it has in the document. */
  readonly codes?: ReadonlyMap<string, CodeBeside>
}

/** What a path leads to. */
export type Source = BuilderSource | DocumentSource

/** Whether a source is a project: one of builders, or one that was opened for an environment. */
export function isProject(source: Source): boolean {
  return source.kind === 'builder' && (source.isOpened === true || ProjectImpl.stateOf(source.builder) !== undefined)
}

/** Files that cannot be read as what they should be, with what is wrong. */
export interface UnreadSource {
  readonly kind: 'unread'
  readonly uri: string
  /** The text of the file, into which paths of diagnostics lead; of a module there is none. */
  readonly text?: string
  readonly diagnostics: readonly Diagnostic[]
}
