/** The longest time a timer can run, about 24.8 days. */
const longest = 2_147_483_647

/**
 * Reads an option that is a time in milliseconds.
 *
 * @throws RangeError when it is not a positive whole number that a timer can hold
 */
export function timeLimit(name: string, given: number | undefined, preset: number): number {
  const value = given ?? preset
  if (!Number.isInteger(value) || value < 1 || value > longest) {
    throw new RangeError(`${name} must be a whole number of milliseconds from 1 to ${longest}, not ${value}`)
  }
  return value
}
