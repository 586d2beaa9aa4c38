import { isRecord, readText } from '../../document/json/records.ts'
import type { FlowBranchArm, FlowDepend, FlowNode } from '../../language/generated/types.ts'
import type { BuildContext } from '../build/context.ts'
import { dependOnNode, type EdgeHandle, type EdgeSite, reportEdge } from '../build/edges.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { defined, type Mutable, orderFields, recordsIn } from '../fields.ts'
import { mergeArtifacts, mergeItems, mergeJsonList } from '../imported/merged-fields.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { ArmOptions, BranchBuilder } from './structure-builders.ts'

class BranchImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  arm(arm: string, condition: string, options: ArmOptions = {}): BranchImpl<Name, Needs> {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    const before = structure instanceof BranchStructure ? structure.arms : undefined
    const arms = extendChain(before, [{ ...options, arm, condition }])
    return NodeBuilderImpl.restructure<BranchImpl<Name, Needs>>(this, new BranchStructure(arms))
  }

  case(arm: string): BranchCase<Name> {
    return new BranchCaseImpl(this.name, arm)
  }
}

/**
 * A branch node (command `CONTROLLER_BRANCH`): of the nodes after it, those of the first arm whose condition holds run.
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
  const state = { name, command: 'CONTROLLER_BRANCH', kind: 'branch' as const, structure: new BranchStructure() }
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new BranchImpl<Name, never>(name, state) as unknown as BranchBuilder<Name, never, never>
}

/** An arm of a branch node as a user wrote it. */
interface ArmState extends ArmOptions {
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
class BranchStructure implements Structure {
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

/** One arm of a branch node, to come after: what comes after it runs when its condition is the one that holds. */
export interface BranchCase<Name extends string = string> {
  readonly kind: 'case'
  /** Name of the branch node. */
  readonly name: Name
  /** Name of the arm. */
  readonly arm: string
}

/** An arm, which finds its output in the node that has it. */
class BranchCaseImpl<Name extends string> implements BranchCase<Name>, EdgeHandle {
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

/** The arms of a branch node that was read may have any outputs; what tells an arm is its output or the name of that. */
function findArm(node: FlowNode, arm: string, context: BuildContext): string | undefined {
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
function armOutput(
  node: { readonly id: string; readonly name: string },
  arm: string,
  { options: { project } }: BuildContext,
): string {
  return project === undefined ? `${node.id}_${arm}` : `${project}.${node.name}_${arm}`
}
