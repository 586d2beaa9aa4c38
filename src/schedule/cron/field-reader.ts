import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { CronDialect, CronFieldSpec } from './cron-fields.ts'
import type { CronPiece, CronProblems } from './diagnostics.ts'
import { type ItemMeaning, judgeItem } from './judge.ts'
import { labelFields, type SixFields } from './six-fields.ts'

/** One field while it is read: what it takes, what stands in it, and where its faults go. */
export class FieldReader {
  readonly spec: CronFieldSpec
  readonly token: CronPiece
  readonly dialect: CronDialect
  readonly problems: CronProblems
  readonly #all: SixFields

  constructor(
    spec: CronFieldSpec,
    token: CronPiece,
    { dialect, all, problems }: { dialect: CronDialect; all: SixFields; problems: CronProblems },
  ) {
    this.spec = spec
    this.token = token
    this.dialect = dialect
    this.problems = problems
    this.#all = all
  }

  /** The field in a message. */
  get title(): string {
    return `${this.spec.label} ${showValue(this.token.text)}`
  }

  /** Names a piece of the field in a message, and the field with it. */
  describe(piece: CronPiece, kind: string): string {
    return piece.text === this.token.text
      ? `The ${this.title}`
      : `The ${kind} ${showValue(piece.text)} in ${this.title}`
  }

  /** Reports an error; what the field takes is added to the message, and how the cron was read to the hint. */
  error(
    piece: CronPiece,
    fault: string,
    hint: string = 'A list is 1,3, a range is 1-3, a step is 2/5.',
    rule: BuiltInRuleName = 'schedule/cron-syntax',
  ): void {
    this.problems.refuse(rule, {
      field: this.spec.field,
      piece,
      message: `${fault}; allowed are ${this.spec.allowed}.`,
      hint: `${hint} The fields read ${labelFields(this.#all)}.`,
    })
  }

  /**
   * What an item means, written as cron-parser reads it. What cron-parser refuses although nothing was found wrong with it
   * here is reported in its words, and gives undefined.
   */
  judge(text: string, piece: CronPiece): ItemMeaning | undefined {
    const judged = judgeItem(this.spec.field, text)
    if (judged.ok) return judged
    const fault = `${this.describe(piece, 'item')} is refused by cron-parser, which says ${showValue(judged.reason, 200)}`
    this.error(piece, fault)
    return undefined
  }
}
