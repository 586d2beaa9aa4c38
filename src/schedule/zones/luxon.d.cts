import type { FixedOffsetZone as Offset, DateTime as Time, IANAZone as Zone } from 'luxon'

declare const luxon: {
  readonly DateTime: typeof Time
  readonly FixedOffsetZone: typeof Offset
  readonly IANAZone: typeof Zone
}
export = luxon
