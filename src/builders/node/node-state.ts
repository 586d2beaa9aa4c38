import { isRecord } from '../../document/json/records.ts'
import type {
  FlowDatasource,
  FlowNode,
  FlowRuntimeResource,
  FlowTable,
  FlowVariable,
} from '../../language/generated/types.ts'
import type { NodeBase } from '../build/context.ts'
import type { BuilderSuppression } from '../buildable.ts'
import type { Chain } from '../chain.ts'
import { type CopiedJson, copyJson } from '../json-copy.ts'
import type { Structure } from '../structures/structure.ts'
import type { StructureKind } from '../structures/structure-builders.ts'
import type { Dependency, PreviousDependency } from './node-builder.ts'
import type { OutputOptions } from './node-options.ts'
import type { ProvidedState } from './provided-variables.ts'
import type { NodeStrategyInput, StrategyInput, WireStrategy } from './strategy.ts'
import type { WireTrigger } from './trigger.ts'
import type { VariableTaking } from './variable-handle.ts'

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
  readonly offers?: Chain<ProvidedState> | undefined
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

/** What the code of a node uses, as the wire writes it. */
type NodeUses = Pick<FlowNode, 'datasets' | 'fileResources' | 'functions' | 'component'>

/** The fields that are lists. */
type UsedList = Exclude<keyof NodeUses, 'component'>

/** What a node uses with more in one of the lists; a node that was read keeps what it used. */
export function moreUsed(
  { uses, base }: { readonly uses?: NodeUses; readonly base?: { readonly raw: unknown } },
  list: UsedList,
  items: readonly object[],
): NodeUses {
  const held = uses?.[list] ?? (isRecord(base?.raw) ? base.raw[list] : undefined)
  // Copies of the items with their own shape.
  const added = copyJson(items).value as readonly never[]
  return { ...uses, [list]: [...(Array.isArray(held) ? held : []), ...added] }
}
