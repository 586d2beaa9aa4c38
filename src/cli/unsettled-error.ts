import { CommandError } from './command-error.ts'

/** Something of the user that never gives what a command waits for. */
export class UnsettledError extends CommandError {
  override readonly name: string = 'UnsettledError'

  /** @param what - what never gives it, as the beginning of a sentence: 'The module is never loaded' */
  constructor(what: string) {
    super(`${what}: nothing is under way any more that could settle what it awaits.`, {
      next: 'Look at what is awaited there, also in what it imports: a promise that nobody resolves or rejects.',
    })
  }
}
