/** What is told beside the message of an error. */
interface NextStep extends ErrorOptions {
  /** What to do about it: a sentence. */
  readonly next: string
}

/** Something that a command met and cannot go on with: it ends with 1. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError'
  readonly next: string

  constructor(message: string, options: NextStep) {
    super(message, options)
    this.next = options.next
  }
}

/** A call that cannot be carried out as it is written: the command ends with 2. */
export class UsageError extends CommandError {
  override readonly name: string = 'UsageError'
}
