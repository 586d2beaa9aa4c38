const largest = 2n ** 63n - 1n

/** Whether text is an id as the service gives them out: a positive number of 64 bits, in decimal, without a sign. */
export function isServiceId(text: string | undefined): text is string {
  if (text === undefined || !/^[1-9]\d{0,18}$/.test(text)) return false
  return BigInt(text) <= largest
}
