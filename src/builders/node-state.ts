import type { FlowDatasource, FlowRuntimeResource, FlowTable, FlowVariable } from '../model/generated/types.ts'
import type { Chain } from './chain.ts'
import type { CopiedJson } from './copy-json.ts'
import type { Dependency, PreviousDependency } from './dependency.ts'
import type { NodeBase } from './entity-base.ts'
import type { OutputOptions } from './node-options.ts'
import type { NodeUses } from './node-uses.ts'
import type { OfferState } from './offered-variable.ts'
import type { NodeStrategyInput, StrategyInput, WireStrategy } from './strategy-input.ts'
import type { Structure } from './structure.ts'
import type { StructureKind } from './structure-builders.ts'
import type { BuilderSuppression } from './suppression.ts'
import type { WireTrigger } from './trigger-input.ts'
import type { VariableTaking } from './variable-taking.ts'

/** An output as a user wrote it. */
export interface OutputState {
  readonly data: string
  readonly options: OutputOptions
}

/** Everything a node builder knows. Never changed: each step makes a new one. */
export interface NodeState {
  readonly name: string
  readonly command: string
  /** Which control structure it is. */
  readonly kind?: StructureKind | undefined
  readonly id?: string
  readonly path?: string
  readonly owner?: string
  readonly description?: string
  readonly content?: string | undefined
  readonly codeFile?: string | URL | undefined
  readonly language?: string
  readonly extension?: string
  readonly runtime?: Chain<CopiedJson> | undefined
  readonly parameters?: Chain<FlowVariable> | undefined
  /** How its parameters take variables of other nodes, where they do. */
  readonly taking?: VariableTaking
  readonly datasource?: FlowDatasource
  readonly runtimeResource?: FlowRuntimeResource
  readonly cu?: string
  readonly outputs?: Chain<OutputState> | undefined
  readonly reads?: Chain<FlowTable> | undefined
  readonly writes?: Chain<FlowTable> | undefined
  readonly offers?: Chain<OfferState> | undefined
  readonly after?: Chain<Dependency> | undefined
  readonly afterPrevious?: Chain<PreviousDependency> | undefined
  readonly strategy?: WireStrategy<NodeStrategyInput>
  readonly override?: WireStrategy<StrategyInput>
  readonly trigger?: WireTrigger
  readonly autoParse?: boolean
  /** Resources, functions, datasets, and the component it is a use of. */
  readonly uses?: NodeUses
  /** What makes the node a control structure. */
  readonly structure?: Structure | undefined
  readonly extra?: Chain<CopiedJson> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
  /** The node as read, when it was. */
  readonly base?: NodeBase
}
