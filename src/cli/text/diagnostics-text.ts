import type { Diagnostic, Severity, SourcePlace } from '../../diagnostics/diagnostic.ts'
import { describeCall, describePlace } from '../../diagnostics/place.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { excerpt } from './excerpt.ts'
import type { Palette } from './palette.ts'
import { count, listed } from './words.ts'

/** A diagnostic with the file it is about, if it is about one, and its place there, as far as that is known. */
export interface PlacedDiagnostic {
  readonly diagnostic: Diagnostic
  readonly uri: string
  readonly place?: SourcePlace
  /** The text of the file at the place. */
  readonly text?: string
}

/** More than a person reads at once. */
const mostShown = 50

function whereOf({ diagnostic, uri, place }: PlacedDiagnostic): string {
  if (place !== undefined) return `${place.file ?? uri}:${place.line}:${place.column}`
  return diagnostic.path === '' ? uri : `${uri} at ${diagnostic.path}`.trimStart()
}

/** Whether a rule tells of what code of the user threw, at the place where it did. */
export function isThrown(rule: string): boolean {
  return rule === 'module/unusable' || rule === 'project/failed-part' || rule === 'settings/faulty-rule'
}

/** How functions lead to what a diagnostic is about: they make builders, or throw what keeps a module from being loaded. */
export function leadsBy(rule: string): string {
  return isThrown(rule) ? 'thrown' : 'made'
}

/** What is said in the same words of one place, such as a function that makes ten nodes. */
function saidAs({ diagnostic: { rule, severity, message, hint }, place }: PlacedDiagnostic): string {
  return JSON.stringify([rule, severity, message, hint, place?.file, place?.line, place?.column])
}

/** Diagnostics in their order, each with the others that say the same of the same place in source text. */
function saidOnce(all: readonly PlacedDiagnostic[]): readonly (readonly [PlacedDiagnostic, ...PlacedDiagnostic[]])[] {
  const groups = new Map<unknown, [PlacedDiagnostic, ...PlacedDiagnostic[]]>()
  for (const placed of all) {
    const key = placed.place === undefined ? placed : saidAs(placed)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [placed])
    else group.push(placed)
  }
  return [...groups.values()]
}

/** What is told of together is named as far as a person reads on. */
const mostNamed = 5

/** The line that names what else is told in the same words; none where that is nothing. */
function othersLine(first: PlacedDiagnostic, others: readonly PlacedDiagnostic[]): readonly string[] {
  if (others.length === 0) return []
  const nameOf = ({ diagnostic }: PlacedDiagnostic): string => diagnostic.subject?.name ?? describePlace(diagnostic)
  const names = [...new Set(others.map(nameOf))].filter((name) => name !== nameOf(first) && name !== '')
  const shown = names.slice(0, mostNamed).map((name) => `'${name}'`)
  if (names.length > shown.length) shown.push('…')
  return [`  and ${others.length} more${shown.length === 0 ? ' here' : `: ${shown.join(', ')}`}`]
}

function diagnosticLines(placed: PlacedDiagnostic, palette: Palette): readonly string[] {
  const { diagnostic, place, text } = placed
  const { severity, rule, message, hint, usedBy, calledFrom = [] } = diagnostic
  const names = printable(describePlace(diagnostic))
  // A module may be told of what another one threw that it imports.
  const file = printable(place?.file ?? placed.uri)
  // Of a name nothing may be known but the environments that it is told of.
  const heading = names === '' || names.startsWith('(') ? `${file} ${names}`.trim() : names
  const lines = [
    [palette[severity](severity), palette.strong(heading), palette.faint(rule)].filter((part) => part !== '').join(' '),
    `  ${printable(message)}`,
  ]
  const where = whereOf(placed)
  if (where !== '' && printable(where) !== heading.replace(/ \([^)]*\)$/, ''))
    lines.push(`  ${palette.faint(printable(where))}`)
  if (place !== undefined && text !== undefined) lines.push(...excerpt(text, place.line, place.column, palette))
  if (hint !== undefined) lines.push(`  ${printable(hint)}`)
  if (usedBy !== undefined) {
    const user = `used by ${usedBy.file}:${usedBy.line}:${usedBy.column}`
    lines.push(`  ${palette.faint(printable(user))}`)
  }
  for (const call of calledFrom) lines.push(`  ${palette.faint(printable(`${leadsBy(rule)} ${describeCall(call)}`))}`)
  return lines
}

/** Diagnostics for people, an empty line after each; what is said in the same words of one place is said once. */
export function diagnosticsText(all: readonly PlacedDiagnostic[], palette: Palette): string {
  const groups = saidOnce(all).slice(0, mostShown)
  const shown = groups.map(([first, ...others]) => {
    const lines = [...diagnosticLines(first, palette), ...othersLine(first, others).map(printable)]
    return `${lines.join('\n')}\n\n`
  })
  const left = all.length - groups.reduce((sum, group) => sum + group.length, 0)
  if (left > 0) shown.push(`… and ${left} more; --format json has all of them.\n\n`)
  return shown.join('')
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** How many there are of each severity: `2 errors and 1 warning`; the empty text for none. */
export function countsText(diagnostics: readonly Diagnostic[], palette: Palette): string {
  const counts = severities.map((severity) => {
    const number = diagnostics.filter((one) => one.severity === severity).length
    return { severity, number, noun: severity === 'info' ? 'note' : severity }
  })
  return listed(
    counts
      .filter(({ number }) => number > 0)
      .map(({ severity, number, noun }) => palette[severity](count(number, noun))),
  )
}

/** The line that names the command which explains the worst of what was found; rules of a team's own are not in the catalogue. */
export function explainText(diagnostics: readonly Diagnostic[], palette: Palette): string {
  const known = diagnostics.filter(({ rule }) => !rule.startsWith('custom/'))
  const first = severities
    .map((grave) => known.find(({ severity }) => severity === grave))
    .find((one) => one !== undefined)
  return first === undefined ? '' : `${palette.faint(`flowspec explain ${first.rule} says more.`)}\n`
}
