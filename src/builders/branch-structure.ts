import type { FlowBranchArm, FlowNode } from '../model/generated/types.ts'
import { armOutput } from './arm-output.ts'
import { type Chain, chainItems } from './chain.ts'
import type { Mutable } from './mutable.ts'
import { orderFields } from './order-fields.ts'
import type { Structure, StructureSite } from './structure.ts'

/** An arm of a branch node as a user wrote it. */
export interface ArmState {
  readonly arm: string
  readonly condition: string
  readonly desc: string | undefined
}

/** The last arm of each name, in the place of the first. */
export function lastOfEachArm<Arm extends { readonly arm: string }>(arms: Chain<Arm> | undefined): readonly Arm[] {
  return [...new Map(chainItems(arms).map((arm) => [arm.arm, arm])).values()]
}

/** What makes a node a branch: it lists each arm in `branch`, in its outputs, and in its code. */
export class BranchStructure implements Structure {
  readonly arms: Chain<ArmState> | undefined

  constructor(arms?: Chain<ArmState>) {
    this.arms = arms
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const arms = lastOfEachArm(this.arms)
    const { name, id = name } = node
    const branches = arms.map(({ arm, condition, desc }): FlowBranchArm => {
      const data = armOutput({ id, name }, arm, context)
      const output = { data, artifactType: 'NodeOutput', refTableName: `${name}_${arm}` } as const
      return { when: condition, ...(desc === undefined ? {} : { desc }), output }
    })
    const content = branches.map(({ when: condition, desc: description = '', output }) => ({
      condition,
      nodeoutput: output.data,
      description,
    }))
    node.branch = { branches }
    const offered = branches.map(({ output }) => ({ ...output }))
    node.outputs = { ...node.outputs, nodeOutputs: [...(node.outputs?.nodeOutputs ?? []), ...offered] }
    if (node.script !== undefined && node.script.content === undefined) {
      node.script = orderFields('Script', { ...node.script, content: JSON.stringify(content) })
    }
  }
}
