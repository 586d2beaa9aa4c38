import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { inspectZone } from './inspect-zone.ts'
import luxon from './luxon.cjs'
import { remember } from './remember.ts'
import { Zone } from './zone.ts'

/** The zone that a name means, perhaps with a warning, or an error; the diagnostics have the empty path. */
export type ZoneCheck =
  | { readonly ok: true; readonly zone: Zone; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const remembered = 512

const rememberedZone: (name: string) => ZoneCheck = /* @__PURE__ */ remember(remembered, zoneOf)

function zoneOf(name: string): ZoneCheck {
  const { diagnostics, offset } = inspectZone(name)
  const source = offset === undefined ? luxon.IANAZone.create(name) : luxon.FixedOffsetZone.instance(offset)
  return Object.freeze({ ok: true, zone: new Zone(name, source), diagnostics })
}

/** The zone of a name, as {@link inspectZone} takes names; one zone for each, for it remembers its offsets. */
export function checkZone(name: unknown): ZoneCheck {
  const { ok, diagnostics } = inspectZone(name)
  return ok && typeof name === 'string' ? rememberedZone(name) : Object.freeze({ ok: false, diagnostics })
}
