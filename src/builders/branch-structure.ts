import { readText } from '../document/read-text.ts'
import type { FlowBranchArm, FlowNode } from '../model/generated/types.ts'
import { armOutput, findArm } from './arm-output.ts'
import { type Chain, chainItems } from './chain.ts'
import { defined } from './defined.ts'
import { mergeArtifacts, mergeItems, mergeJsonList } from './lay-over.ts'
import type { Mutable } from './mutable.ts'
import { orderFields } from './order-fields.ts'
import { recordsIn } from './records-in.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { ArmOptions } from './structure-options.ts'

/** An arm of a branch node as a user wrote it. */
export interface ArmState extends ArmOptions {
  readonly arm: string
  readonly condition: string
}

/** The last arm of each name, in the place of the first. */
export function lastOfEachArm<Arm extends { readonly arm: string }>(arms: Chain<Arm> | undefined): readonly Arm[] {
  return [...new Map(chainItems(arms).map((arm) => [arm.arm, arm])).values()]
}

/** An arm as the code of the node lists it. */
function armCode({ when: condition, desc: description = '', output }: FlowBranchArm): object {
  return { condition, nodeoutput: typeof output === 'string' ? output : readText(output, 'data'), description }
}

/** What makes a node a branch: it lists each arm in `branch`, in its outputs, and in its code. */
export class BranchStructure implements Structure {
  readonly arms: Chain<ArmState> | undefined

  constructor(arms?: Chain<ArmState>) {
    this.arms = arms
  }

  finish(node: Mutable<FlowNode>, { context, base }: StructureSite): void {
    const arms = lastOfEachArm(this.arms)
    const { name, id = name } = node
    const branches = arms.map(({ arm, condition, desc, valueType, fromVariable }): FlowBranchArm => {
      const data = findArm(node, arm, context) ?? armOutput({ id, name }, arm, context)
      const output = { data, artifactType: 'NodeOutput', refTableName: `${name}_${arm}` } as const
      return defined({ when: condition, desc, output, valueType, fromVariable })
    })
    const all = mergeItems(node.branch?.branches, branches)
    node.branch = { ...node.branch, branches: all }
    const offered = branches.map(({ output }) => ({ ...output }))
    Object.assign(node, { outputs: mergeArtifacts(node.outputs, { nodeOutputs: offered }) })
    const code = node.script?.content
    const text = base !== undefined && code !== undefined ? mergeJsonList(code, branches.map(armCode)) : code
    const content = text ?? JSON.stringify(recordsIn(all).map(armCode))
    if (node.script !== undefined) node.script = orderFields('Script', { ...node.script, content })
  }
}
