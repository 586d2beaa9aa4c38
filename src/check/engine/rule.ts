import type { Severity, Subject, TextPlace } from '../../diagnostics/diagnostic.ts'
import type { RuleName } from '../../diagnostics/rule-names.ts'
import type { Entity } from '../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import type { CodeKind } from '../../language/code-kind.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import type { ProjectView } from '../project/project-view.ts'

/** What a rule says of one fault; the rest of the diagnostic follows from the rule. */
export interface Finding {
  /** One sentence that names the field, the value and what is wrong with it. */
  readonly message: string
  /** JSON Pointer of what is wrong; the empty string for the whole document. */
  readonly path: string
  /** Where in the text at `path` it is, such as in the code of a node. */
  readonly inText?: TextPlace
  /** The node or workflow it is about; suppressions of a node silence what is about it. */
  readonly subject?: Subject
  /** The way out: what to write instead. */
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
  /** What to do about it, of a rule that no setting and no suppression silences. */
  readonly remedy?: string
}

/** A rule with all that the page of rules shows of it. */
export interface DocumentedRule extends RuleDescription {
  /**
   * A module that exports `wrong`, which breaks this rule and no other, and `right`, of which the check has nothing to say.
   * Each is a builder, a document, or a function that throws or returns diagnostics.
   */
  readonly example: string
  /** How many faults of one document it lists at most; nothing of a rule that lists all. */
  readonly mostFindings?: number
}

/** Takes what a rule finds. */
export type Report = (finding: Finding) => void

/** A rule that goes through a document itself. */
export interface DocumentRule extends DocumentedRule {
  /**
   * Looks at a document and reports what it finds. Linear in the document, never recursive, never throws.
   *
   * @param project - the other documents of the project, when the check knows of one
   */
  run(index: SpecIndex, report: Report, project?: ProjectView): void
}

/** A rule that looks at entities, each on its own, so that the check goes through them once for all such rules. */
export interface EntityRule extends DocumentedRule {
  /** The entities it looks at. */
  readonly names: readonly EntityName[]
  /** Reports what it finds in an entity, before it is asked for the next one. */
  look(entity: Entity, report: Report): void
}

/** Looks at an entity. */
export type EntityLook = (entity: Entity) => void

/** A rule that looks at entities one by one and remembers something of those it has seen. */
export interface RememberingRule extends DocumentedRule {
  /** The entities it looks at. */
  readonly names: readonly EntityName[]
  /** Begins with a document that has such entities; what it gives looks at one after the other. */
  begin(report: Report): EntityLook
}

/** Looks at a node of the index, whose entity is the same one for all rules. */
export type NodeLook = (node: NodeEntry, entity: Entity) => void

/** A rule that looks at the nodes of the index one by one, so that the check goes through them once for all such rules. */
export interface NodeRule extends DocumentedRule {
  /** Begins with a document; what it gives looks at one node after the other. */
  beginNodes(index: SpecIndex, report: Report): NodeLook
}

/** The code of a node, and what it is. */
export interface NodeCode {
  readonly code: string
  readonly kind: CodeKind
  readonly command: string
  readonly script: Entity
}

/** A rule that looks at the code of nodes, so that the check reads what code it is once for all such rules. */
export interface CodeRule extends DocumentedRule {
  /** What it reports of some code. */
  lookAtCode(code: NodeCode, report: Report): void
}

/** One thing that can be wrong with a document. A rule `area/name` is the file `rules/area/name.ts`. */
export type Rule = CodeRule | DocumentRule | EntityRule | NodeRule | RememberingRule
