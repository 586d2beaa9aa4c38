import { addToGroup } from '../document/index/first-by-key.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import type { EntityName } from '../language/generated/entity-name.ts'
import { nodeCode } from './code/code-rule.ts'
import type { CodeRule, DocumentRule, EntityLook, EntityRule, NodeRule, Report, Rule } from './engine/rule.ts'
import type { ProjectView } from './project/project-view.ts'

/** Makes what takes the findings of a rule in one document. */
export type ReportOf = (rule: Rule) => Report

/** A document that rules are run over, and what stands around it. */
export interface RuledDocument {
  readonly index: SpecIndex
  readonly project: ProjectView | undefined
  readonly reportOf: ReportOf
}

/**
 * Rules by what they look at. Those that look at entities or nodes one by one do so together: each of these is made and
 * asked for once, which is most of what a small rule takes. A rule about entities of which a document has none costs it
 * nothing: most are about structures that most documents do not have.
 */
export class RulePlan {
  readonly #ofEntities: Map<EntityName, EntityRule[]> = new Map()
  readonly #ofNodes: NodeRule[] = []
  readonly #ofCode: CodeRule[] = []
  readonly #ofDocuments: DocumentRule[] = []

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if ('lookAtCode' in rule) this.#ofCode.push(rule)
      else if ('beginNodes' in rule) this.#ofNodes.push(rule)
      else if ('begin' in rule) for (const name of rule.names) addToGroup(this.#ofEntities, name, rule)
      else this.#ofDocuments.push(rule)
    }
  }

  /** Runs the rules over a document. */
  run(document: RuledDocument): void {
    this.#lookAtEntities(document)
    this.#lookAtCode(document)
    this.#lookAtNodes(document)
    const { index, project, reportOf } = document
    for (const rule of this.#ofDocuments) rule.run(index, reportOf(rule), project)
  }

  #lookAtEntities({ index, reportOf }: RuledDocument): void {
    // Those that look at entities of several names begin once.
    const begun = new Map<EntityRule, EntityLook>()
    const lookOf = (rule: EntityRule): EntityLook => {
      const look = begun.get(rule) ?? rule.begin(index, reportOf(rule))
      if (rule.names.length > 1) begun.set(rule, look)
      return look
    }
    for (const [name, rules] of this.#ofEntities) {
      let looks: readonly EntityLook[] | undefined
      for (const entity of index.eachEntity(name)) {
        looks ??= rules.map(lookOf)
        for (const look of looks) look(entity)
      }
    }
  }

  #lookAtCode({ index, reportOf }: RuledDocument): void {
    if (this.#ofCode.length === 0) return
    let looks: readonly (readonly [CodeRule, Report])[] | undefined
    for (const script of index.eachEntity('Script')) {
      const code = nodeCode(script)
      if (code === undefined) continue
      looks ??= this.#ofCode.map((rule) => [rule, reportOf(rule)])
      for (const [rule, report] of looks) rule.lookAtCode(code, report)
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
