import type { FlowNode } from '../model/generated/types.ts'
import type { ExternalOutput } from './external.ts'
import type { Mutable } from './mutable.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { Structure } from './structure.ts'
import type { SubProcessBuilder } from './structure-builders.ts'

class SubProcessStructure implements Structure {
  readonly #workflow: string | ExternalOutput

  constructor(workflow: string | ExternalOutput) {
    this.#workflow = workflow
  }

  finish(node: Mutable<FlowNode>): void {
    const workflow = this.#workflow
    node.subflow = typeof workflow === 'string' ? { id: workflow } : { output: workflow.output }
  }
}

class SubProcessImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  runs(workflow: string | ExternalOutput): SubProcessImpl<Name, Needs> {
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
