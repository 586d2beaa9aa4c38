import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { findingAt } from './finding.ts'
import type { Finding, Rule } from './rule.ts'

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
): Rule {
  return {
    ...parts,
    run(index, report) {
      for (const entity of index.eachEntity(...names)) {
        const found = inspect(entity)
        if (found === undefined || !hasShape(entity)) continue
        const { field, ...rest } = found
        report(findingAt(entity, field, rest))
      }
    },
  }
}
