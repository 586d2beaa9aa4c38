import { childEntities, childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import { outputText } from '../../engine/outputs.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

/** The outputs of a node; undefined where some cannot be read or stand elsewhere, so that any output may be one. */
function outputsOf(node: Entity | undefined): ReadonlySet<string | undefined> | undefined {
  const outputs = node?.child('outputs')
  if (outputs === undefined) return node?.faults.length === 0 ? new Set() : undefined
  const provided = childEntities(outputs, 'nodeOutputs')
  const isRead = hasShape(outputs) && provided.every(hasShape)
  const hasReferences = Object.values(outputs.value).some(
    (list) => Array.isArray(list) && list.some((item) => typeof item === 'string'),
  )
  return isRead && !hasReferences ? new Set(provided.map(({ value }) => readText(value, 'data'))) : undefined
}

type Fault = Omit<Finding, 'path' | 'subject'>

/** What is wrong with the output of a condition, given those of the node and those of the conditions before. */
function faultOf(arm: Entity, seen: ReadonlySet<string>, own: ReturnType<typeof outputsOf>): Fault | undefined {
  const output = outputText(arm)
  const child = childEntity(arm, 'output')
  if (output === undefined || (child !== undefined && !hasShape(child))) return undefined
  if (seen.has(output))
    return { message: `Two conditions have the output '${output}'.`, hint: 'Give each an output of its own.' }
  if (own === undefined || own.has(output)) return undefined
  const message = `The output '${output}' of a condition is not in outputs.nodeOutputs of the branch node.`
  return { message, hint: 'List it there: nodes behind the branch depend on it.' }
}

function checkBranch(branch: Entity, report: (finding: Finding) => void): void {
  const own = outputsOf(branch.parent)
  const seen = new Set<string>()
  for (const arm of childEntities(branch, 'branches').filter(hasShape)) {
    const fault = faultOf(arm, seen, own)
    if (fault !== undefined) report(findingAt(arm, 'output', fault))
    seen.add(outputText(arm) ?? '')
    const isEmpty = readText(arm.value, 'when')?.trim() === ''
    if (isEmpty)
      report(
        findingAt(arm, 'when', {
          message: 'This condition is empty.',
          hint: "Say when the arm is taken, such as '1 == 1' for always.",
        }),
      )
  }
}

/** A condition of a branch leads nowhere. */
export const controlBranchArm: Rule = {
  name: 'control/branch-arm',
  severity: 'warning',
  summary: 'A condition of a branch is empty, or its output is not one of the node, or is that of another condition.',
  evidence:
    'Node documentation: outputs of branches are listed in outputs.nodeOutputs. The reference implementation reads a branch whose outputs are not, and an older example of the documentation has one; the rest is inferred.',
  example: `
    import { branch, shell, workflow } from 'flowspec'

    const route = branch('route').param('size', '12').arm('big', '\${size} > 10')
    const pack = shell('pack').code('./pack.sh').after(route.case('big'))
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Nobody knows when the second arm is taken.
    export const wrong = orders.nodes(route.arm('small', ''), pack)

    export const right = orders.nodes(route.arm('small', '\${size} <= 10'), pack)
  `,
  run(index, report) {
    for (const branch of index.eachEntity('Branch')) checkBranch(branch, report)
  },
}
