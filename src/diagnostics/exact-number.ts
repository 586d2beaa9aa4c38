/** A number as its digits, without zeros at either end, and the power of ten that they are multiplied by. */
interface Decimal {
  readonly sign: string
  readonly digits: string
  readonly exponent: number
}

/** A number as JSON writes it. */
export const jsonNumber: RegExp = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/

function decimalOf(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', power = '0'] = jsonNumber.exec(text) ?? []
  const all = (whole + fraction).replace(/^0+/, '')
  let end = all.length
  while (end > 0 && all.charCodeAt(end - 1) === zero) end -= 1
  if (end === 0) return { sign, digits: '', exponent: 0 }
  return { sign, digits: all.slice(0, end), exponent: Number(power) - fraction.length + (all.length - end) }
}

const zero = 48

/** Whether two texts are the same number, whatever they look like: `1.0` and `1`, but not `-0` and `0`. */
function isSame(left: string, right: string): boolean {
  const [one, other] = [decimalOf(left), decimalOf(right)]
  return one.sign === other.sign && one.digits === other.digits && one.exponent === other.exponent
}

let asked = 0

/** How often numbers that are kept as text were asked for their JSON, which tells who writes that one is among the values. */
export function exactNumbersAsked(): number {
  return asked
}

/**
 * A number of a document that JavaScript would round, such as `12345678901234567890.5` or `1e400`: its text is kept, and
 * `writeJson` and `writeYaml` write it again. `String(number)` is the text, `Number(number)` the nearest number there is.
 * Integers beyond 2^53 are bigints and none of these.
 *
 * @example
 * ```ts
 * import { readSpec, writeJson } from 'flowspec'
 *
 * const { ratio } = readSpec('{"ratio":0.12345678901234567890}')
 * const rounded = Number(ratio)
 * const text = writeJson({ ratio })
 * ```
 */
export class ExactNumber extends Number {
  /** The number as it was written. */
  readonly text: string

  constructor(text: string) {
    super(text)
    this.text = text
    Object.freeze(this)
  }

  override toString(): string {
    return this.text
  }

  /** The nearest number, for `JSON.stringify`, which can write no other. */
  toJSON(): number {
    asked += 1
    return this.valueOf()
  }
}

/** Whether an object is a number that is kept as text. It is asked of each object of a document, and faster than `instanceof`. */
export function isExact(value: object): value is ExactNumber {
  return Object.getPrototypeOf(value) === ExactNumber.prototype
}

/** Whether a value of any kind is a number that is kept as text; a proxy that was revoked throws whatever it is asked. */
export function isExactNumber(value: unknown): value is ExactNumber {
  try {
    return typeof value === 'object' && value !== null && isExact(value)
  } catch {
    return false
  }
}

/** Whether a number that is kept as text is a whole one. */
export function isWhole({ text }: ExactNumber): boolean {
  return decimalOf(text).exponent >= 0
}

/**
 * The number that a text of JSON is: a number where that says the same, a bigint for other integers, else one that keeps
 * its text.
 */
export function numberOf(text: string): number | bigint | ExactNumber {
  const number = Number(text)
  if (/^(?:-?[1-9]\d*|0)$/.test(text)) return Number.isSafeInteger(number) ? number : BigInt(text)
  const shown = String(number)
  // The sign of -0 is lost when it is written.
  if (shown === text) return number
  if (Number.isFinite(number) && isSame(text, shown)) return number
  return new ExactNumber(text)
}
