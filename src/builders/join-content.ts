import type { FlowJoinArm } from '../model/generated/types.ts'
import { recordsIn } from './records-in.ts'

/**
 * The code of a join node as the service reads it: each arm with the states that count, and whether the next one is
 * joined to it by and (1) or by or (0). Undefined where that cannot say what the expression does, as with parentheses.
 */
export function joinContent(
  arms: readonly FlowJoinArm[],
  expression: string,
  resultStatus: string,
): string | undefined {
  const byName = new Map(recordsIn(arms).map((arm) => [arm.name, arm]))
  const words = expression.trim().split(/\s+/)
  const branchList: object[] = []
  for (let at = 0; at < words.length; at += 2) {
    const { output, assertion } = byName.get(words[at]) ?? {}
    const node = typeof output === 'string' ? output : output?.data
    const codes = assertion?.in
    const operator = words[at + 1]?.toLowerCase() ?? 'and'
    if (node === undefined || !Array.isArray(codes) || !['and', 'or'].includes(operator)) return undefined
    branchList.push({ node, runStatus: codes.map(Number), logic: operator === 'and' ? 1 : 0 })
    byName.delete(words[at])
  }
  return byName.size === 0 ? JSON.stringify({ branchList, resultStatus }) : undefined
}
