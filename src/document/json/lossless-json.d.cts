import type { isSafeNumber as IsSafeNumber, parse as Parse, stringify as Stringify } from 'lossless-json'

declare const json: {
  readonly isSafeNumber: typeof IsSafeNumber
  readonly parse: typeof Parse
  readonly stringify: typeof Stringify
}
export = json
