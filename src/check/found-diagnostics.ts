import { createDiagnostic, type Diagnostic, type Severity } from '../diagnostics/diagnostic.ts'

/** So many are kept of the errors, and so many again of all else: more than anybody reads. */
const most = 10_000

/** The room for their text, in characters: pointers and messages hold names, and a document may have one of a megabyte. */
const mostText = 20_000_000

class Kept {
  readonly list: Diagnostic[] = []
  #text = 0

  /** Whether there was room. */
  add(diagnostic: Diagnostic): boolean {
    this.#text += diagnostic.path.length + diagnostic.message.length
    if (this.list.length >= most || this.#text > mostText) return false
    this.list.push(diagnostic)
    return true
  }
}

/** What a check finds in one document. There is an end to what it keeps, and a last diagnostic says what was beyond that. */
export class FoundDiagnostics {
  readonly #errors = new Kept()
  readonly #others = new Kept()
  readonly #left: Record<Severity, number> = { error: 0, warning: 0, info: 0 }

  add(diagnostic: Diagnostic): void {
    const kept = diagnostic.severity === 'error' ? this.#errors : this.#others
    if (!kept.add(diagnostic)) this.#left[diagnostic.severity]++
  }

  all(): readonly Diagnostic[] {
    const { error, warning, info } = this.#left
    const kept = [...this.#errors.list, ...this.#others.list]
    if (error + warning + info === 0) return kept
    const severity = error > 0 ? 'error' : warning > 0 ? 'warning' : 'info'
    const message = `There is more than is told here: ${error} errors, ${warning} warnings and ${info} notes.`
    const hint = 'Mend what is told and check again; a rule that finds much can be set to "off".'
    return [...kept, createDiagnostic({ rule: 'document/more-faults', severity, message, path: '', hint })]
  }
}
