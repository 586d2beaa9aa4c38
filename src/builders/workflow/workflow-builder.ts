import type { SpecReview } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Hint } from '../../diagnostics/hint.ts'
import type { RuleName, RuleSentence } from '../../diagnostics/rule-names.ts'
import type { FlowDocument, FlowTrigger } from '../../language/generated/types.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'
import type { TimeZone } from '../../schedule/zones/time-zone.ts'
import type { BuildOptions } from '../build/context.ts'
import type { ExtraArguments } from '../build/extra-fields.ts'
import type { Checked, NameOf } from '../node/checked-nodes.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { OutputOptions, ParameterOptions, WorkflowFields } from '../node/node-options.ts'
import type { DurationLike, StrategyInput } from '../node/strategy.ts'
import type { ScheduleInput } from '../node/trigger.ts'
import type { ExternalOutput, ProjectRoot, WorkflowOutput, WrittenDependency } from '../node/upstream.ts'
import type { NodeFinder } from '../structures/structure-builders.ts'

/** The kinds of workflow there are builders for. */
export type WorkflowKind = 'CycleWorkflow' | 'ManualWorkflow' | 'TriggerWorkflow'

declare const anyKind: unique symbol

/** Only in the types: what is true of a workflow whose kind nobody knows before it is read. */
export interface OfAnyKind {
  readonly [anyKind]: true
}

/**
 * A workflow being written. Every method returns a new builder and changes nothing. Its type carries the literal names
 * of its nodes, so that a node which comes after one that is not there does not compile.
 *
 * Nouns replace what an earlier call gave, `nodes` adds, `strategy` merges by key.
 *
 * @example
 * ```ts
 * import { odpsSql, virtual, type Workflow, workflow } from 'flowspec'
 *
 * const start = virtual('start')
 * export const orders: Workflow = workflow('orders')
 *   .cron('00 02 00 * * ?')
 *   .timezone('Asia/Shanghai')
 *   .nodes(start, odpsSql('ods').code('select 1').after(start))
 * ```
 */
