import { isRecord, readText } from '../../document/json/records.ts'
import type { FlowNode } from '../../language/generated/types.ts'
import { structures } from '../../language/structures.ts'
import { type ArgumentKind, checkArgument, text } from '../arguments.ts'
import { dependOn } from '../build/edges.ts'
import { callOf } from '../call.ts'
import { defined, type Mutable } from '../fields.ts'
import { NodeImpl } from '../node/node.ts'
import { typedNode } from '../node/node-builder.ts'
import type { Structure, StructureSite } from '../node/node-state.ts'
import type { SubProcessBuilder } from './structure-builders.ts'
import type { SubProcessTarget } from './structure-options.ts'

const targetKinds: readonly unknown[] = ['workflowOutput', 'external']

/** The workflow that a sub-process runs. A caller that is not type checked may give the workflow itself. */
const target: ArgumentKind = {
  takes: 'the id of a workflow, or what outputOf() of one or external() gives',
  holds: (value) => typeof value === 'string' || (isRecord(value) && targetKinds.includes(value['kind'])),
  inside(argument, value) {
    if (!isRecord(value) || typeof value['outputOf'] !== 'function') return undefined
    const name = readText(value, 'name') ?? 'workflow'
    return { message: `${argument} is workflow '${name}' itself.`, hint: `Give its output: .runs(${name}.outputOf()).` }
  },
}

class SubProcessStructure implements Structure {
  readonly #workflow: SubProcessTarget

  constructor(workflow: SubProcessTarget) {
    this.#workflow = workflow
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const workflow = this.#workflow
    if (typeof workflow === 'string') {
      node.subflow = { id: workflow }
      return
    }
    const site = { type: 'Normal', name: node.name, nodes: new Map(), index: 0, context } as const
    node.subflow = defined({ output: dependOn(workflow, site)?.output })
  }
}

class SubProcessImpl extends NodeImpl {
  runs(workflow: SubProcessTarget): this {
    checkArgument('runs', 'workflow', workflow, target)
    return this.restructured(SubProcessStructure, () => new SubProcessStructure(workflow))
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
  checkArgument('subProcess', 'name', name, text)
  return typedNode(
    new SubProcessImpl({ name, call: callOf(subProcess), command: structures.subProcess.command, kind: 'subProcess' }),
  )
}
