import type { ZoneName } from '../generated/zone-name.ts'

/** The name of a time zone in its exact case. Editors offer the known ones; any text compiles, and the check judges it. */
export type TimeZone = ZoneName | (string & Record<never, never>)
