import type { FlowDepend } from '../model/generated/types.ts'
import { findArm } from './arm-output.ts'
import { dependOnNode, type EdgeHandle, type EdgeSite, reportEdge } from './edge-site.ts'

/** One arm of a branch node, to come after: what comes after it runs when its condition is the one that holds. */
export interface BranchCase<Name extends string = string> {
  readonly kind: 'case'
  /** Name of the branch node. */
  readonly name: Name
  /** Name of the arm. */
  readonly arm: string
}

/** An arm, which finds its output in the node that has it. */
export class BranchCaseImpl<Name extends string> implements BranchCase<Name>, EdgeHandle {
  readonly kind = 'case' as const
  readonly name: Name
  readonly arm: string

  constructor(name: Name, arm: string) {
    this.name = name
    this.arm = arm
    Object.freeze(this)
  }

  dependAt(site: EdgeSite): FlowDepend | undefined {
    const { name, arm } = this
    const { type, nodes, context } = site
    const node = nodes.get(name)
    if (node === undefined) return dependOnNode(type, name, node)
    const output = findArm(node, arm, context)
    if (output !== undefined) return { type, output, refTableName: name }
    const message = `Node '${site.name}' comes after arm '${arm}' of '${name}', which has no such arm.`
    const hint = `Add it with .arm('${arm}', condition), or put the builder that has it into the workflow.`
    return reportEdge(site, 'reference/unknown-output', message, hint)
  }
}
