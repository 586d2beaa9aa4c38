import type { Entity } from '../document/index/entity.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import type { EntityName } from '../language/generated/entity-name.ts'
import { type CodeRule, nodeCode } from './code/code-rule.ts'
import type { EntityRule, NodeLook, NodeRule, Report, Rule } from './engine/rule.ts'
import type { ProjectView } from './project/project-view.ts'

/** A rule, and what takes its findings. */
export interface ReportingRule {
  readonly rule: Rule
  readonly report: Report
}

type Look = (entity: Entity) => void

function isEntityRule(rule: Rule): rule is EntityRule {
  return 'begin' in rule
}

function isNodeRule(rule: Rule): rule is NodeRule {
  return 'beginNodes' in rule
}

function isCodeRule(rule: Rule): rule is CodeRule {
  return 'lookAtCode' in rule
}

/** What rules look at, and the rules that look at it. */
class Walk {
  readonly #byName: Map<EntityName, Look[]> = new Map()
  readonly #ofNodes: NodeLook[] = []
  readonly #ofCode: (readonly [CodeRule, Report])[] = []
  readonly #index: SpecIndex

  constructor(index: SpecIndex) {
    this.#index = index
  }

  /** Adds a rule that looks at things one by one; false for another one. */
  add({ rule, report }: ReportingRule): boolean {
    if (isCodeRule(rule)) this.#ofCode.push([rule, report])
    else if (isNodeRule(rule)) this.#ofNodes.push(rule.beginNodes(this.#index, report))
    else if (isEntityRule(rule)) this.#addLook(rule.names, rule.begin(this.#index, report))
    else return false
    return true
  }

  #addLook(names: readonly EntityName[], look: Look): void {
    for (const name of names) addToGroup(this.#byName, name, look)
  }

  #lookAtCode(script: Entity): void {
    const code = nodeCode(script)
    if (code !== undefined) for (const [rule, report] of this.#ofCode) rule.lookAtCode(code, report)
  }

  run(): void {
    if (this.#ofCode.length > 0) this.#addLook(['Script'], (script) => this.#lookAtCode(script))
    for (const [name, looks] of this.#byName) {
      for (const entity of this.#index.eachEntity(name)) for (const look of looks) look(entity)
    }
    for (const node of this.#index.nodes) {
      const { entity } = node
      for (const look of this.#ofNodes) look(node, entity)
    }
  }
}

/**
 * Runs rules over a document. Those that look at entities or nodes one by one do so together: each of these is made and
 * asked for once, which is most of what a small rule takes.
 */
export function runRules(rules: readonly ReportingRule[], index: SpecIndex, project: ProjectView | undefined): void {
  const walk = new Walk(index)
  const others = rules.filter((rule) => !walk.add(rule))
  walk.run()
  for (const { rule, report } of others) rule.run(index, report, project)
}
