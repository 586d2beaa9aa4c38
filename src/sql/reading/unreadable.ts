/** Why a statement cannot be read, and where in the code. It ends the statement and never gets out of the reader. */
export class Unreadable extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}
