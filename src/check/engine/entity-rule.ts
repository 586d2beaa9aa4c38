import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { findingAt } from './finding.ts'
import type { EntityRule, Finding, NodeRule, Rule } from './rule.ts'

/** What a rule says of an entity: of one of its fields, or of the whole where the field is the empty text. */
export interface EntityFinding extends Omit<Finding, 'path' | 'subject'> {
  readonly field: string
}

/** A rule that goes through the entities of some kinds and remembers something of those it has seen. */
// @__NO_SIDE_EFFECTS__
export function eachEntityRule(
  parts: Omit<Rule, 'run'>,
  names: readonly EntityName[],
  begin: EntityRule['begin'],
): EntityRule {
  return {
    ...parts,
    names,
    begin,
    run(index, report) {
      const look = begin(index, report)
      for (const entity of index.eachEntity(...names)) look(entity)
    },
  }
}

/** A rule that goes through the nodes of the index, wherever they stand. */
// @__NO_SIDE_EFFECTS__
export function eachNodeRule(parts: Omit<Rule, 'run'>, beginNodes: NodeRule['beginNodes']): NodeRule {
  return {
    ...parts,
    beginNodes,
    run(index, report) {
      const look = beginNodes(index, report)
      for (const node of index.nodes) look(node, node.entity)
    },
  }
}

/** A rule that looks at entities of some kinds, each on its own, whose shape is right. */
// @__NO_SIDE_EFFECTS__
export function entityRule(
  parts: Omit<Rule, 'run'>,
  names: readonly EntityName[],
  inspect: (entity: Entity) => EntityFinding | undefined,
): EntityRule {
  return eachEntityRule(parts, names, (_index, report) => (entity) => {
    const found = inspect(entity)
    if (found === undefined || !hasShape(entity)) return
    const { field, ...rest } = found
    report(findingAt(entity, field, rest))
  })
}
