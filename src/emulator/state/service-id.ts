const digits = /^[1-9]\d{0,18}$/
const largest = 2n ** 63n - 1n

/** Whether a text can be an id of the service: a positive 64-bit integer in digits. */
export function isServiceId(text: string | undefined): text is string {
  return text !== undefined && digits.test(text) && BigInt(text) <= largest
}

/** Orders ids as numbers. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length
  if (left === right) return 0
  return left < right ? -1 : 1
}
