import { type Entity, hasShape } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { codeKindOf } from '../../language/code-kind.ts'
import { findingAt } from '../engine/finding.ts'
import type { CodeRule, DocumentedRule, Finding, NodeCode } from '../engine/rule.ts'

/** The code in the script of a node, of a kind that is known. */
export function nodeCode(script: Entity): NodeCode | undefined {
  const code = readText(script.value, 'content')
  if (code === undefined || script.parent?.name !== 'Node') return undefined
  const command = readText(script.child('runtime')?.value, 'command') ?? ''
  const kind = codeKindOf(command)
  return kind && { code, kind, command, script }
}

/** The SQL nodes of MaxCompute; a script is one statement to the service, however many it has. */
export function isMaxComputeSql({ command }: NodeCode): boolean {
  return command === 'ODPS_SQL'
}

/** A rule about the code of nodes, of kinds that are known. */
// @__NO_SIDE_EFFECTS__
export function codeRule(
  parts: DocumentedRule,
  inspect: (code: NodeCode) => Pick<Finding, 'hint' | 'inText' | 'message'> | undefined,
): CodeRule {
  return {
    ...parts,
    lookAtCode(code, report) {
      const found = inspect(code)
      if (found !== undefined && hasShape(code.script)) report(findingAt(code.script, 'content', found))
    },
  }
}
