/**
 * A value whose literal type is among the allowed ones, or whose type is no literal: that one is checked at the call.
 * Any other literal becomes a sentence that says what is wrong with it, so that it does not compile.
 *
 * @example
 * ```ts
 * import { daily } from 'flowspec/schedule'
 *
 * daily('02:00')
 *
 * // @ts-expect-error '25:00' is no time of day, such as 02:30
 * daily('25:00')
 * ```
 */
export type LiteralOr<Value extends string | number, Allowed, What extends string> = Value extends Allowed
  ? Value
  : Record<never, never> extends Record<Value, 1>
    ? Value
    : `${Value} is no ${What}`

/**
 * A list of which every item is a {@link LiteralOr}.
 *
 * @example
 * ```ts
 * import { weekly } from 'flowspec/schedule'
 *
 * weekly(['MON', 'FRI'], '03:00')
 *
 * // @ts-expect-error FRIDAY is no day of the week
 * weekly(['FRIDAY'], '03:00')
 * ```
 */
export type LiteralsOr<Values extends readonly (string | number)[], Allowed, What extends string> = {
  readonly [Index in keyof Values]: LiteralOr<Values[Index], Allowed, What>
}
