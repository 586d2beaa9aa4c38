import { checkArgument, checkSettings, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import type { Diagnostic, Severity, Subject } from '../../diagnostics/diagnostic.ts'
import { describePlace } from '../../diagnostics/place.ts'
import { shortened } from '../../diagnostics/show-value.ts'
import type { SuppressedDiagnostic } from '../engine/suppression.ts'
import { type Checked, checkedKind, documentsOf, suppressedKind } from './checked-document.ts'

/** Settings of a report as JSON. */
export interface JsonReportOptions {
  /** Where the document stands. */
  readonly uri?: string
  /** What suppressions silenced, as `reviewSpec` gives it. */
  readonly suppressed?: readonly SuppressedDiagnostic[]
  /** The version of the program that checked. */
  readonly toolVersion?: string
}

const reportKinds: SettingKindsOf<JsonReportOptions> = { uri: text, suppressed: suppressedKind, toolVersion: text }

/** A diagnostic with its place in the names its reader gave. */
export interface JsonReportDiagnostic extends Diagnostic {
  /** As `describePlace` gives it: `orders › ods_orders (prod)`; absent where nothing around has a name. */
  readonly place?: string
}

/** What was found in one document. */
export interface JsonReportDocument {
  readonly uri?: string
  readonly diagnostics: readonly JsonReportDiagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/** A name stands again in the report with each fault in what has it. */
const longestName = 200

function named({ kind, name, id }: Subject): Subject {
  return {
    kind,
    ...(name === undefined ? {} : { name: shortened(name, longestName) }),
    ...(id === undefined ? {} : { id: shortened(id, longestName) }),
  }
}

function placed(diagnostic: Diagnostic): JsonReportDiagnostic {
  const place = describePlace(diagnostic)
  const { subject, within } = diagnostic
  return {
    ...(place === '' ? {} : { place }),
    ...diagnostic,
    ...(subject === undefined ? {} : { subject: named(subject) }),
    ...(within === undefined ? {} : { within: within.map(named) }),
  }
}

/** What a check found, as data that JSON can hold. */
export interface JsonReport {
  readonly tool: { readonly name: 'flowspec'; readonly version?: string }
  /** How many diagnostics there are of each severity in all documents, and how many are suppressed. */
  readonly counts: Readonly<Record<Severity | 'suppressed', number>>
  readonly documents: readonly JsonReportDocument[]
}

/**
 * Makes a report for programs: the diagnostics of one document, or of several, with their number by severity.
 *
 * @param checked - what `checkSpec`, a builder's `check()` or a `FlowSpecError` gave; or a list of documents, each with
 * its `uri` and `diagnostics`
 * @param options - where the document stands, what is suppressed, the version of the program
 * @returns data for `JSON.stringify`
 *
 * @example
 * ```ts
 * import { checkSpec } from 'flowspec'
 * import { toJsonReport } from 'flowspec/rules'
 *
 * const report = toJsonReport(checkSpec({ kind: 'CycleWorkflow' }), { uri: 'pipelines/orders.json' })
 * process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
 * if (report.counts.error > 0) process.exitCode = 1
 * ```
 */
export function toJsonReport(checked: Checked, options: JsonReportOptions = {}): JsonReport {
  checkArgument('toJsonReport', 'checked', checked, checkedKind)
  checkSettings('toJsonReport', 'options', options, reportKinds)
  const { toolVersion } = options
  const counts = { error: 0, warning: 0, info: 0, suppressed: 0 }
  const documents = documentsOf(checked, options).map(({ uri, diagnostics, suppressed = [] }) => {
    for (const { severity } of diagnostics) counts[severity]++
    counts.suppressed += suppressed.length
    const silenced = suppressed.map((one) => ({ ...one, diagnostic: placed(one.diagnostic) }))
    return { ...(uri === undefined ? {} : { uri }), diagnostics: diagnostics.map(placed), suppressed: silenced }
  })
  const tool = { name: 'flowspec', ...(toolVersion === undefined ? {} : { version: toolVersion }) } as const
  return { tool, counts, documents }
}
