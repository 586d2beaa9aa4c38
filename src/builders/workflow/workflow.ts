import type { Hint } from '../../diagnostics/hint.ts'
import type { RuleName } from '../../diagnostics/rule-names.ts'
import type { FlowTrigger } from '../../language/generated/types.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'
import {
  boolean,
  checkArgument,
  checkEach,
  checkSettings,
  checkWhen,
  iterable,
  number,
  stepped,
  text,
} from '../arguments.ts'
import type { BuildOptions } from '../build/context.ts'
import { buildDocument, runsTrigger } from '../build/document.ts'
import { type ExtraArguments, layingOver } from '../build/extra-fields.ts'
import { type BuiltDocument, DocumentBuilder } from '../buildable.ts'
import { extendChain } from '../chain.ts'
import type { Checked, NameOf } from '../node/checked-nodes.ts'
import { type DefaultsInput, mergeDefaults } from '../node/defaults.ts'
import { findNode, listNodes, namedNode, nodeKind } from '../node/flow-nodes.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { OutputOptions, ParameterOptions, WorkflowFields } from '../node/node-options.ts'
import { parameterVariable } from '../node/parameter.ts'
import { type DurationLike, type StrategyInput, wireStrategy } from '../node/strategy.ts'
import { type ScheduleInput, type TriggerInput, type WireTrigger, wireTrigger, withSchedule } from '../node/trigger.ts'
import type { WorkflowOutput } from '../node/upstream.ts'
import {
  defaultSettings,
  duration,
  outputSettings,
  parameterSettings,
  schedule as scheduleKind,
  workflowStrategySettings,
} from '../setting-kinds.ts'
import type { StructureBuilders, StructureKind } from '../structures/structure-builders.ts'
import { silencing } from '../suppression.ts'
import { outsideUpstream, previousUpstream } from './outside-upstream.ts'
import type { PreviousWorkflowDependency, Workflow, WorkflowDependency, WorkflowKind } from './workflow-builder.ts'
import { upstreamOf, WorkflowOutputImpl } from './workflow-output.ts'
import type { WorkflowState } from './workflow-state.ts'

