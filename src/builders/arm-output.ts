import { isRecord } from '../document/is-record.ts'
import { readText } from '../document/read-text.ts'
import type { FlowNode } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'

/** The arms of a branch node that was read may have any outputs; what tells an arm is its output or the name of that. */
export function findArm(node: FlowNode, arm: string, context: BuildContext): string | undefined {
  const { name, id = name } = node
  const branches: unknown = node.branch?.branches
  const outputs = new Set([armOutput({ id, name }, arm, context), `${id}_${arm}`, arm])
  for (const branch of Array.isArray(branches) ? branches : []) {
    const output: unknown = isRecord(branch) ? branch['output'] : undefined
    const data = typeof output === 'string' ? output : readText(output, 'data')
    if (data !== undefined && (outputs.has(data) || readText(output, 'refTableName') === `${name}_${arm}`)) return data
  }
  return undefined
}

/** The output of an arm: `<project>.<name>_<arm>` when the project is known, else the id, `_` and the arm. */
export function armOutput(
  node: { readonly id: string; readonly name: string },
  arm: string,
  { options: { project } }: BuildContext,
): string {
  return project === undefined ? `${node.id}_${arm}` : `${project}.${node.name}_${arm}`
}
