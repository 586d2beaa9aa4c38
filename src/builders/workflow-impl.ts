import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { RuleName } from '../diagnostics/rule-name.ts'
import type { FlowDocument, FlowTrigger } from '../model/generated/types.ts'
import type { AnyNode } from './any-node.ts'
import { buildDocument } from './build-document.ts'
import type { BuildOptions } from './build-options.ts'
import { extendChain } from './chain.ts'
import { checkBuilt } from './check-built.ts'
import { copyJson } from './copy-json.ts'
import type { DefaultsInput } from './defaults-input.ts'
import type { DurationLike } from './duration-like.ts'
import { findNode } from './flow-steps.ts'
import { listNodes } from './list-nodes.ts'
import { mergeDefaults } from './merge-defaults.ts'
import { namedNode } from './named-node.ts'
import type { OutputOptions, ParameterOptions } from './node-options.ts'
import { parameterVariable } from './parameter-variable.ts'
import { type ScheduleInput, withSchedule } from './schedule-input.ts'
import { showAsJson } from './show-as-json.ts'
import { type StrategyInput, wireStrategy } from './strategy-input.ts'
import type { StructureBuilders, StructureKind } from './structure-builders.ts'
import { throwErrors } from './throw-errors.ts'
import { type TriggerInput, type WireTrigger, wireTrigger } from './trigger-input.ts'
import type { Checked, Workflow } from './workflow-builder.ts'
import type { WorkflowKind } from './workflow-kind.ts'
import { type WorkflowOutput, WorkflowOutputImpl } from './workflow-output.ts'
import type { WorkflowState } from './workflow-state.ts'

/** The one implementation of {@link Workflow}: a frozen state, and methods that return a changed copy. */
export class WorkflowImpl<Names extends string, Kind extends WorkflowKind> implements Workflow<Names, Kind> {
  static readonly shown: true = /* @__PURE__ */ showAsJson(WorkflowImpl)

  readonly kind: Kind
  readonly name: string
  readonly state: WorkflowState

  constructor(kind: Kind, name: string, state: WorkflowState) {
    this.kind = kind
    this.name = name
    this.state = Object.freeze(state)
    Object.freeze(this)
  }

  #with<More extends string = never>(change: Partial<WorkflowState>): WorkflowImpl<Names | More, Kind> {
    return new WorkflowImpl(this.kind, this.name, { ...this.state, ...change })
  }

  #withTrigger(change: TriggerInput): WorkflowImpl<Names, 'CycleWorkflow'> {
    return this.#triggered({ ...this.state.trigger, ...wireTrigger(change) })
  }

  #triggered(trigger: WireTrigger): WorkflowImpl<Names, 'CycleWorkflow'> {
    return new WorkflowImpl('CycleWorkflow', this.name, { ...this.state, trigger })
  }

  id(id: string): Workflow<Names, Kind> {
    return this.#with({ id })
  }

  path(path: string): Workflow<Names, Kind> {
    return this.#with({ path })
  }

  owner(owner: string): Workflow<Names, Kind> {
    return this.#with({ owner })
  }

  description(description: string): Workflow<Names, Kind> {
    return this.#with({ description })
  }

  cron(cron: string): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ cron })
  }

  schedule(schedule: ScheduleInput): Workflow<Names, 'CycleWorkflow'> {
    return this.#triggered(withSchedule(this.state.trigger, schedule))
  }

  timezone(timezone: string): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ timezone })
  }

  startTime(startTime: string): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ startTime })
  }

  endTime(endTime: string): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ endTime })
  }

  delaySeconds(delaySeconds: number | DurationLike): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ delaySeconds })
  }

  cycleType(cycleType: NonNullable<FlowTrigger['cycleType']>): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ cycleType })
  }

  calendar(calendarId: number): Workflow<Names, 'CycleWorkflow'> {
    return this.#withTrigger({ calendarId })
  }

  trigger(identifier: string): Workflow<Names, 'TriggerWorkflow'> {
    const trigger = { ...this.state.trigger, ...wireTrigger({ identifier }) }
    return new WorkflowImpl('TriggerWorkflow', this.name, { ...this.state, trigger })
  }

  param(name: string, value: string, options: ParameterOptions = {}): Workflow<Names, Kind> {
    const variable = parameterVariable(name, value, { scope: 'Workflow', ...options })
    return this.#with({ parameters: extendChain(this.state.parameters, [variable]) })
  }

  strategy(strategy: StrategyInput): Workflow<Names, Kind> {
    return this.#with({ strategy: Object.freeze({ ...this.state.strategy, ...wireStrategy(strategy) }) })
  }

  output(data: string, options: OutputOptions = {}): Workflow<Names, Kind> {
    return this.#with({ outputs: extendChain(this.state.outputs, [{ data, options: { ...options } }]) })
  }

  citable(citable: boolean): Workflow<Names, Kind> {
    return this.#with({ citable })
  }

  defaults(defaults: DefaultsInput): Workflow<Names, Kind> {
    return this.#with({ defaults: mergeDefaults(this.state.defaults, defaults) })
  }

  nodes<const Items extends readonly AnyNode[], All extends string = Names | Items[number]['name']>(
    ...nodes: { [Index in keyof Items]: Checked<Items[Index], NoInfer<All>> }
  ): Workflow<All, Kind>
  nodes(...nodes: readonly AnyNode[]): Workflow<string, Kind> {
    return this.nodeList(nodes)
  }

  nodeList(nodes: Iterable<AnyNode>): Workflow<string, Kind> {
    return this.#with<string>({ nodes: extendChain(this.state.nodes, [Array.from(nodes)]) })
  }

  outputOf<const Node extends Names>(node?: Node): WorkflowOutput<Node> {
    return new WorkflowOutputImpl(this.state, node)
  }

  extra(fields: Readonly<Record<string, unknown>>): Workflow<Names, Kind> {
    return this.#with({ extra: extendChain(this.state.extra, [copyJson(fields)]) })
  }

  suppress(rule: RuleName, reason: string): Workflow<Names, Kind> {
    return this.#with({ suppressions: extendChain(this.state.suppressions, [{ rule, reason }]) })
  }

  when<Result extends Workflow<string, Kind>>(
    condition: boolean,
    step: (builder: Workflow<Names, Kind>) => Result,
  ): Result {
    // The result's type names the nodes the step adds, whether or not it is taken; where it is not, the check at build
    // finds what comes after them.
    return condition ? step(this) : (this as unknown as Result)
  }

  node<Structure extends StructureKind>(name: string, kind: Structure): StructureBuilders[Structure]
  node(name: string): AnyNode
  node(name: string, kind?: StructureKind): AnyNode {
    const { nodes } = this.state
    return namedNode(name, kind, findNode(nodes, name), () => this.allNodes())
  }

  allNodes(): readonly AnyNode[] {
    return listNodes(this.state.nodes)
  }

  build(options: BuildOptions = {}): FlowDocument {
    const built = buildDocument(this.state, options)
    return throwErrors(built.document, checkBuilt(built, options))
  }

  check(options: BuildOptions = {}): readonly Diagnostic[] {
    return checkBuilt(buildDocument(this.state, options), options)
  }

  toJSON(): unknown {
    return buildDocument(this.state, {}).document
  }
}
