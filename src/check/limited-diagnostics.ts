import { createDiagnostic, type Diagnostic, type Severity } from '../diagnostics/diagnostic.ts'

/** So many are kept of the errors, and so many again of all else: more than anybody reads. */
const most = 10_000

/** The room for their text, in characters: pointers and messages hold names, and a document may have one of a megabyte. */
const mostText = 20_000_000

/** The room for diagnostics of some severities. */
class Room {
  #count = 0
  #text = 0

  /** Whether there is room for one more, which then takes it. */
  take({ path, message }: Diagnostic): boolean {
    this.#text += path.length + message.length
    this.#count++
    return this.#count <= most && this.#text <= mostText
  }
}

/** What a check finds in one document. There is an end to what it keeps, and a last diagnostic says what was beyond that. */
export class LimitedDiagnostics {
  readonly #kept: Diagnostic[] = []
  readonly #ofErrors = new Room()
  readonly #ofOthers = new Room()
  readonly #left: Record<Severity, number> = { error: 0, warning: 0, info: 0 }

  add(diagnostic: Diagnostic): void {
    const room = diagnostic.severity === 'error' ? this.#ofErrors : this.#ofOthers
    if (room.take(diagnostic)) this.#kept.push(diagnostic)
    else this.#left[diagnostic.severity]++
  }

  all(): readonly Diagnostic[] {
    const { error, warning, info } = this.#left
    if (error + warning + info === 0) return this.#kept
    const severity = error > 0 ? 'error' : warning > 0 ? 'warning' : 'info'
    const message = `There is more than is told here: ${error} errors, ${warning} warnings and ${info} notes.`
    const hint = 'Mend what is told and check again; a rule that finds much can be set to "off".'
    return [...this.#kept, createDiagnostic({ rule: 'document/more-faults', severity, message, path: '', hint })]
  }
}
