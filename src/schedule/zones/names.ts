import { createDiagnostic, type Diagnostic, type Severity } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import libraries from '../libraries.cjs'
import { remember } from '../remember.ts'
import { formatOffset, parseFixedOffset } from './offsets.ts'
import { suggestZone, zoneForOffset } from './suggestion.ts'

/**
 * What a name of a time zone comes to: a zone, perhaps with a warning, or an error. The diagnostics have the empty path:
 * where the name stands is the caller's to say.
 */
interface ZoneInspection {
  readonly ok: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Minutes east of UTC, of a fixed offset. */
  readonly offset?: number
}

/** The zone of a schedule that names none. */
export const defaultZone = 'Asia/Shanghai'

const remembered = 512
const longestName = 64

const readRemembered: (name: string) => ZoneInspection = remember(remembered, readZone)

const known: ZoneInspection = /* @__PURE__ */ Object.freeze({
  ok: true,
  diagnostics: /* @__PURE__ */ Object.freeze([]),
})

/**
 * Three letters that are a name of the time zone database and mean one zone. Others are abbreviations: several zones
 * share one (`CST`), and Java's `ZoneId`, `TimeZone` and `Intl` do not agree on which of them are names.
 */
const shortNames = new Set(['UTC', 'UCT', 'GMT', 'PRC', 'ROC', 'ROK', 'CET', 'EET', 'MET', 'WET'])

/** Names that ICU, from which luxon has its zones, knows beyond those of the time zone database. */
const foreignNames = /^(systemv\/|us\/pacific-new$)/

/**
 * Checks the name of a time zone: one of the time zone database, in its exact case, such as `Asia/Shanghai`. `GMT+8`,
 * which official samples use, is taken as a fixed offset with a warning.
 */
export function inspectZone(name: unknown): ZoneInspection {
  if (typeof name !== 'string') return refuseZone(`The time zone has to be text, but is ${showValue(name)}.`, undefined)
  if (name.length > longestName) return refuseZone(`The time zone ${showValue(name)} is unknown.`, undefined)
  return readRemembered(name)
}

function readZone(name: string): ZoneInspection {
  // Asking for the first zone takes as long as loading luxon, and this one is not in doubt.
  if (name === defaultZone) return known
  if (name === '') return refuseZone('The time zone is empty.', defaultZone)
  if (/^GMT[+-]\d/.test(name)) return readFixedOffset(name)
  if (!isKnown(name)) return refuseZone(`The time zone ${showValue(name)} is unknown.`, suggestZone(name))
  const exact = exactZoneCase(name)
  if (isAbbreviation(exact)) {
    const message = `The time zone ${showValue(name)} is an abbreviation, which can mean several zones.`
    return refuseZone(message, suggestZone(name))
  }
  if (exact === name) return known
  const message = `The time zone ${showValue(name)} is not written in its exact case, which is ${showValue(exact)}.`
  return refuse(describe('schedule/zone-case', 'error', message, `Write ${exact}.`))
}

function isKnown(name: string): boolean {
  return libraries.luxon.IANAZone.isValidZone(name) && !foreignNames.test(name.toLowerCase())
}

function isAbbreviation(exact: string): boolean {
  return /^[A-Za-z]{3}$/.test(exact) && !shortNames.has(exact)
}

function readFixedOffset(name: string): ZoneInspection {
  const offset = parseFixedOffset(name)
  if (offset === undefined) return refuseZone(`The time zone ${showValue(name)} is unknown.`, undefined)
  const meaning = `${formatOffset(offset)} all year`
  const message = `The time zone ${showValue(name)} is a fixed offset, ${meaning}, and no name of the time zone database.`
  const suggestion = zoneForOffset(offset)
  const hint =
    suggestion === undefined ? 'Write the zone of a place.' : `Write ${suggestion}, or the zone of the place.`
  const warning = describe('schedule/zone-fixed-offset', 'warning', message, hint)
  return Object.freeze({ ok: true, diagnostics: Object.freeze([warning]), offset })
}

function refuseZone(message: string, suggestion: string | undefined): ZoneInspection {
  const way = 'Write a name of the time zone database, such as Asia/Shanghai.'
  const hint = suggestion === undefined ? way : `Did you mean ${suggestion}?`
  return refuse(describe('schedule/unknown-zone', 'error', message, hint))
}

function describe(rule: BuiltInRuleName, severity: Severity, message: string, hint: string): Diagnostic {
  return Object.freeze(createDiagnostic({ rule, severity, message, path: '', hint }))
}

function refuse(diagnostic: Diagnostic): ZoneInspection {
  return Object.freeze({ ok: false, diagnostics: Object.freeze([diagnostic]) })
}

/**
 * Words of aliases that are not written with one capital letter. Every other word of every alias of the time zone database
 * is: `America/Argentina/Rio_Gallegos`. Zones that are no aliases the machine lists.
 */
const oddWords: readonly string[] = [
  ...['ACT', 'LHI', 'NSW', 'US', 'GB', 'NZ', 'CHAT', 'SU', 'IN', 'PRC', 'ROC', 'ROK', 'UTC', 'UCT', 'GMT', 'GMT0'],
  ...['CET', 'EET', 'MET', 'WET', 'EST5EDT', 'CST6CDT', 'MST7MDT', 'PST8PDT'],
  ...['ComodRivadavia', 'DeNoronha', 'EasterIsland', 'BajaNorte', 'BajaSur'],
]

let knownByLower: ReadonlyMap<string, string> | undefined

/** These words and the names the machine lists, by lower-case form. It lists no aliases, such as Asia/Kolkata or UTC. */
function exactWord(lower: string): string | undefined {
  knownByLower ??= new Map(
    [...oddWords, ...Intl.supportedValuesOf('timeZone')].map((name) => [name.toLowerCase(), name]),
  )
  return knownByLower.get(lower)
}

/**
 * How a time zone's name is written in the time zone database, given in any case. Neither luxon nor `Intl` can tell:
 * both take every case, and `Intl` answers with the old name of a renamed zone. What the machine lists is looked up
 * there; an alias follows the database's habit of one capital letter a word.
 *
 * @param name - a name that luxon takes for a zone
 */
function exactZoneCase(name: string): string {
  const lower = name.toLowerCase()
  return (
    exactWord(lower) ??
    lower
      .split(/([/_+-])/)
      .map((word) => exactWord(word) ?? word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  )
}
