import type { SpecIndex } from '../document/index/spec-index.ts'
import type { EntityName } from '../language/generated/entity-name.ts'
import { nodeCode } from './code/code-rule.ts'
import type {
  CodeRule,
  DocumentRule,
  EntityLook,
  EntityRule,
  NodeRule,
  RememberingRule,
  Report,
  Rule,
} from './engine/rule.ts'
import type { ProjectView } from './project/project-view.ts'

/** Makes what takes the findings of a rule in one document. */
export type ReportOf = (rule: Rule) => Report

/** A document that rules are run over, and what stands around it. */
export interface RuledDocument {
  readonly index: SpecIndex
  readonly project: ProjectView | undefined
  readonly reportOf: ReportOf
}

/** The rules that look at the entities of one name. */
interface RulesOfName {
  readonly looking: EntityRule[]
  readonly remembering: RememberingRule[]
}

/** Takes the findings of one rule after the other, so that no rule needs a function of its own for each document. */
class SharedReport {
  #rule: Rule | undefined
  readonly #reportOf: ReportOf

  constructor(reportOf: ReportOf) {
    this.#reportOf = reportOf
  }

  readonly #report: Report = (finding) => {
    if (this.#rule !== undefined) this.#reportOf(this.#rule)(finding)
  }

  /** What takes the findings of a rule until it is asked for that of another one. */
  of(rule: Rule): Report {
    this.#rule = rule
    return this.#report
  }
}

/**
 * Rules by what they look at. Those that look at entities or nodes one by one do so together: each of these is made and
 * asked for once, which is most of what a small rule takes. A rule about entities of which a document has none costs it
 * nothing: most are about structures that most documents do not have.
 */
export class RulePlan {
  readonly #ofEntities: Map<EntityName, RulesOfName> = new Map()
  readonly #ofNodes: NodeRule[] = []
  readonly #ofCode: CodeRule[] = []
  readonly #ofDocuments: DocumentRule[] = []

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if ('lookAtCode' in rule) this.#ofCode.push(rule)
      else if ('beginNodes' in rule) this.#ofNodes.push(rule)
      else if ('names' in rule) this.#addToNames(rule)
      else this.#ofDocuments.push(rule)
    }
  }

  /** Runs the rules over a document. */
  run(document: RuledDocument): void {
    const shared = new SharedReport(document.reportOf)
    this.#lookAtEntities(document, shared)
    this.#lookAtCode(document, shared)
    this.#lookAtNodes(document)
    for (const rule of this.#ofDocuments) rule.run(document.index, shared.of(rule), document.project)
  }

  #addToNames(rule: EntityRule | RememberingRule): void {
    for (const name of rule.names) {
      const ofName = this.#ofEntities.get(name) ?? { looking: [], remembering: [] }
      this.#ofEntities.set(name, ofName)
      if ('look' in rule) ofName.looking.push(rule)
      else ofName.remembering.push(rule)
    }
  }

  #lookAtEntities({ index, reportOf }: RuledDocument, shared: SharedReport): void {
    // Those that look at entities of several names begin once.
    const begun = new Map<RememberingRule, EntityLook>()
    const lookOf = (rule: RememberingRule): EntityLook => {
      const look = begun.get(rule) ?? rule.begin(reportOf(rule))
      if (rule.names.length > 1) begun.set(rule, look)
      return look
    }
    for (const [name, { looking, remembering }] of this.#ofEntities) {
      let looks: readonly EntityLook[] | undefined
      for (const entity of index.eachEntity(name)) {
        for (const rule of looking) rule.look(entity, shared.of(rule))
        looks ??= remembering.map(lookOf)
        for (const look of looks) look(entity)
      }
    }
  }

  #lookAtCode({ index }: RuledDocument, shared: SharedReport): void {
    if (this.#ofCode.length === 0) return
    for (const script of index.eachEntity('Script')) {
      const code = nodeCode(script)
      if (code !== undefined) for (const rule of this.#ofCode) rule.lookAtCode(code, shared.of(rule))
    }
  }

  #lookAtNodes({ index, reportOf }: RuledDocument): void {
    const looks = this.#ofNodes.map((rule) => rule.beginNodes(index, reportOf(rule)))
    for (const node of index.nodes) {
      const { entity } = node
      for (const look of looks) look(node, entity)
    }
  }
}
