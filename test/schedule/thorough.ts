/**
 * Whether to run the property tests of this room on as many cases as the project promises, instead of a sample that takes
 * a second: `npm run test:thorough`, which takes about ten minutes.
 */
export const isThorough: boolean = process.env['FLOWSPEC_THOROUGH'] === '1'

/** How long a test may take that runs on all cases, in milliseconds. */
export const patience = 600_000

/** So many cases when all are wanted, else a sample of them. */
export function cases(all: number, sample: number): number {
  return isThorough ? all : sample
}
