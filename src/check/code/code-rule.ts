import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import type { CodeKind } from '../../language/code-kind.ts'
import { entityRule } from '../engine/entity-rule.ts'
import { codeKind } from '../engine/node-types.ts'
import type { EntityRule, Finding, Rule } from '../engine/rule.ts'

/** The code of a node, and what it is. */
export interface NodeCode {
  readonly code: string
  readonly kind: CodeKind
  readonly command: string
  readonly script: Entity
}

/** The SQL nodes of MaxCompute; a script is one statement to the service, however many it has. */
export function isMaxComputeSql({ command }: NodeCode): boolean {
  return command === 'ODPS_SQL'
}

/** A rule about the code of nodes, of kinds that are known. */
// @__NO_SIDE_EFFECTS__
export function codeRule(
  parts: Omit<Rule, 'run'>,
  inspect: (code: NodeCode) => Pick<Finding, 'message' | 'hint'> | undefined,
): EntityRule {
  return entityRule(parts, ['Script'], (script) => {
    const code = readText(script.value, 'content')
    const kind = code === undefined || script.parent?.name !== 'Node' ? undefined : codeKind(script)
    if (code === undefined || kind === undefined) return undefined
    const command = readText(script.child('runtime')?.value, 'command') ?? ''
    const found = inspect({ code, kind, command, script })
    return found && { field: 'content', ...found }
  })
}
