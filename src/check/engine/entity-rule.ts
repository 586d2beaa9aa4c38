import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { findingAt } from './finding.ts'
import type { DocumentedRule, EntityRule, Finding, NodeRule, RememberingRule } from './rule.ts'

/** What a rule says of an entity: of one of its fields, or of the whole where the field is the empty text. */
export interface EntityFinding extends Omit<Finding, 'path' | 'subject'> {
  readonly field: string
}

/** A rule that looks at entities of some kinds, each on its own. */
// @__NO_SIDE_EFFECTS__
export function eachEntityRule(
  parts: DocumentedRule,
  names: readonly EntityName[],
  look: EntityRule['look'],
): EntityRule {
  return { ...parts, names, look }
}

/** A rule that goes through the entities of some kinds and remembers something of those it has seen. */
// @__NO_SIDE_EFFECTS__
export function rememberingRule(
  parts: DocumentedRule,
  names: readonly EntityName[],
  begin: RememberingRule['begin'],
): RememberingRule {
  return { ...parts, names, begin }
}

/** A rule that goes through the nodes of the index, wherever they stand. */
// @__NO_SIDE_EFFECTS__
export function eachNodeRule(parts: DocumentedRule, beginNodes: NodeRule['beginNodes']): NodeRule {
  return { ...parts, beginNodes }
}

/** A rule that says at most one thing of an entity, whose shape is right. */
// @__NO_SIDE_EFFECTS__
export function entityRule(
  parts: DocumentedRule,
  names: readonly EntityName[],
  inspect: (entity: Entity) => EntityFinding | undefined,
): EntityRule {
  return eachEntityRule(parts, names, (entity, report) => {
    const found = inspect(entity)
    if (found === undefined || !hasShape(entity)) return
    const { field, ...rest } = found
    report(findingAt(entity, field, rest))
  })
}
