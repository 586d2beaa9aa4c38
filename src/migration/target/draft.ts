import type { NodeStrategyInput, StrategyInput } from '../../builders/node/strategy.ts'

/** A workflow or node that is not in what was given, and may be in the workspace, or come into it. */
export interface ElsewhereDraft {
  readonly kind: 'elsewhere'
  /** What the source calls it, by names from the outside in. */
  readonly titles: readonly string[]
  /** Whether the last of the titles is a name, as another migration would take it, and no number. */
  readonly isNamed: boolean
  readonly scheduler: string
  /** Tells of the output that stands for it, once that has its name. */
  readonly tell: (output: string) => void
}

/** Something to come after, by the keys that the source tells things apart with. */
export type UpstreamDraft =
  | { readonly kind: 'node'; readonly key: string }
  | { readonly kind: 'arm'; readonly key: string; readonly arm: string }
  /** Another workflow of the source, or a node of it. */
  | { readonly kind: 'workflow'; readonly workflow: string; readonly node?: string | undefined }
  | ElsewhereDraft

/** An arm of a branch node. */
export interface ArmDraft {
  /** The node that it leads to. */
  readonly key: string
  readonly arm: string
  readonly condition: string
  readonly description?: string
}

/** Which builder makes a node. */
export type NodeMaking =
  | { readonly kind: 'plain'; readonly command: string }
  | { readonly kind: 'branch'; readonly arms: readonly ArmDraft[] }
  | { readonly kind: 'join'; readonly arms: readonly JoinArmDraft[]; readonly expression: string }
  | { readonly kind: 'subProcess'; readonly target: UpstreamDraft }

/** An arm of a join node. */
export interface JoinArmDraft {
  readonly arm: string
  readonly upstream: UpstreamDraft
  readonly status: 'Success' | readonly ['Success', 'NotRun']
}

/** A parameter of a node or a workflow, its value as DataWorks writes it. */
export interface ParameterDraft {
  readonly name: string
  readonly value: string
}

/** What the code of a node is, and what it needs. */
export interface NodeBody {
  readonly making: NodeMaking
  readonly code?: string
  readonly language?: string
  readonly datasource?: { readonly name: string; readonly type?: string }
  readonly parameters?: readonly ParameterDraft[]
  /** Set where somebody has to write the node: it is paused until then, for an empty one would seem to succeed. */
  readonly isPlaceholder?: true
}

/** A node on its way from the source into a document. */
export interface NodeDraft extends NodeBody {
  readonly key: string
  /** What the source calls it. */
  readonly title: string
  readonly description?: string | undefined
  readonly strategy?: NodeStrategyInput
  readonly after: readonly UpstreamDraft[]
  readonly afterPrevious?: readonly ('self' | 'children' | UpstreamDraft)[]
}

/** When a workflow runs. */
export interface ScheduleDraft {
  readonly cron: string
  readonly timezone?: string | undefined
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
}

/** A workflow on its way from the source into a document. */
export interface WorkflowDraft {
  readonly key: string
  /** What the source calls it. */
  readonly title: string
  /** Folders that it stands in, from the outside in. */
  readonly folders?: readonly string[]
  readonly description?: string | undefined
  /** Undefined for one that is run by hand. */
  readonly schedule?: ScheduleDraft | undefined
  readonly strategy?: StrategyInput
  readonly parameters?: readonly ParameterDraft[]
  readonly nodes: readonly NodeDraft[]
}
