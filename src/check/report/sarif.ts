import { checkArgument, checkSettings, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import type { Diagnostic, SourcePlace } from '../../diagnostics/diagnostic.ts'
import { describePlace } from '../../diagnostics/place.ts'
import { shortened } from '../../diagnostics/show-value.ts'
import type { CustomRule } from '../engine/custom-rules.ts'
import {
  type Checked,
  type CheckedDocument,
  checkedKind,
  customKind,
  type DocumentPlaces,
  documentsOf,
  suppressedKind,
} from './checked-document.ts'
import { locatePointers } from './pointer-locations.ts'
import type { SarifLocation, SarifLog, SarifResult } from './sarif-log.ts'
import { sarifLevels, sarifRules, sarifText } from './sarif-rules.ts'

/** Settings of a SARIF log. Of one document it says where that stands; of several they say so themselves. */
export interface SarifOptions extends DocumentPlaces {
  /** The version of the program that checked. */
  readonly toolVersion?: string
  /** The team's own rules, for what is said of them. */
  readonly custom?: readonly CustomRule[]
  /** The address at which `docs/rules.md` can be read in a browser; rules then link to it. */
  readonly rulesUri?: string
}

const reportKinds: SettingKindsOf<SarifOptions> = {
  uri: text,
  text: text,
  places: step,
  suppressed: suppressedKind,
  toolVersion: text,
  custom: customKind,
  rulesUri: text,
}

interface Found {
  readonly diagnostic: Diagnostic
  readonly reason?: string
}

function foundIn({ diagnostics, suppressed = [] }: CheckedDocument): readonly Found[] {
  return [...diagnostics.map((diagnostic) => ({ diagnostic })), ...suppressed]
}

function resultsOf(
  document: CheckedDocument,
  indexOf: ReadonlyMap<string, number>,
  hasSuppressions: boolean,
): SarifResult[] {
  const { uri, text, places } = document
  const all = foundIn(document)
  const paths = new Set(all.map(({ diagnostic }) => diagnostic.path))
  const located = text === undefined ? undefined : locatePointers(text, paths)
  return all.map(({ diagnostic, reason }) => {
    const { rule, path, source } = diagnostic
    const place = source ?? places?.(path) ?? located?.get(path)
    return sarifResult(diagnostic, { uri, place, ruleIndex: indexOf.get(rule) ?? -1, reason, hasSuppressions })
  })
}

/**
 * Makes a SARIF 2.1.0 log, which code scanning and many editors show: one result for each diagnostic, with the rules
 * that have one and what they are for.
 *
 * A result stands at the JSON Pointer of its diagnostic, and in the file `uri`. It has line and column where the
 * diagnostic has, or where `text` or `places` tell them; code scanning of GitHub shows only results that have.
 *
 * @param checked - what `checkSpec`, a builder's `check()` or a `FlowSpecError` gave; or a list of documents, each with
 * its `uri`, `text` and `diagnostics`
 * @param options - where the document stands, its text, what is suppressed, own rules
 * @returns data for `JSON.stringify`
 *
 * @example
 * ```ts
 * import { readSpec } from 'flowspec'
 * import { reviewSpec, toSarif } from 'flowspec/rules'
 *
 * const text = '{\n  "kind": "CycleWorkflow",\n  "version": "1.1.0"\n}'
 * const { diagnostics, suppressed } = reviewSpec(readSpec(text))
 * const log = toSarif(diagnostics, { uri: 'pipelines/orders.json', text, suppressed })
 * process.stdout.write(JSON.stringify(log))
 * ```
 */
export function toSarif(checked: Checked, options: SarifOptions = {}): SarifLog {
  checkArgument('toSarif', 'checked', checked, checkedKind)
  checkSettings('toSarif', 'options', options, reportKinds)
  const { toolVersion, custom = [], rulesUri } = options
  const documents = documentsOf(checked, options)
  const names = new Set(documents.flatMap((document) => foundIn(document).map(({ diagnostic }) => diagnostic.rule)))
  const rules = sarifRules(names, custom, rulesUri)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const hasSuppressions = documents.some(({ suppressed }) => suppressed !== undefined)
  const driver = { name: 'flowspec', ...(toolVersion === undefined ? {} : { version: toolVersion }), rules }
  const results = documents.flatMap((document) => resultsOf(document, indexOf, hasSuppressions))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
}

/** What a result says beside its diagnostic. */
interface ResultContext {
  readonly uri: string | undefined
  readonly place: SourcePlace | undefined
  readonly ruleIndex: number
  /** Why it is silenced; undefined where it is not. */
  readonly reason: string | undefined
  /** Whether anything is known of suppressions. */
  readonly hasSuppressions: boolean
}

/** A name stands again in the log with each fault in what has it. */
const longestName = 200

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
  const name = shortened(subject?.name ?? subject?.id ?? fieldOf(path), longestName)
  const kind = subject?.kind
  return {
    ...(file === undefined ? {} : physicalLocation(file, place)),
    logicalLocations: [{ fullyQualifiedName: path, name, ...(kind === undefined ? {} : { kind }) }],
  }
}

/** Of a fault in a file of code, the builder that reads it; and the calls that lead to where a builder is started. */
function relatedTo({ usedBy, calledFrom = [] }: Diagnostic): Pick<SarifResult, 'relatedLocations'> {
  const users = usedBy === undefined ? [] : [{ place: usedBy, text: 'used by' }]
  const calls = calledFrom.map((place) => ({ place, text: `calls ${shortened(place.name, longestName)}` }))
  const related = [...users, ...calls].flatMap(({ place, text }) => {
    return place.file === undefined ? [] : [{ ...physicalLocation(place.file, place), message: { text } }]
  })
  return related.length === 0 ? {} : { relatedLocations: related }
}

/** A diagnostic as a result of SARIF. */
function sarifResult(diagnostic: Diagnostic, context: ResultContext): SarifResult {
  const { rule, severity, message, hint, path, subject } = diagnostic
  const place = describePlace(diagnostic)
  const sentences = [...(place === '' ? [] : [`${place}:`]), message, ...(hint === undefined ? [] : [hint])]
  const { reason, ruleIndex, hasSuppressions } = context
  // Nodes change places as a workflow grows; their names and fields stay.
  const names = [subject?.name ?? subject?.id ?? '', fieldOf(path)].map((name) => shortened(name, longestName))
  const finding = [rule, subject?.kind, ...names].filter(Boolean).join(' ')
  const silenced =
    reason === undefined ? [] : [{ kind: 'external', status: 'accepted', justification: reason } as const]
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: sarifText(sentences.join(' ')) },
    locations: [locationOf(diagnostic, context)],
    ...relatedTo(diagnostic),
    partialFingerprints: { 'flowspecFinding/v1': finding },
    ...(hasSuppressions ? { suppressions: silenced } : {}),
  }
}

/** The address of a file, from a path of any system or from an address; only what an address cannot hold is changed. */
function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/').replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  if (/^[A-Za-z][\w+.-]+:/.test(path)) return encodeURI(path).replaceAll('%25', '%')
  const encoded = encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded}`
  if (path.startsWith('//')) return `file:${encoded}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}
