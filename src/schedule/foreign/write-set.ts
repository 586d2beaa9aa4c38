import { numberRuns } from '../number-runs.ts'

/** Sorted numbers as every dialect reads them: a list, with ranges for three and more that follow one another. */
export function writeSet(values: readonly number[]): string {
  return numberRuns(values)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
    .join(',')
}
