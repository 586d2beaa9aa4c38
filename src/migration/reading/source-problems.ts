import { createDiagnostic, type Diagnostic, type SourcePlace } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { Notes } from '../note.ts'

/** Faults of a source, which are told all at once. */
export class SourceProblems {
  readonly #found: Diagnostic[] = []

  /** @param path - where it stands: a JSON Pointer, or the empty text */
  add(path: string, message: string, hint: string): void {
    this.#found.push(createDiagnostic({ rule: 'migration/source', severity: 'error', message, hint, path }))
  }

  /** Tells of something at a place of a text. */
  addAt(source: SourcePlace, message: string, hint: string): void {
    this.#found.push(createDiagnostic({ rule: 'migration/source', severity: 'error', message, hint, path: '', source }))
  }

  /** @throws FlowSpecError with all that was found, if anything was */
  end(): void {
    if (this.#found.length > 0) throw new FlowSpecError(this.#found)
  }
}

/** Where a workflow of a source is read. */
export interface EntrySite {
  /** A JSON Pointer. */
  readonly path: string
  readonly problems: SourceProblems
  readonly notes: Notes
}

/** Ends a migration whose source is none at all. */
export function refuseSource(message: string, hint: string): never {
  const problems = new SourceProblems()
  problems.add('', message, hint)
  problems.end()
  throw new Error('A problem that was added ends the migration.')
}
