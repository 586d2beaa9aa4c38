import { readText, recordsOf } from '../../document/json/records.ts'
import type { FlowBranchArm, FlowDepend, FlowNode } from '../../language/generated/types.ts'
import { structures } from '../../language/structures.ts'
import { checkArgument, checkSettings, type SettingKindsOf, text } from '../arguments.ts'
import type { BuildContext } from '../build/context.ts'
import { callOf } from '../call.ts'
import { type Chain, chainItems, extendChain, lastOfEach } from '../chain.ts'
import { defined, type Mutable, orderFields } from '../fields.ts'
import { mergeArtifacts, mergeItems, mergeJsonList } from '../merging.ts'
import { NodeImpl } from '../node/node.ts'
import { typedNode } from '../node/node-builder.ts'
import type { Structure, StructureSite } from '../node/node-state.ts'
import { type BranchCase, type DependencySite, dependOnNode, reportMissing, UpstreamHandle } from '../node/upstream.ts'
import type { BranchBuilder } from './structure-builders.ts'
import type { ArmOptions } from './structure-options.ts'

/** Settings of an arm of a branch. */
const armSettings: SettingKindsOf<ArmOptions> = { valueType: text, fromVariable: text, desc: text }

class BranchImpl extends NodeImpl {
  arm(arm: string, condition: string, options: ArmOptions = {}): this {
    checkArgument('arm', 'arm', arm, text)
    checkArgument('arm', 'condition', condition, text)
    checkSettings('arm', 'options', options, armSettings)
    const state = { ...options, arm, condition }
    return this.restructured(BranchStructure, (known = new BranchStructure()) => known.with(state))
  }

  case(arm: string): BranchCase {
    checkArgument('case', 'arm', arm, text)
    return new BranchCaseImpl(this.name, arm)
  }
}

/**
 * A branch node (command `CONTROLLER_BRANCH`): the nodes after an arm run when the condition of the arm holds.
 * Each arm is an output of its own, listed in the outputs of the node, in `branch` and in its code. The source is the
 * service's page on branch nodes and the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.arm(…)` adds arms and of which `.case(…)` takes one
 *
 * @example
 * ```ts
 * import { branch, shell, workflow } from 'flowspec'
 *
 * const route = branch('route')
 *   .param('size', '12')
 *   .arm('big', '${size} > 10', { desc: 'more than ten' })
 *   .arm('small', '${size} <= 10')
 *
 * const document = workflow('routing')
 *   .cron('00 02 00 * * ?')
 *   .nodes(route, shell('pack').code('./pack.sh').after(route.case('big')))
 *   .build()
 * ```
 */
export function branch<const Name extends string>(name: Name): BranchBuilder<Name, never, never> {
  checkArgument('branch', 'name', name, text)
  const structure = new BranchStructure()
  return typedNode(
    new BranchImpl({ name, call: callOf(branch), command: structures.branch.command, kind: 'branch', structure }),
  )
}

/** The output of an arm: `<project>.<name>_<arm>` when the project is known, else the id, `_` and the arm. */
function armOutput(
  { name, id = name }: FlowNode,
  arm: string,
  { options: { project } }: Pick<BuildContext, 'options'>,
): string {
  return project === undefined ? `${id}_${arm}` : `${project}.${name}_${arm}`
}

/** The arms of a branch node that was read may have any outputs; what tells an arm is its output or the name of that. */
function findArm(node: FlowNode, arm: string, context: Pick<BuildContext, 'options'>): string | undefined {
  const { name, id = name } = node
  const outputs = new Set([armOutput(node, arm, context), `${id}_${arm}`, arm])
  for (const { output } of recordsOf(node.branch?.branches)) {
    const data = typeof output === 'string' ? output : readText(output, 'data')
    if (data !== undefined && (outputs.has(data) || readText(output, 'refTableName') === `${name}_${arm}`)) return data
  }
  return undefined
}

/** An arm, which finds its output in the node that has it. */
class BranchCaseImpl extends UpstreamHandle implements BranchCase {
  readonly kind = 'case' as const
  readonly name: string
  readonly arm: string

  constructor(name: string, arm: string) {
    super()
    this.name = name
    this.arm = arm
    Object.freeze(this)
  }

  dependAt(site: DependencySite): FlowDepend | undefined {
    const { name, arm } = this
    const { type, nodes, context } = site
    const node = nodes.get(name)
    if (node === undefined) return dependOnNode(type, name, node, context.verbatim?.edges)
    const output = findArm(node, arm, context)
    if (output !== undefined) return { type, output, refTableName: name }
    const message = `Node '${site.name}' comes after arm '${arm}' of '${name}', which has no such arm.`
    const hint = `Add it with .arm('${arm}', condition), or put the builder that has it into the workflow.`
    return reportMissing(site, 'reference/unknown-output', message, hint)
  }
}

/** An arm of a branch node as a user wrote it. */
interface ArmState extends ArmOptions {
  readonly arm: string
  readonly condition: string
}

/** An arm as the code of the node lists it. */
function armCode({ when: condition, desc: description = '', output }: FlowBranchArm): object {
  return { condition, nodeoutput: typeof output === 'string' ? output : readText(output, 'data'), description }
}

/** What makes a node a branch: it lists each arm in `branch`, in its outputs, and in its code. */
class BranchStructure implements Structure {
  readonly #arms: Chain<ArmState> | undefined

  constructor(arms?: Chain<ArmState>) {
    this.#arms = arms
  }

  with(arm: ArmState): BranchStructure {
    return new BranchStructure(extendChain(this.#arms, [arm]))
  }

  finish(node: Mutable<FlowNode>, { context, isRead }: StructureSite): void {
    const arms = lastOfEach(chainItems(this.#arms), ({ arm }) => arm)
    const branches = arms.map(({ arm, condition, desc, valueType, fromVariable }): FlowBranchArm => {
      const data = findArm(node, arm, context) ?? armOutput(node, arm, context)
      const output = { data, artifactType: 'NodeOutput', refTableName: `${node.name}_${arm}` } as const
      return defined({ when: condition, desc, output, valueType, fromVariable })
    })
    const all = mergeItems(node.branch?.branches, branches)
    node.branch = { ...node.branch, branches: all }
    const provided = branches.map(({ output }) => ({ ...output }))
    Object.assign(node, { outputs: mergeArtifacts(node.outputs, { nodeOutputs: provided }) })
    const code = node.script?.content
    const text = isRead && code !== undefined ? mergeJsonList(code, branches.map(armCode)) : code
    const content = text ?? JSON.stringify(recordsOf(all).map(armCode))
    if (node.script !== undefined) node.script = orderFields('Script', { ...node.script, content })
  }
}
