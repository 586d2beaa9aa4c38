import type { Diagnostic, SourcePlace } from '../diagnostics/diagnostic.ts'
import { fileUri } from './file-uri.ts'
import type { SarifLocation, SarifResult } from './sarif-log.ts'
import { sarifLevels } from './sarif-rules.ts'
import { sarifText } from './sarif-text.ts'

/** What a result says beside its diagnostic. */
export interface ResultContext {
  readonly uri: string | undefined
  readonly place: SourcePlace | undefined
  readonly ruleIndex: number
  /** Why it is silenced; undefined where it is not. */
  readonly reason: string | undefined
  /** Whether anything is known of suppressions. */
  readonly hasSuppressions: boolean
}

/** The last part of a place that is not a number: what is wrong, wherever in its list it stands. */
function fieldOf(path: string): string {
  return path.split('/').findLast((segment) => !/^\d*$/.test(segment)) ?? ''
}

function physicalLocation(uri: string, place: SourcePlace | undefined): Pick<SarifLocation, 'physicalLocation'> {
  const artifactLocation = { uri: fileUri(uri) }
  if (place === undefined) return { physicalLocation: { artifactLocation } }
  return { physicalLocation: { artifactLocation, region: { startLine: place.line, startColumn: place.column } } }
}

function locationOf({ path, subject }: Diagnostic, { uri, place }: ResultContext): SarifLocation {
  const file = place?.file ?? uri
  const name = subject?.name ?? subject?.id ?? fieldOf(path)
  const kind = subject?.kind
  return {
    ...(file === undefined ? {} : physicalLocation(file, place)),
    logicalLocations: [{ fullyQualifiedName: path, name, ...(kind === undefined ? {} : { kind }) }],
  }
}

/** A diagnostic as a result of SARIF. */
export function sarifResult(diagnostic: Diagnostic, context: ResultContext): SarifResult {
  const { rule, severity, message, hint, path, subject } = diagnostic
  const { reason, ruleIndex, hasSuppressions } = context
  // Nodes change places as a workflow grows; their names and fields stay.
  const finding = [rule, subject?.kind, subject?.name ?? subject?.id, fieldOf(path)].filter(Boolean).join(' ')
  const silenced =
    reason === undefined ? [] : [{ kind: 'external', status: 'accepted', justification: reason } as const]
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: sarifText(hint === undefined ? message : `${message} ${hint}`) },
    locations: [locationOf(diagnostic, context)],
    partialFingerprints: { 'flowspecFinding/v1': finding },
    ...(hasSuppressions ? { suppressions: silenced } : {}),
  }
}
