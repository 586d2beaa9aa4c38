import type { CopiedJson } from '../../document/json/json-copy.ts'
import type {
  FlowDatasource,
  FlowNode,
  FlowRuntimeResource,
  FlowTable,
  FlowVariable,
} from '../../language/generated/types.ts'
import type { BuildContext } from '../build/context.ts'
import type { LaidFields } from '../build/extra-fields.ts'
import type { NodeOrigin } from '../build/origin.ts'
import type { GivenEntity } from '../build/taken.ts'
import type { Call } from '../call.ts'
import type { Chain } from '../chain.ts'
import type { Mutable } from '../fields.ts'
import type { StructureKind } from '../structures/structure-builders.ts'
import type { BuilderSuppression } from '../suppression.ts'
import type { Dependency, PreviousDependency } from './node-builder.ts'
import type { OutputState } from './node-options.ts'
import type { ProvidedState } from './provided-variables.ts'
import type { NodeStrategyInput, StrategyInput, WireStrategy } from './strategy.ts'
import type { WireTrigger } from './trigger.ts'

/** What the code of a node uses, as the wire writes it. */
export type NodeUses = Pick<FlowNode, 'datasets' | 'fileResources' | 'functions' | 'component'>

/** Where a control structure is put into its node. */
export interface StructureSite {
  readonly context: BuildContext
  /** JSON Pointer of the node. */
  readonly pointer: string
  /** Whether the node was read, so that what stands in it already stays. */
  readonly isRead: boolean
}

/** What a control structure knows beyond its node. Never changed: each step makes a new one. */
export interface Structure {
  /** Writes its fields into the node, whose common fields stand already. */
  finish(node: Mutable<FlowNode>, site: StructureSite): void
  /** What the node comes after because of its structure. */
  upstreams?(): readonly Dependency[]
}

/** Everything a node builder knows. Never changed: each step makes a new one. */
export interface NodeState {
  readonly name: string
  readonly command: string
  /** Where it was started. */
  readonly call?: Call | undefined
  /** Which control structure it is. */
  readonly kind?: StructureKind | undefined
  readonly id?: string
  readonly path?: string
  readonly owner?: string
  readonly description?: string
  readonly content?: string | undefined
  /** The file of the code, which comes before `content`. */
  readonly codeFile?: string | URL | undefined
  readonly language?: string
  readonly extension?: string
  readonly runtime?: Chain<CopiedJson> | undefined
  readonly parameters?: Chain<FlowVariable> | undefined
  readonly datasource?: FlowDatasource
  readonly runtimeResource?: FlowRuntimeResource
  readonly cu?: string
  readonly outputs?: Chain<OutputState> | undefined
  readonly reads?: Chain<FlowTable> | undefined
  readonly writes?: Chain<FlowTable> | undefined
  /** The variables it provides. */
  readonly provides?: Chain<ProvidedState> | undefined
  readonly after?: Chain<Dependency> | undefined
  readonly afterPrevious?: Chain<PreviousDependency> | undefined
  readonly strategy?: WireStrategy<NodeStrategyInput>
  readonly override?: WireStrategy<StrategyInput>
  readonly trigger?: WireTrigger
  readonly autoParse?: boolean
  /** Resources, functions, datasets, and the component it is a use of. */
  readonly uses?: NodeUses
  /** The builders among these, of which what it uses has the names. */
  readonly given?: Chain<GivenEntity> | undefined
  /** What makes the node a control structure. */
  readonly structure?: Structure | undefined
  readonly extra?: Chain<LaidFields> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
  /** The node as read, when it was. */
  readonly origin?: NodeOrigin<NodeState>
}

/** What other nodes call a node: its id, by default its name. */
export function nodeKey({ id, name }: NodeState): string {
  return id ?? name
}
