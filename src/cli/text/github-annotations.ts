import type { Severity } from '../../diagnostics/diagnostic.ts'
import { describeCall, describePlace } from '../../diagnostics/place.ts'
import { leadsBy, type PlacedDiagnostic } from './diagnostics-text.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** A value of a workflow command of GitHub Actions, in which these characters have a meaning. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Diagnostics as annotations, which GitHub shows at their lines in a pull request. */
export function githubAnnotations(all: readonly PlacedDiagnostic[]): string {
  const lines = all.map(({ diagnostic, uri, place }) => {
    const { severity, rule, message, hint } = diagnostic
    const at = place === undefined ? [] : [`line=${place.line}`, `col=${place.column}`]
    const properties = [`file=${escapeProperty(place?.file ?? uri)}`, ...at, `title=${escapeProperty(rule)}`]
    const names = describePlace(diagnostic)
    const { usedBy, calledFrom = [] } = diagnostic
    const user = usedBy === undefined ? [] : [`Used by ${usedBy.file}:${usedBy.line}.`]
    const lead = leadsBy(rule).replace(/^./, (first) => first.toUpperCase())
    const calls = calledFrom.map((call) => `${lead} ${describeCall(call)}.`)
    const told = [message, ...(hint === undefined ? [] : [hint]), ...user, ...calls]
    const sentences = names === '' ? told : [`${names}:`, ...told]
    return `::${levels[severity]} ${properties.join(',')}::${escapeData(sentences.join(' '))}\n`
  })
  return lines.join('')
}
