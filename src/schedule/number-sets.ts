/** The values in order, each once. */
export function sortedSet(values: Iterable<number>): readonly number[] {
  return [...new Set(values)].sort((left, right) => left - right)
}

/** All whole numbers from `first` to `last`. */
// @__NO_SIDE_EFFECTS__
export function wholeNumbers(first: number, last: number): readonly number[] {
  const numbers: number[] = []
  for (let number = first; number <= last; number++) numbers.push(number)
  return numbers
}

/** Whole numbers that follow one another; both ends are the same for one that stands alone. */
export interface NumberRun {
  readonly first: number
  readonly last: number
}

const shortestRun = 3

/** Groups sorted numbers: three and more that follow one another become one run, others stand alone. */
export function numberRuns(numbers: readonly number[]): readonly NumberRun[] {
  const runs: NumberRun[] = []
  let start = 0
  for (let index = 1; index <= numbers.length; index++) {
    const first = numbers[start]
    const last = numbers[index - 1]
    if (first === undefined || last === undefined || numbers[index] === last + 1) continue
    if (index - start >= shortestRun) runs.push({ first, last })
    else runs.push(...numbers.slice(start, index).map((number) => ({ first: number, last: number })))
    start = index
  }
  return runs
}
