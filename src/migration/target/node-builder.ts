import type { AnyNode, PreviousDependency } from '../../builders/node/node-builder.ts'
import { node } from '../../builders/node/start-node.ts'
import { type ExternalOutput, external } from '../../builders/node/upstream.ts'
import { branch } from '../../builders/structures/branch.ts'
import { join } from '../../builders/structures/join.ts'
import type { BranchBuilder } from '../../builders/structures/structure-builders.ts'
import { subProcess } from '../../builders/structures/sub-process.ts'
import type { NodeDraft, NodeMaking, UpstreamDraft } from './draft.ts'
import type { Plan, PlannedWorkflow } from './plan.ts'

type BranchCase = ReturnType<BranchBuilder<string, string, string>['case']>

/** Makes the nodes of one workflow, by the names of its plan. */
export class NodeMaker {
  readonly #plan: Plan
  readonly #workflow: PlannedWorkflow
  /** Builders of branches by the keys of their nodes, for what comes after an arm. */
  readonly #branches: ReadonlyMap<string, BranchBuilder<string, never, string>>

  constructor(plan: Plan, workflow: PlannedWorkflow) {
    this.#plan = plan
    this.#workflow = workflow
    this.#branches = new Map(
      workflow.draft.nodes.flatMap(({ key, making }) =>
        making.kind === 'branch' ? [[key, this.#branchOf(key, making)] as const] : [],
      ),
    )
  }

  #nameOf(key: string): string | undefined {
    return this.#workflow.nodes.get(key)
  }

  #branchOf(key: string, { arms }: Extract<NodeMaking, { kind: 'branch' }>): BranchBuilder<string, never, string> {
    let builder: BranchBuilder<string, never, string> = branch(this.#nameOf(key) ?? key)
    for (const { arm, condition, description } of arms) {
      builder = builder.arm(arm, condition, description === undefined ? {} : { desc: description })
    }
    return builder
  }

  #outputOf(upstream: UpstreamDraft): string | undefined {
    if (upstream.kind === 'elsewhere') return this.#plan.outputElsewhere(upstream)
    return upstream.kind === 'workflow' ? this.#plan.outputOf(upstream) : undefined
  }

  /** What a node comes after: nothing for what is not there. */
  #upstream(upstream: UpstreamDraft): readonly (string | ExternalOutput | BranchCase)[] {
    if (upstream.kind === 'arm') {
      const builder = this.#branches.get(upstream.key)
      return builder === undefined ? [] : [builder.case(upstream.arm)]
    }
    const name = upstream.kind === 'node' ? this.#nameOf(upstream.key) : undefined
    if (name !== undefined) return [name]
    const output = this.#outputOf(upstream)
    return output === undefined ? [] : [external(output)]
  }

  #start(draft: NodeDraft, name: string): AnyNode {
    const { making } = draft
    if (making.kind === 'plain') return node(name, making.command)
    if (making.kind === 'branch') return this.#branches.get(draft.key) ?? branch(name)
    if (making.kind === 'subProcess') return subProcess(name).runs(external(this.#outputOf(making.target) ?? name))
    return making.arms.reduce((builder, { arm, upstream, status }) => {
      const [target] = this.#upstream(upstream)
      return typeof target === 'object' && target.kind === 'case' ? builder : builder.arm(arm, target ?? '', { status })
    }, join(name).expression(making.expression))
  }

  make(draft: NodeDraft): AnyNode {
    let builder = this.#start(draft, this.#nameOf(draft.key) ?? draft.title)
    if (draft.description !== undefined) builder = builder.description(draft.description)
    if (draft.language !== undefined) builder = builder.language(draft.language)
    if (draft.code !== undefined) builder = builder.code(draft.code)
    const { datasource } = draft
    if (datasource !== undefined) {
      builder = builder.datasource(datasource.name, datasource.type === undefined ? {} : { type: datasource.type })
    }
    for (const { name, value } of draft.parameters ?? []) builder = builder.param(name, value)
    if (draft.strategy !== undefined && Object.keys(draft.strategy).length > 0)
      builder = builder.strategy(draft.strategy)
    // A node without code is told by the check, and must not seem to succeed before somebody wrote it.
    if (draft.isPlaceholder) builder = builder.strategy({ recurrence: 'Pause' })
    builder = builder.after(...draft.after.flatMap((one) => this.#upstream(one)))
    return this.#afterPrevious(builder, draft)
  }

  #afterPrevious(builder: AnyNode, { afterPrevious = [] }: NodeDraft): AnyNode {
    const items = afterPrevious.flatMap((one): readonly PreviousDependency[] => {
      if (one === 'self' || one === 'children') return [one]
      const name = one.kind === 'node' ? this.#nameOf(one.key) : undefined
      if (name !== undefined) return [node(name, 'VIRTUAL')]
      const output = this.#outputOf(one)
      return output === undefined ? [] : [external(output)]
    })
    return items.length === 0 ? builder : builder.afterPrevious(...items)
  }
}
