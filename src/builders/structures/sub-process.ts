import type { FlowNode } from '../../language/generated/types.ts'
import { dependOn } from '../build/edges.ts'
import { defined, type Mutable } from '../fields.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { SubProcessBuilder, SubProcessTarget } from './structure-builders.ts'

class SubProcessStructure implements Structure {
  readonly #workflow: SubProcessTarget

  constructor(workflow: SubProcessTarget) {
    this.#workflow = workflow
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const workflow = this.#workflow
    const site = { type: 'Normal', name: node.name, nodes: new Map(), position: 0, context } as const
    const { output } = (typeof workflow === 'string' ? undefined : dependOn(workflow, site)) ?? {}
    node.subflow = typeof workflow === 'string' ? { id: workflow } : defined({ output })
  }
}

class SubProcessImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  runs(workflow: SubProcessTarget): SubProcessImpl<Name, Needs> {
    return NodeBuilderImpl.restructure<SubProcessImpl<Name, Needs>>(this, new SubProcessStructure(workflow))
  }
}

/**
 * A node that runs another workflow (command `SUB_PROCESS`), one that may be cited. The source is the reference model of
 * the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.runs(…)` gives the workflow
 *
 * @example
 * ```ts
 * import { external, subProcess, workflow } from 'flowspec'
 *
 * const shared = subProcess('clean').runs(external('retail.shared_cleaning'))
 *
 * const document = workflow('orders').cron('00 02 00 * * ?').nodes(shared).build()
 * ```
 */
export function subProcess<const Name extends string>(name: Name): SubProcessBuilder<Name, never> {
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new SubProcessImpl<Name, never>(name, {
    name,
    command: 'SUB_PROCESS',
    kind: 'subProcess',
  }) as unknown as SubProcessBuilder<Name, never>
}
