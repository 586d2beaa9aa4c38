import { type Entity, hasShape } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { type CodeKind, codeKindOf } from '../../language/code-kind.ts'
import { eachEntityRule } from '../engine/entity-rule.ts'
import { findingAt } from '../engine/finding.ts'
import type { EntityRule, Finding, Report, Rule } from '../engine/rule.ts'

/** The code of a node, and what it is. */
export interface NodeCode {
  readonly code: string
  readonly kind: CodeKind
  readonly command: string
  readonly script: Entity
}

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

/** A rule that looks at the code of nodes, so that the check reads what code it is once for all such rules. */
export interface CodeRule extends EntityRule {
  /** What it reports of some code. */
  lookAtCode(code: NodeCode, report: Report): void
}

/** A rule about the code of nodes, of kinds that are known. */
// @__NO_SIDE_EFFECTS__
export function codeRule(
  parts: Omit<Rule, 'run'>,
  inspect: (code: NodeCode) => Pick<Finding, 'message' | 'hint'> | undefined,
): CodeRule {
  const lookAtCode: CodeRule['lookAtCode'] = (code, report) => {
    const found = inspect(code)
    if (found !== undefined && hasShape(code.script)) report(findingAt(code.script, 'content', found))
  }
  const rule = eachEntityRule(parts, ['Script'], (_index, report) => (script) => {
    const code = nodeCode(script)
    if (code !== undefined) lookAtCode(code, report)
  })
  return { ...rule, lookAtCode }
}
