import type { Severity, Subject } from '../diagnostics/diagnostic.ts'
import type { RuleName } from '../diagnostics/rule-name.ts'
import type { SpecIndex } from '../document/spec-index.ts'

/** What a rule says of one fault; the rest of the diagnostic follows from the rule. */
export interface Finding {
  readonly message: string
  /** JSON Pointer. */
  readonly path: string
  readonly subject?: Subject
  readonly hint?: string
  /** Where it differs from the rule's own. */
  readonly severity?: Severity
}

/** What is said of a rule on the page of rules. */
export interface RuleDescription {
  readonly name: RuleName
  /** Severity unless the settings say otherwise. */
  readonly severity: Severity
  /** What the rule finds, in one sentence. */
  readonly summary: string
  /** Where the rule comes from: documentation, reference implementation, or what follows from them. */
  readonly evidence: string
}

/** One thing that can be wrong with a document. */
export interface Rule extends RuleDescription {
  /** Looks at a document and reports what it finds. Linear in the document, never recursive, never throws. */
  run(index: SpecIndex, report: (finding: Finding) => void): void
}
