import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CheckOptions, Suppression } from './check-options.ts'
import { hasReason } from './has-reason.ts'
import { withSeverities } from './with-severities.ts'

/** Where one rule stays silent. */
interface Silence {
  everywhere: boolean
  readonly paths: Set<string>
  readonly nodes: Set<string>
}

function silencesOf(suppress: readonly Suppression[]): ReadonlyMap<string, Silence> {
  const silences = new Map<string, Silence>()
  for (const suppression of suppress) {
    if (!hasReason(suppression)) continue
    const { rule, path, node } = suppression
    const silence = silences.get(rule) ?? { everywhere: false, paths: new Set(), nodes: new Set() }
    silences.set(rule, silence)
    if (path !== undefined) silence.paths.add(path)
    if (node !== undefined) silence.nodes.add(node)
    silence.everywhere ||= path === undefined && node === undefined
  }
  return silences
}

/** Whether a place, or one that it stands in, is among some. */
function standsIn(path: string, places: ReadonlySet<string>): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) if (places.has(at)) return true
  return places.has('')
}

function isSilent({ path, subject }: Diagnostic, silence: Silence): boolean {
  if (silence.everywhere || standsIn(path, silence.paths)) return true
  return subject?.kind === 'node' && subject.name !== undefined && silence.nodes.has(subject.name)
}

/** The diagnostics with the severities of the settings, without those that are off or suppressed. */
export function suppressDiagnostics(diagnostics: readonly Diagnostic[], options: CheckOptions): Diagnostic[] {
  const silences = silencesOf(options.suppress ?? [])
  return withSeverities(diagnostics, options.rules).filter((diagnostic) => {
    const silence = silences.get(diagnostic.rule)
    return silence === undefined || !isSilent(diagnostic, silence)
  })
}
