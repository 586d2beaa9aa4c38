import type { CronFieldSpec } from './cron-field.ts'
import type { CronPiece, CronProblems } from './cron-problems.ts'
import { labelFields } from './label-fields.ts'
import { quote } from './quote.ts'
import type { SixFields } from './six-fields.ts'

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
