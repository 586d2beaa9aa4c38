/** What the command ends with: `clean` 0, `faults` 1, `usage` 2, `changes` 3. */
export type ExitCode = 0 | 1 | 2 | 3

/** The codes by what they say: nothing is wrong, something is, the call itself is, and there are changes. */
export const exitCodes: Readonly<Record<'changes' | 'clean' | 'faults' | 'usage', ExitCode>> = {
  clean: 0,
  faults: 1,
  usage: 2,
  changes: 3,
}
