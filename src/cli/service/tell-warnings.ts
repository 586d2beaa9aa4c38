import { toJsonReport } from '../../check/report/json-report.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shellWord } from '../../diagnostics/shell-word.ts'
import type { CommandCall } from '../command.ts'
import { hasEnvironments } from '../sources/documents-of.ts'
import { countsText, diagnosticsText, explainText, type PlacedDiagnostic } from '../text/diagnostics-text.ts'
import { paletteOf } from '../text/palette.ts'
import { sameOptions } from './next-command.ts'
import type { Target } from './open-target.ts'
import { placedInTarget } from './placed-in-target.ts'

/** A plan follows: what is told before it leaves room for that. */
const mostTold = 3

/** What the check warns of in what is to be deployed, each at its line. */
export function warningsOf(target: Target, { console }: CommandCall): readonly PlacedDiagnostic[] {
  const found = target.environment.project.check({ trace: true })
  const warnings = found.filter(({ severity }) => severity === 'warning')
  return placedInTarget(warnings, target, console.cwd)
}

/** The call that tells all that is wrong with what is deployed. */
function checkOf(call: CommandCall, { sources }: Target): string {
  // An environment of the configuration says where paths are deployed, and nothing of what is in them.
  const isOfUse = call.words.length === 0 || hasEnvironments(sources)
  const words = ['flowspec check', ...call.words.map(shellWord)].join(' ')
  return words + sameOptions(call, isOfUse ? ['env', 'config'] : ['config'])
}

/** Tells what the check warns of: the first of it, and how many there are. Programs are told all of it with the result. */
export function tellWarnings(warnings: readonly PlacedDiagnostic[], target: Target, call: CommandCall): void {
  const { console, options } = call
  if (warnings.length === 0 || options.text('format') === 'json') return
  const palette = paletteOf(console.tellsColors)
  console.tell(diagnosticsText(warnings.slice(0, mostTold), palette))
  const diagnostics = warnings.map(({ diagnostic }) => diagnostic)
  const counts = countsText(diagnostics, palette)
  if (warnings.length <= mostTold) console.tell(`${counts}\n${explainText(diagnostics, palette)}`)
  else console.tell(`${counts}, of which ${mostTold} are told here; ${checkOf(call, target)} tells all.\n`)
}

/** What the check warns of, as results in JSON have it. */
export function warningsInJson(warnings: readonly PlacedDiagnostic[]): readonly Diagnostic[] {
  const { documents } = toJsonReport(warnings.map(({ diagnostic }) => diagnostic))
  return documents.flatMap(({ diagnostics }) => diagnostics)
}
