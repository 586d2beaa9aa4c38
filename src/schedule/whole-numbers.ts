/** All whole numbers from `first` to `last`. */
export function wholeNumbers(first: number, last: number): readonly number[] {
  const numbers: number[] = []
  for (let number = first; number <= last; number++) numbers.push(number)
  return numbers
}
