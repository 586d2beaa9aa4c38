import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { findingAt } from './finding.ts'
import type { EntityRule, Finding, Rule } from './rule.ts'

/** What a rule says of an entity: of one of its fields, or of the whole where the field is the empty text. */
export interface EntityFinding extends Omit<Finding, 'path' | 'subject'> {
  readonly field: string
}

/** A rule that looks at entities of some kinds, each on its own, whose shape is right. */
// @__NO_SIDE_EFFECTS__
export function entityRule(
  parts: Omit<Rule, 'run'>,
  names: readonly EntityName[],
  inspect: (entity: Entity) => EntityFinding | undefined,
): EntityRule {
  const look: EntityRule['look'] = (entity, report) => {
    const found = inspect(entity)
    if (found === undefined || !hasShape(entity)) return
    const { field, ...rest } = found
    report(findingAt(entity, field, rest))
  }
  return {
    ...parts,
    names,
    look,
    run(index, report) {
      for (const entity of index.eachEntity(...names)) look(entity, report)
    },
  }
}
