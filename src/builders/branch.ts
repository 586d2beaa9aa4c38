import { type BranchCase, BranchCaseImpl } from './branch-case.ts'
import { BranchStructure } from './branch-structure.ts'
import { extendChain } from './chain.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { BranchBuilder } from './structure-builders.ts'
import type { ArmOptions } from './structure-options.ts'

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
