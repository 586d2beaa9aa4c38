import { type Entity, hasShape } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { loopEndCommand } from '../../language/structures.ts'
import { findingAt } from '../engine/finding.ts'
import { codeKind, saysLanguage } from '../engine/node-types.ts'
import type { CodeRule, DocumentedRule, Finding, NodeCode } from '../engine/rule.ts'

/** The code in the script of a node, of a kind that is known. */
export function nodeCode(script: Entity): NodeCode | undefined {
  const code = readText(script.value, 'content')
  if (code === undefined || script.parent?.name !== 'Node') return undefined
  const command = readText(script.child('runtime')?.value, 'command') ?? ''
  const kind = codeKind(script)
  return kind && { code, kind, command, script }
}

/** SQL of MaxCompute, of its nodes and of assignments; a script is one statement to the service, however many it has. */
export function isMaxComputeSql({ command, kind, script }: NodeCode): boolean {
  if (command === 'ODPS_SQL') return true
  return kind === 'sql' && saysLanguage(script) && /^odps/i.test(readText(script.value, 'language') ?? '')
}

const endCommand = loopEndCommand('doWhile', 'END')

/** Whether code is the condition that ends a do-while loop. */
export function isLoopCondition(script: Entity): boolean {
  return script.parent?.field === 'while' || script.child('runtime')?.value['command'] === endCommand
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
