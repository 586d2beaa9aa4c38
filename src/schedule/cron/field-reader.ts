import { quote } from '../quote.ts'
import type { CronPiece, CronProblems } from './diagnostics.ts'
import type { CronField, CronFieldSpec } from './field-specs.ts'
import { labelFields, type SixFields } from './six-fields.ts'

/** One field while it is read: what it takes, what stands in it, and where its faults go. */
export class FieldReader {
  readonly spec: CronFieldSpec
  readonly token: CronPiece
  readonly problems: CronProblems
  readonly #all: SixFields

  constructor(spec: CronFieldSpec, token: CronPiece, all: SixFields, problems: CronProblems) {
    this.spec = spec
    this.token = token
    this.problems = problems
    this.#all = all
  }

  /** Names a piece of the field in a message, and the field with it. */
  describe(piece: CronPiece, kind: string): string {
    const field = `${this.spec.label} ${quote(this.token.text)}`
    return piece.text === this.token.text ? `The ${field}` : `The ${kind} ${quote(piece.text)} in ${field}`
  }

  /** Reports an error; what the field takes is added to the message, and how the cron was read to the hint. */
  error(place: CronPiece, fault: string, hint: string = 'A list is 1,3, a range is 1-3, a step is 2/5.'): void {
    this.problems.error({
      field: this.spec.field,
      place,
      message: `${fault}; allowed are ${this.spec.allowed}.`,
      hint: `${hint} The fields read ${labelFields(this.#all)}.`,
    })
  }
}

/** The full-width forms of the printable ASCII characters, which lie this far above them. */
const wideCharacter = /[\uFF01-\uFF5E]/g
const distance = 0xfee0

/**
 * Reports a field that holds full-width characters, as an input method for Chinese types them (`？` for `?`), and gives
 * it as it was meant, so that its other faults are found as well.
 */
export function narrowField(piece: CronPiece, field: CronField, problems: CronProblems): CronPiece {
  const text = piece.text.replace(wideCharacter, (wide) => String.fromCharCode(wide.charCodeAt(0) - distance))
  if (text === piece.text) return piece
  problems.error({
    field,
    place: piece,
    message: `The ${field.replaceAll('-', ' ')} ${quote(piece.text)} has full-width characters.`,
    hint: `Write ${quote(text)}.`,
  })
  return { text, column: piece.column }
}

/** Whether a field's text lets every value pass: what makes it safe to restrict the other of the two day fields. */
export function isWildcard(text: string): boolean {
  return text === '*' || text === '?' || text === '*/1'
}
