import type { CustomRule } from '../check/custom-rule.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Checked, type CheckedDocument, type DocumentPlaces, documentsOf } from './checked-document.ts'
import { locatePointers } from './locate-pointers.ts'
import type { SarifLog, SarifResult } from './sarif-log.ts'
import { sarifResult } from './sarif-result.ts'
import { sarifRules } from './sarif-rules.ts'

/** Settings of a SARIF log. Of one document it says where that stands; of several they say so themselves. */
export interface SarifOptions extends DocumentPlaces {
  /** The version of the program that checked. */
  readonly toolVersion?: string
  /** The team's own rules, for what is said of them. */
  readonly custom?: readonly CustomRule[]
  /** The address at which `docs/rules.md` can be read in a browser; rules then link to it. */
  readonly rulesUri?: string
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
