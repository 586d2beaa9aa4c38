import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { eachNodeRule } from './entity-rule.ts'
import { findingAt } from './finding.ts'
import type { DocumentedRule, Finding, NodeRule } from './rule.ts'

/** A node or workflow with a name. */
interface Named {
  readonly name: string
  readonly what: 'node' | 'workflow'
}

/** A rule about the names of nodes and workflows, which are named by the same rules. */
// @__NO_SIDE_EFFECTS__
export function namedRule(
  parts: DocumentedRule,
  inspect: (named: Named) => Omit<Finding, 'path' | 'subject'> | undefined,
): NodeRule {
  return eachNodeRule(parts, (index, report) => {
    const look = (entity: Entity, name: string | undefined, what: Named['what']): void => {
      const found = name === undefined ? undefined : inspect({ name, what })
      if (found !== undefined) report(findingAt(entity, 'name', found))
    }
    for (const entity of index.eachEntity('Workflow')) look(entity, readText(entity.value, 'name'), 'workflow')
    return ({ name }, entity) => look(entity, name, 'node')
  })
}
