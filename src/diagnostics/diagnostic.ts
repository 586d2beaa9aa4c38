import type { RuleName } from './rule-names.ts'
import { shortened } from './show-value.ts'

/** How much a diagnostic matters: an `error` stops `build()`, a `warning` is worth a look, an `info` is a note. */
export type Severity = 'error' | 'warning' | 'info'

/** The thing a diagnostic speaks of, when it is one a user has named. */
export interface Subject {
  /** The kind of thing, such as `workflow`, `node` or `output`. */
  readonly kind: string
  readonly name?: string
  readonly id?: string
}

/** A place in a text. Lines and columns count from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** A place in source text. */
export interface SourcePlace extends TextPlace {
  readonly file?: string
}

/** Where a function was called, in source text. */
export interface CallPlace extends SourcePlace {
  /** The name of the function that is called there. */
  readonly name: string
}

/**
 * One fault, as data. Text for people is made from it by {@link formatDiagnostics}.
 *
 * @example
 * ```ts
 * import { checkSpec } from 'flowspec'
 *
 * for (const diagnostic of checkSpec({ kind: 'CycleWorkflow' })) {
 *   process.stdout.write(`${diagnostic.path}: ${diagnostic.message}\n`)
 * }
 * ```
 */
export interface Diagnostic {
  /** The rule's name, `area/what-is-wrong`. */
  readonly rule: RuleName
  readonly severity: Severity
  /** One sentence that names the field, the value and what is wrong with it. */
  readonly message: string
  /** RFC 6901 JSON Pointer into the document; the empty string is the whole document. */
  readonly path: string
  readonly subject?: Subject
  /** What the subject stands in, from the outside in: its workflow, and nodes that hold nodes. */
  readonly within?: readonly Subject[]
  /** Of a project: the name of the document it stands in. */
  readonly document?: string
  /** Of a project: the environments it was found in, when there are any. */
  readonly environments?: readonly string[]
  /** The way out, when there is one: what to write instead. */
  readonly hint?: string
  /** Where the fault stands in the text at `path`, such as the code of a node, when that is known. */
  readonly inText?: TextPlace
  /** Where the fault stands in source text, when that is known; of code that `codeFile` read, in the file of the code. */
  readonly source?: SourcePlace
  /** Of a fault in a file of code, where the builder was started that reads it. */
  readonly usedBy?: SourcePlace
  /**
   * Of a builder that functions start for their callers: where these functions were called, from the inside out. The first
   * of them holds the place at which the builder was started. Four places at most are known.
   */
  readonly calledFrom?: readonly CallPlace[]
  /** Where the rule is explained, relative to the package; of a team's own rule the address that the rule gives, or ''. */
  readonly docs: string
}

/** Everything of a diagnostic but what follows from its rule. */
type DiagnosticParts = Omit<Diagnostic, 'docs'>

/** Longer than any sentence of a rule: what is beyond that is a name of the document. */
const longestSentence = 1000

/** Makes a diagnostic, adding the page that explains its rule. Sentences that hold very long names are cut inside. */
export function createDiagnostic<Parts extends DiagnosticParts>(parts: Parts): Parts & Diagnostic {
  const { rule, hint } = parts
  const message = shortened(parts.message, longestSentence)
  const made = { ...parts, message, docs: ruleDocs(rule) }
  return hint === undefined ? made : { ...made, hint: shortened(hint, longestSentence) }
}

/** The page and heading that explain a rule, relative to the package: `docs/rules.md#schedule-cron-syntax`. */
export function ruleDocs(rule: RuleName): string {
  return `docs/rules.md#${rule.replaceAll('/', '-')}`
}
