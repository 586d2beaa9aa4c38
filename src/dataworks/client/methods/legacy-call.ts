import { oneOf, type SettingKindsOf } from '../../../diagnostics/arguments.ts'
import type { CallOptions } from '../client-options.ts'
import { signalKind } from '../given-arguments.ts'

/** What a call of the old Data Studio takes besides its parameters. */
export interface LegacyCallOptions extends CallOptions {
  /** The version of the API; `2020-05-18` when left out, and `2024-05-18` has the same operation. */
  readonly version?: '2020-05-18' | '2024-05-18' | undefined
}

export const legacyCallKinds: SettingKindsOf<LegacyCallOptions> = {
  signal: signalKind,
  version: /* @__PURE__ */ oneOf('2020-05-18', '2024-05-18'),
}
