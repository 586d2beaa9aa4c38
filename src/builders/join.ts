import { extendChain } from './chain.ts'
import { type JoinParts, JoinStructure } from './join-structure.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { JoinBuilder } from './structure-builders.ts'
import type { JoinArmOptions, JoinStatus, JoinUpstream } from './structure-options.ts'

class JoinImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  #parts(): JoinParts {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    return structure instanceof JoinStructure ? structure.parts : {}
  }

  #withParts(change: JoinParts): JoinImpl<Name, Needs> {
    return NodeBuilderImpl.restructure<JoinImpl<Name, Needs>>(this, new JoinStructure({ ...this.#parts(), ...change }))
  }

  arm(arm: string, upstream: JoinUpstream, { status = 'Success' }: JoinArmOptions = {}): JoinImpl<Name, Needs> {
    const state = { arm, upstream, status: typeof status === 'string' ? [status] : [...status] }
    return this.#withParts({ arms: extendChain(this.#parts().arms, [state]) })
  }

  expression(expression: string): JoinImpl<Name, Needs> {
    return this.#withParts({ expression })
  }

  result(result: JoinStatus): JoinImpl<Name, Needs> {
    return this.#withParts({ result })
  }
}

/**
 * A join node (command `CONTROLLER_JOIN`): it waits for the nodes at the ends of several arms and looks at their states,
 * so that what comes after runs though the arms of a branch that were not taken did not. It comes after each node it
 * waits for. The source is the service's page on merge nodes and the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.arm(…)` adds the nodes it waits for
 *
 * @example
 * ```ts
 * import { branch, join, shell, workflow } from 'flowspec'
 *
 * const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10')
 * const big = shell('pack_big').code('./pack.sh big').after(route.case('big'))
 * const small = shell('pack_small').code('./pack.sh small').after(route.case('small'))
 * const packed = join('packed')
 *   .arm('a', big, { status: ['Success', 'NotRun'] })
 *   .arm('b', small, { status: ['Success', 'NotRun'] })
 *   .expression('a and b')
 *
 * const document = workflow('packing').cron('00 02 00 * * ?').nodes(route, big, small, packed).build()
 * ```
 */
export function join<const Name extends string>(name: Name): JoinBuilder<Name, never> {
  const state = { name, command: 'CONTROLLER_JOIN', kind: 'join' as const, structure: new JoinStructure() }
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new JoinImpl<Name, never>(name, state) as unknown as JoinBuilder<Name, never>
}
