import type { RuleName } from '../../diagnostics/rule-names.ts'
import { copyJson, deepFreeze, ownCopy } from '../../document/json/json-copy.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { FlowDataset } from '../../language/generated/types.ts'
import {
  boolean,
  checkArgument,
  checkEach,
  checkEachSettings,
  checkSettings,
  checkWhen,
  code as codeKind,
  component as componentKind,
  fields,
  file,
  named,
  stepped,
  text,
  upstream,
  variable,
} from '../arguments.ts'
import { type ExtraArguments, layingOver } from '../build/extra-fields.ts'
import { previewNode } from '../build/node.ts'
import { ShownAsJson } from '../buildable.ts'
import { extendChain } from '../chain.ts'
import type { AnyComponentUse, ComponentBuilder } from '../entities/component.ts'
import { type Named, nameOnly, withGiven } from '../entities/entity.ts'
import type { FileResourceBuilder } from '../entities/file-resource.ts'
import type { UdfBuilder } from '../entities/udf.ts'
import {
  componentUseSettings,
  datasetSettings,
  datasourceSettings,
  languageSettings,
  nodeStrategySettings,
  outputSettings,
  parameterSettings,
  resourceGroupSettings,
  runtimeSettings,
  schedule as scheduleKind,
  triggerSettings,
  variableSettings,
  workflowStrategySettings,
} from '../setting-kinds.ts'
import { silencing } from '../suppression.ts'
import { type AnyNode, type Dependency, type NodeBuilder, type PreviousDependency, typedNode } from './node-builder.ts'
import { nodeContent } from './node-content.ts'
import {
  type CodeText,
  type DatasourceOptions,
  type LanguageOptions,
  type NodeFields,
  type OutputOptions,
  type ParameterOptions,
  type ResourceGroupOptions,
  type RuntimeInput,
  textOf,
  type VariableOptions,
} from './node-options.ts'
import type { NodeState, NodeUses, Structure } from './node-state.ts'
import { parameterVariable } from './parameter.ts'
import { type NodeStrategyInput, type StrategyInput, wireStrategy } from './strategy.ts'
import { type TableInput, wireTables } from './table-input.ts'
import { type ScheduleInput, type TriggerInput, wireTrigger, withSchedule } from './trigger.ts'
import { takingParameter, type VariableHandle } from './variable-handle.ts'

/**
 * The one implementation of {@link NodeBuilder}, of whatever names: a state that nobody else can reach, and steps that
 * return a changed copy. Without a field there is nothing to freeze, which counts where a program makes 100,000.
 */
export class NodeImpl extends ShownAsJson implements NodeBuilder {
  readonly #state: NodeState

  constructor(state: NodeState) {
    super()
    this.#state = state
  }

  /** What a node builder knows; undefined for a value that is none. */
  static stateOf(builder: unknown): NodeState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  /** A builder of the same class that knows something else. */
  static like(builder: AnyNode, state: NodeState): AnyNode {
    // The builder of a control structure is a subclass without a constructor of its own.
    return new (builder.constructor as typeof NodeImpl)(state)
  }

  /** The builder with what it knows of its control structure changed; at first it knows nothing. */
  protected restructured<Known extends Structure>(
    Kind: new (...parts: never[]) => Known,
    change: (known: Known | undefined) => Known | undefined,
  ): this {
    const { structure } = this.#state
    return this.#with({ structure: change(structure instanceof Kind ? structure : undefined) })
  }

  #with(change: Partial<NodeState>): this {
    // One spread and an assignment: a second spread would take several times as long, and this runs at every step.
    const state = Object.assign({ ...this.#state }, change)
    const Class = this.constructor as new (state: NodeState) => this
    return new Class(state)
  }

  /** A list of what the code uses with more in it; a node that was read keeps what it used. */
  #using(list: Exclude<keyof NodeUses, 'component'>, items: readonly object[]): Pick<NodeState, 'uses'> {
    const { uses, origin } = this.#state
    const held = uses?.[list] ?? (isRecord(origin?.raw) ? origin.raw[list] : undefined)
    return { uses: { ...uses, [list]: [...itemsOf(held), ...itemsOf(copyJson(items).value)] } }
  }

  get name(): string {
    return this.#state.name
  }

  id(id: string): this {
    checkArgument('id', 'id', id, text)
    return this.#with({ id })
  }

  path(path: string): this {
    checkArgument('path', 'path', path, text)
    return this.#with({ path })
  }

  owner(owner: string): this {
    checkArgument('owner', 'owner', owner, text)
    return this.#with({ owner })
  }

  description(description: string): this {
    checkArgument('description', 'description', description, text)
    return this.#with({ description })
  }

  code(code: CodeText): this {
    checkArgument('code', 'code', code, codeKind)
    return this.#with({ content: textOf(code), codeFile: undefined })
  }

  codeFile(codeFile: string | URL): this {
    checkArgument('codeFile', 'file', codeFile, file)
    return this.#with({ codeFile })
  }

  language(language: string, options: LanguageOptions = {}): this {
    checkArgument('language', 'language', language, text)
    checkSettings('language', 'options', options, languageSettings)
    return this.#with({ language, ...options })
  }

  runtime(runtime: RuntimeInput): this {
    checkSettings('runtime', 'runtime', runtime, runtimeSettings)
    return this.#with({ runtime: extendChain(this.#state.runtime, [copyJson(runtime)]) })
  }

