import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'

/** Objects and lists that references are written out as: some hundred megabytes. */
const mostValues = 500_000

/** Characters of texts that references are written out as. */
const mostText = 50_000_000

/** How much a conversion has written in the place of references: n references to an entity of n fields are n² of them. */
export class ExpansionLimit {
  #values = 0
  #text = 0

  /**
   * Counts a value that is written out in the place of a reference.
   *
   * @param reference - the reference that it stands for, or stands below
   * @throws FlowSpecError when all of them are more than memory is made for
   */
  count(value: unknown, reference: string): void {
    if (typeof value === 'string') this.#text += value.length
    else if (typeof value === 'object' && value !== null) this.#values++
    if (this.#values <= mostValues && this.#text <= mostText) return
    const most = this.#values > mostValues ? `${mostValues} values` : `${mostText} characters`
    const message = `Written out, the references of the document are more than ${most}; ${showValue(reference)} is one.`
    const hint = 'Let fewer nodes refer to it, or convert parts of the document.'
    throw new FlowSpecError([
      createDiagnostic({ rule: 'document/expansion', severity: 'error', message, path: '', hint }),
    ])
  }
}
