import type { RuleName } from '../../diagnostics/rule-names.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { FlowDataset } from '../../language/generated/types.ts'
import { previewNode } from '../build/node.ts'
import { showAsJson } from '../buildable.ts'
import { extendChain } from '../chain.ts'
import type { AnyComponentUse, ComponentBuilder } from '../entities/component.ts'
import { type Named, nameOnly } from '../entities/entity.ts'
import type { FileResourceBuilder } from '../entities/file-resource.ts'
import type { UdfBuilder } from '../entities/udf.ts'
import { copyJson } from '../json-copy.ts'
import type { Structure } from '../structures/structure.ts'
import type { VariableOptions } from '../structures/structure-builders.ts'
import type {
  AnyNode,
  Dependency,
  LiteralName,
  NeedOf,
  NodeBuilder,
  PreviousDependency,
  PreviousNeedOf,
} from './node-builder.ts'
import {
  type CodeText,
  type DatasourceOptions,
  type LanguageOptions,
  type OutputOptions,
  type ParameterOptions,
  type ResourceGroupOptions,
  type RuntimeInput,
  type TableInput,
  textOf,
  wireTable,
} from './node-options.ts'
import { moreUsed, type NodeState } from './node-state.ts'
import { parameterVariable } from './parameter.ts'
import { type NodeStrategyInput, type StrategyInput, wireStrategy } from './strategy.ts'
import { type ScheduleInput, type TriggerInput, wireTrigger, withSchedule } from './trigger.ts'
import { taking, type VariableHandle } from './variable-handle.ts'

/**
 * Starts a node of any type. For the types this library knows there is one function each, such as `odpsSql`.
 *
 * @param name - name of the node, unique in the workspace: letters, digits, `_` and `.`, at most 128 characters
 * @param command - the node type as the wire writes it, such as `ODPS_SQL`; it cannot change after creation
 * @returns a builder; nothing is checked until the workflow is built
 *
 * @example
 * ```ts
 * import { node, workflow } from 'flowspec'
 *
 * workflow('orders').cron('00 02 00 * * ?').nodes(node('score', 'MY_PLUGIN').code('{}'))
 * ```
 */
export function node<const Name extends string>(name: Name, command: string): NodeBuilder<Name, never> {
  return new NodeBuilderImpl<Name, never>(name, { name, command })
}

/**
 * The one implementation of {@link NodeBuilder}: a state that nobody else can reach, and methods that return a changed
 * copy. Without a public field there is nothing to freeze, which counts where a program makes 100,000 of them.
 */
export class NodeBuilderImpl<Name extends string, Needs extends string> implements NodeBuilder<Name, Needs> {
  static readonly shown: true = /* @__PURE__ */ showAsJson(NodeBuilderImpl)

  readonly #name: Name
  readonly #state: NodeState

  constructor(name: Name, state: NodeState) {
    this.#name = name
    this.#state = state
  }

  /** What a node builder knows; undefined for a value that is none. */
  static stateOf(builder: unknown): NodeState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  /** What a builder becomes when more is known of its control structure. */
  static restructure<Builder extends NodeBuilderImpl<string, string>>(builder: Builder, structure: Structure): Builder
  static restructure(builder: NodeBuilderImpl<string, string>, structure: Structure): unknown {
    return builder.#with({ structure })
  }

  /** A builder of the same class that knows something else. */
  static like(builder: AnyNode, state: NodeState): AnyNode
  static like(builder: object, state: NodeState): unknown {
    const Class = builder.constructor as typeof NodeBuilderImpl
    return new Class(state.name, state)
  }

  #with<More extends string = never>(change: Partial<NodeState>): NodeBuilderImpl<Name, Needs | More> {
    // One spread and an assignment: a second spread would take several times as long, and this runs at every step.
    const state = Object.assign({ ...this.#state }, change)
    // The builder of a control structure is a subclass without a constructor of its own, and stays one.
    const Class = this.constructor as typeof NodeBuilderImpl
    return new Class<Name, Needs | More>(this.#name, state)
  }

  get name(): Name {
    return this.#name
  }

  id(id: string): NodeBuilder<Name, Needs> {
    return this.#with({ id })
  }

  path(path: string): NodeBuilder<Name, Needs> {
    return this.#with({ path })
  }

  owner(owner: string): NodeBuilder<Name, Needs> {
    return this.#with({ owner })
  }

  description(description: string): NodeBuilder<Name, Needs> {
    return this.#with({ description })
  }

  code(code: CodeText): NodeBuilder<Name, Needs> {
    return this.#with({ content: textOf(code), codeFile: undefined })
  }

  codeFile(codeFile: string | URL): NodeBuilder<Name, Needs> {
    return this.#with({ codeFile, content: undefined })
  }

  language(language: string, options: LanguageOptions = {}): NodeBuilder<Name, Needs> {
    return this.#with({ language, ...options })
  }

  runtime(runtime: RuntimeInput): NodeBuilder<Name, Needs> {
    return this.#with({ runtime: extendChain(this.#state.runtime, [copyJson(runtime)]) })
  }

  param<From extends string = never>(
    name: string,
    value: string | VariableHandle<From>,
    options: ParameterOptions = {},
  ): NodeBuilder<Name, Needs | LiteralName<From>> {
    const { parameters, after } = this.#state
    if (typeof value !== 'object') {
      return this.#with({ parameters: extendChain(parameters, [parameterVariable(name, value, options)]) })
    }
    return this.#with({
      parameters: extendChain(parameters, [value[taking].asParameter(value, name, options)]),
      taking: value[taking],
      after: extendChain(after, [value.node]),
    })
  }