  param(name: string, value: string | VariableHandle, options: ParameterOptions = {}): this {
    checkArgument('param', 'name', name, text)
    checkArgument('param', 'value', value, variable)
    checkSettings('param', 'options', options, parameterSettings)
    const { parameters, after } = this.#state
    if (typeof value !== 'object') {
      return this.#with({ parameters: extendChain(parameters, [parameterVariable(name, value, options)]) })
    }
    return this.#with({
      parameters: extendChain(parameters, [takingParameter(value, name, options)]),
      after: extendChain(after, [value.node]),
    })
  }

  datasource(name: string, options: DatasourceOptions = {}): this {
    checkArgument('datasource', 'name', name, text)
    checkSettings('datasource', 'options', options, datasourceSettings)
    const { type = nodeTypes.get(this.#state.command)?.datasourceType, ...rest } = options
    return this.#with({ datasource: Object.freeze({ name, ...(type === undefined ? {} : { type }), ...rest }) })
  }

  resourceGroup(resourceGroup: string, options: ResourceGroupOptions = {}): this {
    checkArgument('resourceGroup', 'identifier', resourceGroup, text)
    checkSettings('resourceGroup', 'options', options, resourceGroupSettings)
    const { cu, ...rest } = options
    const runtimeResource = Object.freeze({ resourceGroup, ...rest })
    return this.#with(cu === undefined ? { runtimeResource } : { runtimeResource, cu })
  }

  resources(...resources: readonly Named<FileResourceBuilder>[]): this {
    checkEach('resources', 'resource', resources, named)
    const uses = this.#using('fileResources', resources.map(nameOnly))
    return this.#with({ ...uses, ...withGiven(this.#state.given, resources) })
  }

  functions(...functions: readonly Named<UdfBuilder>[]): this {
    checkEach('functions', 'function', functions, named)
    const uses = this.#using('functions', functions.map(nameOnly))
    return this.#with({ ...uses, ...withGiven(this.#state.given, functions) })
  }

  datasets(...datasets: readonly FlowDataset[]): this {
    checkEachSettings('datasets', 'dataset', datasets, fields, datasetSettings)
    return this.#with(this.#using('datasets', datasets))
  }

  component(component: ComponentBuilder, use: AnyComponentUse): this {
    checkArgument('component', 'component', component, componentKind)
    checkSettings('component', 'use', use, componentUseSettings)
    return this.#with({ uses: { ...this.#state.uses, component: component.usedWith(use) } })
  }

  output(data: string, options: OutputOptions = {}): this {
    checkArgument('output', 'data', data, text)
    checkSettings('output', 'options', options, outputSettings)
    return this.#with({ outputs: extendChain(this.#state.outputs, [{ data, options: { ...options } }]) })
  }

  outputVariable(name: string, value?: string | VariableHandle, options: VariableOptions = {}): this {
    checkArgument('outputVariable', 'name', name, text)
    if (value !== undefined) checkArgument('outputVariable', 'value', value, variable)
    checkSettings('outputVariable', 'options', options, variableSettings)
    const { provides, after } = this.#state
    return this.#with({
      provides: extendChain(provides, [{ ...options, name, value: ownCopy(value) }]),
      after: extendChain<Dependency>(after, typeof value === 'object' ? [value.node] : []),
    })
  }

  reads(...tables: readonly TableInput[]): this {
    return this.#with({ reads: extendChain(this.#state.reads, wireTables('reads', tables)) })
  }

  writes(...tables: readonly TableInput[]): this {
    return this.#with({ writes: extendChain(this.#state.writes, wireTables('writes', tables)) })
  }

  after(...items: readonly Dependency[]): this {
    checkEach('after', 'item', items, upstream)
    return this.#with({ after: extendChain(this.#state.after, items.map(ownCopy)) })
  }

  afterPrevious(...items: readonly PreviousDependency[]): this {
    checkEach('afterPrevious', 'item', items, upstream)
    return this.#with({ afterPrevious: extendChain(this.#state.afterPrevious, items.map(ownCopy)) })
  }

  strategy(strategy: NodeStrategyInput): this {
    checkSettings('strategy', 'strategy', strategy, nodeStrategySettings)
    return this.#with({ strategy: Object.freeze({ ...this.#state.strategy, ...wireStrategy(strategy) }) })
  }

  override(strategy: StrategyInput): this {
    checkSettings('override', 'strategy', strategy, workflowStrategySettings)
    return this.#with({ override: Object.freeze({ ...this.#state.override, ...wireStrategy(strategy) }) })
  }

  trigger(trigger: TriggerInput): this {
    checkSettings('trigger', 'trigger', trigger, triggerSettings)
    return this.#with({ trigger: { ...this.#state.trigger, ...wireTrigger(trigger) } })
  }

  schedule(schedule: ScheduleInput): this {
    checkArgument('schedule', 'schedule', schedule, scheduleKind)
    return this.#with({ trigger: withSchedule(this.#state.trigger, schedule) })
  }

  autoParse(autoParse: boolean): this {
    checkArgument('autoParse', 'autoParse', autoParse, boolean)
    return this.#with({ autoParse })
  }

  extra(...given: ExtraArguments): this {
    return this.#with({ extra: layingOver(undefined, this.#state.extra, given) })
  }

  fields(given: NodeFields): this {
    return this.#with({ extra: layingOver('Node', this.#state.extra, [given]) })
  }

  suppress(rule: RuleName, reason: string): this {
    return this.#with({ suppressions: silencing(this.#state.suppressions, rule, reason) })
  }

  when<Result extends AnyNode>(condition: boolean, step: (builder: this) => Result): Result {
    checkWhen(condition, step)
    // The result's type names what the step adds, whether or not the step is taken: asking for more than is needed is
    // safe, and it is what lets a conditional dependency be checked at compile time.
    return condition ? stepped(step(this), NodeImpl.stateOf) : typedNode(this)
  }

  toJSON(): unknown {
    return deepFreeze(previewNode(this.#state))
  }

  override compared(): unknown {
    return nodeContent(this.#state)
  }
}