/** The one implementation of {@link Workflow}: a state that nobody else can reach, and steps that return a changed copy. */
export class WorkflowImpl<Names extends string, Kind extends WorkflowKind>
  extends DocumentBuilder
  implements Workflow<Names, Kind>
{
  readonly #kind: Kind
  readonly #state: WorkflowState

  constructor(kind: Kind, state: WorkflowState) {
    super()
    this.#kind = kind
    this.#state = state
  }

  /** What a workflow builder knows; undefined for a value that is none. */
  static stateOf(builder: unknown): WorkflowState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  #with(change: Partial<WorkflowState>): this {
    // The type of a builder may say more than its class, which is the same for all.
    const Class = this.constructor as new (kind: Kind, state: WorkflowState) => this
    return new Class(this.#kind, { ...this.#state, ...change })
  }

  #withTrigger(change: TriggerInput): WorkflowImpl<Names, 'CycleWorkflow'> {
    return this.#triggered({ ...this.#state.trigger, ...wireTrigger(change) })
  }

  #triggered(trigger: WireTrigger): WorkflowImpl<Names, 'CycleWorkflow'> {
    return this.#scheduled({ trigger })
  }

  #scheduled(change: Partial<WorkflowState>): WorkflowImpl<Names, 'CycleWorkflow'> {
    return new WorkflowImpl('CycleWorkflow', { ...this.#state, ...change })
  }

  get kind(): Kind {
    return this.#kind
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

  cron(cron: string): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('cron', 'cron', cron, text)
    return this.#withTrigger({ cron })
  }

  schedule(schedule: ScheduleInput): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('schedule', 'schedule', schedule, scheduleKind)
    return this.#triggered(withSchedule(this.#state.trigger, schedule))
  }

  timezone(timezone: string): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('timezone', 'timezone', timezone, text)
    return this.#withTrigger({ timezone })
  }

  startTime(startTime: string): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('startTime', 'startTime', startTime, text)
    return this.#withTrigger({ startTime })
  }

  endTime(endTime: string): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('endTime', 'endTime', endTime, text)
    return this.#withTrigger({ endTime })
  }

  delaySeconds(delaySeconds: number | DurationLike): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('delaySeconds', 'delay', delaySeconds, duration)
    return this.#withTrigger({ delaySeconds })
  }

  cycleType(cycleType: NonNullable<FlowTrigger['cycleType']>): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('cycleType', 'cycleType', cycleType, text)
    return this.#withTrigger({ cycleType })
  }

  calendar(calendarId: number): Workflow<Names, 'CycleWorkflow'> {
    checkArgument('calendar', 'calendarId', calendarId, number)
    return this.#withTrigger({ calendarId })
  }

  trigger(identifier: string): Workflow<Names, 'TriggerWorkflow'> {
    checkArgument('trigger', 'identifier', identifier, text)
    return new WorkflowImpl('TriggerWorkflow', { ...this.#state, trigger: { ...this.#state.trigger, identifier } })
  }

  toTrigger(): RunsTrigger {
    return runsTrigger(this.#state)
  }

  param(name: string, value: string, options: ParameterOptions = {}): this {
    checkArgument('param', 'name', name, text)
    checkArgument('param', 'value', value, text)
    checkSettings('param', 'options', options, parameterSettings)
    const variable = parameterVariable(name, value, { scope: 'Workflow', ...options })
    return this.#with({ parameters: extendChain(this.#state.parameters, [variable]) })
  }

  strategy(strategy: StrategyInput): this {
    checkSettings('strategy', 'strategy', strategy, workflowStrategySettings)
    return this.#with({ strategy: Object.freeze({ ...this.#state.strategy, ...wireStrategy(strategy) }) })
  }

  output(data: string, options: OutputOptions = {}): this {
    checkArgument('output', 'data', data, text)
    checkSettings('output', 'options', options, outputSettings)
    return this.#with({ outputs: extendChain(this.#state.outputs, [{ data, options: { ...options } }]) })
  }

  after(...items: readonly WorkflowDependency[]): Workflow<Names, 'CycleWorkflow'> {
    checkEach('after', 'item', items, outsideUpstream)
    return this.#scheduled({
      after: extendChain(
        this.#state.after,
        items.flatMap((item) => upstreamOf(item, WorkflowImpl.stateOf(item))),
      ),
    })
  }

  afterPrevious(...items: readonly PreviousWorkflowDependency[]): Workflow<Names, 'CycleWorkflow'> {
    checkEach('afterPrevious', 'item', items, previousUpstream)
    const upstreams = items.flatMap((item) =>
      item === 'self' || item === 'children' ? item : upstreamOf(item, WorkflowImpl.stateOf(item)),
    )
    return this.#scheduled({ afterPrevious: extendChain(this.#state.afterPrevious, upstreams) })
  }

  citable(citable: boolean): this {
    checkArgument('citable', 'citable', citable, boolean)
    return this.#with({ citable })
  }

  defaults(defaults: DefaultsInput): this {
    checkSettings('defaults', 'defaults', defaults, defaultSettings)
    return this.#with({ defaults: mergeDefaults(this.#state.defaults, defaults) })
  }

  nodes<const Items extends readonly unknown[], All extends string = Names | NameOf<Items[number]>>(
    ...nodes: { [Index in keyof Items]: Checked<Items[Index], NoInfer<All>> }
  ): Workflow<All, Kind>
  nodes(...nodes: readonly AnyNode[]): Workflow<string, Kind> {
    return this.#added('nodes', nodes)
  }

  #added(call: string, nodes: readonly AnyNode[]): Workflow<string, Kind> {
    checkEach(call, 'node', nodes, nodeKind)
    const step = { nodes: extendChain(this.#state.nodes, [nodes]) }
    return new WorkflowImpl<string, Kind>(this.#kind, { ...this.#state, ...step })
  }

  nodeList(nodes: Iterable<AnyNode>): Workflow<string, Kind> {
    checkArgument('nodeList', 'nodes', nodes, iterable)
    return this.#added('nodeList', Array.from(nodes))
  }

  outputOf<const Node extends Names>(node?: Node | Hint<string>): WorkflowOutput<Node> {
    if (node !== undefined) checkArgument('outputOf', 'node', node, text)
    return new WorkflowOutputImpl(this.#state, typeof node === 'string' ? node : undefined)
  }

  extra(...given: ExtraArguments): this {
    return this.#with({ extra: layingOver(undefined, this.#state.extra, given) })
  }

  fields(given: WorkflowFields): this {
    return this.#with({ extra: layingOver('Workflow', this.#state.extra, [given]) })
  }

  suppress(rule: RuleName, reason: string): this {
    return this.#with({ suppressions: silencing(this.#state.suppressions, rule, reason) })
  }

  when<Result extends Workflow<string, Kind>>(
    condition: boolean,
    step: (builder: Workflow<Names, Kind>) => Result,
  ): Result {
    checkWhen(condition, step)
    // The result's type names the nodes the step adds, whether or not it is taken; where it is not, the check at build
    // finds what comes after them.
    return condition ? stepped(step(this), WorkflowImpl.stateOf) : (this as unknown as Result)
  }

  node<One extends StructureKind>(name: string, kind: One): StructureBuilders[One]
  node(name: string): AnyNode
  node(name: string, kind?: StructureKind): AnyNode {
    const { nodes } = this.#state
    return namedNode(name, kind, findNode(nodes, name), () => this.allNodes())
  }

  allNodes(): readonly AnyNode[] {
    return listNodes(this.#state.nodes)
  }

  override compared(): unknown {
    return { defaults: this.#state.defaults, document: this.draft({}) }
  }

  protected override draft(options: BuildOptions, defaults?: DefaultsInput): BuiltDocument {
    const state = this.#state
    if (defaults === undefined) return buildDocument(state, options)
    return buildDocument({ ...state, defaults: mergeDefaults(defaults, state.defaults ?? {}) }, options)
  }
}