export interface Workflow<Names extends string = string, Kind extends WorkflowKind = 'CycleWorkflow'>
  extends NodeFinder<Names> {
  readonly kind: Kind
  /** Name of the workflow. */
  readonly name: string

  /** Sets the id; import updates the workflow that has it. Default: none, and the adapter finds the workflow by name. */
  id(id: string): this
  /** Sets the folder path, which must end with the name. Default: the name. */
  path(path: string): this
  /** Sets the account id of the owner. */
  owner(owner: string): this
  /** Sets the free text of the workflow. */
  description(description: string): this
  /** Sets when the workflow runs: six fields `ss mm HH dom mon dow`, `00` seconds, Monday is 1. */
  cron(this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind, cron: string): Workflow<Names, 'CycleWorkflow'>
  /**
   * Sets when the workflow runs: a schedule such as `daily('02:00')` of `flowspec/schedule`, a cron, or the fields of a
   * trigger. What it does not say of the time zone and the window stays; a custom calendar does not.
   */
  schedule(
    this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind,
    schedule: ScheduleInput,
  ): Workflow<Names, 'CycleWorkflow'>
  /** Sets the time zone by its exact IANA name. Default `Asia/Shanghai`. */
  timezone(this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind, timezone: TimeZone): Workflow<Names, 'CycleWorkflow'>
  /** Sets the first moment of the schedule, `yyyy-MM-dd HH:mm:ss` in the time zone. Default `1970-01-01 00:00:00`. */
  startTime(this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind, startTime: string): Workflow<Names, 'CycleWorkflow'>
  /** Sets the last moment of the schedule, `yyyy-MM-dd HH:mm:ss` in the time zone. Default `9999-01-01 00:00:00`. */
  endTime(this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind, endTime: string): Workflow<Names, 'CycleWorkflow'>
  /** Sets the wait after the schedule time: seconds, or a duration. Default 0. */
  delaySeconds(
    this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind,
    delay: number | DurationLike,
  ): Workflow<Names, 'CycleWorkflow'>
  /** Sets whether the schedule counts as daily. Default: not written, the service derives it from the cron. */
  cycleType(
    this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind,
    cycleType: NonNullable<FlowTrigger['cycleType']>,
  ): Workflow<Names, 'CycleWorkflow'>
  /** Sets a custom calendar by its id. */
  calendar(this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind, calendarId: number): Workflow<Names, 'CycleWorkflow'>
  /** Sets what starts the workflow: the name of a trigger of the workspace, such as one of a queue. */
  trigger(this: Workflow<Names, 'TriggerWorkflow'> | OfAnyKind, identifier: string): Workflow<Names, 'TriggerWorkflow'>
  /**
   * The fields that say when it runs, so that `runs(workflow, …)` of `flowspec/schedule` gives its runs, and
   * `.schedule(workflow)` gives another one the same schedule.
   *
   * @throws FlowSpecError when it has no cron
   */
  toTrigger(): RunsTrigger
  /** Sets how instances run; keys left out keep what they were. */
  strategy(strategy: StrategyInput): this
  /**
   * Adds a parameter of the workflow, which its nodes read as `workflowParameter(name)`. A later one of the same name
   * replaces it.
   *
   * @param value - a constant, or a time expression such as `$[yyyymmdd-1]`
   */
  param(name: string, value: string, options?: ParameterOptions): this
  /** Adds an output; the first one replaces the default. Output strings are unique in the whole workspace. */
  output(data: string, options?: OutputOptions): this
  /**
   * Adds what must have finished in the same cycle before the workflow starts: other workflows, of which the output is
   * meant, nodes of other workflows, `outputOf(…)` of either, `external(…)`, `projectRoot()`, and `dependency(…)` for what
   * none of these says. In a document it stands as an entry of `spec.flow`, where the open source project aliyun/dataworks-spec, release 2.0.0, reads it.
   */
  after(
    this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind,
    ...items: readonly WorkflowDependency[]
  ): Workflow<Names, 'CycleWorkflow'>
  /**
   * Adds what must have finished in the previous cycle: `'self'`, `'children'` (what comes right after the workflow), or
   * something of another workflow.
   */
  afterPrevious(
    this: Workflow<Names, 'CycleWorkflow'> | OfAnyKind,
    ...items: readonly PreviousWorkflowDependency[]
  ): Workflow<Names, 'CycleWorkflow'>
  /** Sets whether a SUB_PROCESS node may run this workflow. */
  citable(citable: boolean): this
  /** Sets what nodes get that do not say it themselves, replacing earlier defaults key by key. */
  defaults(defaults: DefaultsInput): this
  /**
   * Adds nodes, in any order within one call. A node that comes after a literal name which is neither among them nor
   * added before does not compile. Names known only at run time are checked when the workflow is built.
   */
  nodes<const Items extends readonly unknown[], All extends string = Names | NameOf<Items[number]>>(
    ...nodes: { [Index in keyof Items]: Checked<Items[Index], NoInfer<All>> }
  ): Workflow<All, Kind>
  /** Adds nodes without looking at their types, for generated and very large lists; the check happens at build. */
  nodeList(nodes: Iterable<AnyNode>): Workflow<string, Kind>
  /**
   * The output of one of the nodes, or without a name that of the workflow itself, for nodes of other workflows to come
   * after.
   *
   * @param node - name of the node; one that the workflow does not have does not compile
   */
  outputOf<const Node extends Names>(
    node?: Node | Hint<'another node is added before: .nodes(node)'>,
  ): WorkflowOutput<Node>
  /**
   * Lays fields of the language over the finished workflow, those that have no step of their own, such as `metadata`.
   * Objects are merged, and a field that is given as undefined is left out of the workflow.
   */
  fields(fields: WorkflowFields): this
  /**
   * Lays fields over the finished workflow, last of all; objects are merged, and undefined leaves one out. For what this
   * library does not know yet. With a JSON Pointer before them they go over an object in it:
   * `.extra('/outputs/variables/0', { secret: true })`.
   */
  extra(...fields: ExtraArguments): this
  /** Silences a rule for the whole document. The reason is required. */
  suppress(rule: RuleName | Hint<RuleSentence>, reason: string): this
  /** Applies a step only when a condition holds, without leaving the chain. */
  when<Result extends Workflow<string, Kind>>(
    condition: boolean,
    step: (builder: Workflow<Names, Kind>) => Result,
  ): Result
  /**
   * Builds the document and checks it once.
   *
   * @returns the document, deeply frozen
   * @throws FlowSpecError with every error there is; warnings and notes do not throw
   */
  build(options?: BuildOptions): FlowDocument
  /** Everything the check has to say, errors first to last by place. Never throws. */
  check(options?: BuildOptions): readonly Diagnostic[]
  /** What `check()` gives, and apart from it what is silenced, each with the reason; for reports. Never throws. */
  review(options?: BuildOptions): SpecReview
  /** The document as it stands, unchecked, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}

/** A workflow that runs when a person or a program starts it. */
export type ManualWorkflow<Names extends string = string> = Workflow<Names, 'ManualWorkflow'>

/** A workflow that runs when a trigger of the workspace fires. */
export type TriggerWorkflow<Names extends string = string> = Workflow<Names, 'TriggerWorkflow'>

/** Any workflow builder, whatever its kind and nodes. */
export type AnyWorkflow =
  | Workflow<string, 'CycleWorkflow'>
  | Workflow<string, 'ManualWorkflow'>
  | Workflow<string, 'TriggerWorkflow'>

/**
 * A workflow that was read: it has the steps of every kind, and the check tells which are not of its own. Adding nodes
 * leaves its kind open, so give it a schedule first, or ask for it by `workflow(name, 'CycleWorkflow')`.
 */
export type ReadWorkflow = AnyWorkflow & OfAnyKind

/**
 * What a workflow as a whole can come after: another workflow, a node of another workflow, the output of either, an outside
 * output, the project's root, or a dependency as documents write it.
 */
export type WorkflowDependency =
  | AnyWorkflow
  | AnyNode
  | WorkflowOutput
  | ExternalOutput
  | ProjectRoot
  | WrittenDependency

/** What a workflow can wait for in its previous cycle: itself, what comes right after it, or something outside of it. */
export type PreviousWorkflowDependency = 'self' | 'children' | Exclude<WorkflowDependency, ProjectRoot>