  datasource(name: string, options: DatasourceOptions = {}): NodeBuilder<Name, Needs> {
    const type = options.type ?? nodeTypes.get(this.#state.command)?.datasourceType
    return this.#with({
      datasource: Object.freeze({ name, ...(type === undefined ? undefined : { type }), ...options }),
    })
  }

  resourceGroup(resourceGroup: string, options: ResourceGroupOptions = {}): NodeBuilder<Name, Needs> {
    const { cu, ...rest } = options
    const runtimeResource = Object.freeze({ resourceGroup, ...rest })
    return this.#with(cu === undefined ? { runtimeResource } : { runtimeResource, cu })
  }

  resources(...resources: readonly Named<FileResourceBuilder>[]): NodeBuilder<Name, Needs> {
    return this.#with({ uses: moreUsed(this.#state, 'fileResources', resources.map(nameOnly)) })
  }

  functions(...functions: readonly Named<UdfBuilder>[]): NodeBuilder<Name, Needs> {
    return this.#with({ uses: moreUsed(this.#state, 'functions', functions.map(nameOnly)) })
  }

  datasets(...datasets: readonly FlowDataset[]): NodeBuilder<Name, Needs> {
    return this.#with({ uses: moreUsed(this.#state, 'datasets', datasets) })
  }

  component(component: ComponentBuilder, use: AnyComponentUse): NodeBuilder<Name, Needs> {
    return this.#with({ uses: { ...this.#state.uses, component: component.usedWith(use) } })
  }

  output(data: string, options: OutputOptions = {}): NodeBuilder<Name, Needs> {
    return this.#with({ outputs: extendChain(this.#state.outputs, [{ data, options: { ...options } }]) })
  }

  outputVariable<From extends string = never>(
    name: string,
    value?: string | VariableHandle<From>,
    options: VariableOptions = {},
  ): NodeBuilder<Name, Needs | LiteralName<From>> {
    const { offers, after } = this.#state
    const upstream = typeof value === 'object' ? [value.node] : []
    return this.#with({
      offers: extendChain(offers, [{ ...options, name, value }]),
      after: extendChain<Dependency>(after, upstream),
    })
  }

  reads(...tables: readonly TableInput[]): NodeBuilder<Name, Needs> {
    return this.#with({ reads: extendChain(this.#state.reads, tables.map(wireTable)) })
  }

  writes(...tables: readonly TableInput[]): NodeBuilder<Name, Needs> {
    return this.#with({ writes: extendChain(this.#state.writes, tables.map(wireTable)) })
  }

  after<const Items extends readonly Dependency[]>(...items: Items): NodeBuilder<Name, Needs | NeedOf<Items[number]>> {
    return this.#with<NeedOf<Items[number]>>({ after: extendChain<Dependency>(this.#state.after, items) })
  }

  afterPrevious<const Items extends readonly PreviousDependency[]>(
    ...items: Items
  ): NodeBuilder<Name, Needs | PreviousNeedOf<Items[number]>> {
    const afterPrevious = extendChain<PreviousDependency>(this.#state.afterPrevious, items)
    return this.#with<PreviousNeedOf<Items[number]>>({ afterPrevious })
  }

  strategy(strategy: NodeStrategyInput): NodeBuilder<Name, Needs> {
    return this.#with({ strategy: Object.freeze({ ...this.#state.strategy, ...wireStrategy(strategy) }) })
  }

  override(strategy: StrategyInput): NodeBuilder<Name, Needs> {
    return this.#with({ override: Object.freeze({ ...this.#state.override, ...wireStrategy(strategy) }) })
  }

  trigger(trigger: TriggerInput): NodeBuilder<Name, Needs> {
    return this.#with({ trigger: { ...this.#state.trigger, ...wireTrigger(trigger) } })
  }

  schedule(schedule: ScheduleInput): NodeBuilder<Name, Needs> {
    return this.#with({ trigger: withSchedule(this.#state.trigger, schedule) })
  }

  autoParse(autoParse: boolean): NodeBuilder<Name, Needs> {
    return this.#with({ autoParse })
  }

  extra(fields: Readonly<Record<string, unknown>>): NodeBuilder<Name, Needs> {
    return this.#with({ extra: extendChain(this.#state.extra, [copyJson(fields)]) })
  }

  suppress(rule: RuleName, reason: string): NodeBuilder<Name, Needs> {
    return this.#with({ suppressions: extendChain(this.#state.suppressions, [{ rule, reason }]) })
  }

  when<Result extends NodeBuilder<Name, string>>(
    condition: boolean,
    step: (builder: NodeBuilder<Name, Needs>) => Result,
  ): Result {
    // The result's type names what the step adds, whether or not the step is taken: asking for more than is needed is
    // safe, and it is what lets a conditional dependency be checked at compile time.
    return condition ? step(this) : (this as unknown as Result)
  }

  toJSON(): unknown {
    return previewNode(this.#state)
  }
}
