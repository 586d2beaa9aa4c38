import type { Severity } from '../diagnostics/diagnostic.ts'
import type { RuleName } from '../diagnostics/rule-names.ts'
import type { CustomRule } from './engine/custom-rules.ts'
import type { ProjectDocuments } from './project/project-index.ts'

/** A rule that stays silent for a document, or a part of it, and why. */
export interface Suppression {
  readonly rule: RuleName
  /** Why the rule does not apply; it must not be empty. */
  readonly reason: string
  /** JSON Pointer of the part; what stands inside is silenced too. Default: the whole document. */
  readonly path?: string
  /** Name of a node whose own diagnostics are silenced, wherever they stand. */
  readonly node?: string
}

/** Settings of a check. */
export interface CheckOptions {
  /** Severities of rules, or `off`; rules that are not named keep their own. */
  readonly rules?: Readonly<Partial<Record<RuleName, Severity | 'off'>>>
  /** Rules of the team's own, which run beside those of the catalogue. */
  readonly custom?: readonly CustomRule[]
  /** The project the document belongs to: what the documents of one say of one another is checked, too. */
  readonly project?: ProjectDocuments
  /** What stays silent, each with a reason. */
  readonly suppress?: readonly Suppression[]
}
