import type { Hint } from '../../diagnostics/hint.ts'
import type { Checked, Misplaced, NameOf } from '../node/checked-nodes.ts'
import type {
  AnyNode,
  Dependency,
  LiteralName,
  NeedOf,
  NodeBuilder,
  PreviousDependency,
  PreviousNeedOf,
} from '../node/node-builder.ts'
import type { ParameterOptions, VariableOptions } from '../node/node-options.ts'
import type { BranchCase } from '../node/upstream.ts'
import type { VariableHandle } from '../node/variable-handle.ts'
import type {
  ArmOptions,
  JoinArmOptions,
  JoinStatus,
  JoinUpstream,
  SubProcessTarget,
  WhileOptions,
} from './structure-options.ts'

type NamingStep = 'param' | 'outputVariable' | 'after' | 'afterPrevious' | 'when'
type Step = Exclude<keyof NodeBuilder, 'name' | 'toJSON' | symbol>

/**
 * The steps of a node builder that leave its type as it is, here that of a control structure. The keys are mapped from
 * those of the node builder, so that the steps keep their doc comments.
 */
type PlainSteps<Self> = {
  [Method in keyof NodeBuilder as Exclude<
    Method,
    NamingStep | 'name' | 'toJSON' | symbol
  >]: NodeBuilder[Method] extends (...args: infer Arguments extends readonly unknown[]) => unknown
    ? (...args: Arguments) => Self
    : never
}

/**
 * Each step of a control structure gives the builder of its kind again, which this map finds. So the types of all kinds
 * know one another and stand in one file; the class of each stands with what it writes.
 */
interface Structures<Name extends string, Needs extends string, Inner extends string> {
  readonly branch: BranchBuilder<Name, Needs, Inner>
  readonly join: JoinBuilder<Name, Needs>
  readonly assignment: AssignmentBuilder<Name, Needs>
  readonly forEach: ForEachBuilder<Name, Needs, Inner>
  readonly doWhile: DoWhileBuilder<Name, Needs, Inner>
  readonly combined: CombinedBuilder<Name, Needs, Inner>
  readonly paiFlow: PaiFlowBuilder<Name, Needs, Inner>
  readonly subProcess: SubProcessBuilder<Name, Needs>
  readonly paramHub: ParamHubBuilder<Name, Needs, Inner>
}

/** A kind of control structure, by the name of the function that makes one. */
export type StructureKind = keyof Structures<string, string, string>

/** The builder of each kind of control structure, whatever its name. */
export type StructureBuilders = Structures<string, string, string>

/** What a compile error calls the place of nodes inside a node. */
interface Place {
  readonly forEach: 'loop'
  readonly doWhile: 'loop'
  readonly combined: 'combined node'
  readonly paiFlow: 'PAI flow'
}

/** All steps of a node builder; each gives a builder of the same control structure. */
export interface StructureSteps<
  Kind extends keyof Structures<Name, Needs, Inner>,
  Name extends string,
  Needs extends string,
  Inner extends string,
> extends Omit<NodeBuilder<Name, Needs>, Step>,
    PlainSteps<Structures<Name, Needs, Inner>[Kind]> {
  /** Adds a scheduling parameter, whose value may be what another node hands over. */
  param<From extends string = never>(
    name: string,
    value: string | VariableHandle<From>,
    options?: ParameterOptions,
  ): Structures<Name, Needs | LiteralName<From>, Inner>[Kind]
  /** Adds a variable the node provides to the nodes right after it. */
  outputVariable<From extends string = never>(
    name: string,
    value?: string | VariableHandle<From>,
    options?: VariableOptions,
  ): Structures<Name, Needs | LiteralName<From>, Inner>[Kind]
  /** Adds nodes of the same cycle this one comes after. */
  after<const Items extends readonly Dependency[]>(
    ...items: Items
  ): Structures<Name, Needs | NeedOf<Items[number]>, Inner>[Kind]
  /** Takes nothing else: the types of its parameters say what to write instead. */
  after<const Items extends readonly unknown[]>(...items: Misplaced<Items, 'after'>): AnyNode
  /** Adds what must have finished in the previous cycle. */
  afterPrevious<const Items extends readonly PreviousDependency[]>(
    ...items: Items
  ): Structures<Name, Needs | PreviousNeedOf<Items[number]>, Inner>[Kind]
  /** Takes nothing else: the types of its parameters say what to write instead. */
  afterPrevious<const Items extends readonly unknown[]>(...items: Misplaced<Items, 'afterPrevious'>): AnyNode
  /** Applies a step only when a condition holds, without leaving the chain. */
  when<Result extends NodeBuilder>(
    condition: boolean,
    step: (builder: Structures<Name, Needs, Inner>[Kind]) => Result,
  ): Result
}

/** A branch node being written: a {@link NodeBuilder} with arms. Its type carries the names of the arms. */
export interface BranchBuilder<
  Name extends string = string,
  Needs extends string = string,
  Arms extends string = string,
> extends StructureSteps<'branch', Name, Needs, Arms> {
  /**
   * Adds an arm; the arms are tried in the order they were added. A later one of the same name replaces the earlier.
   *
   * @param arm - name of the arm; its output is the id of the node, `_`, and this name
   * @param condition - Python expression, judged after `${name}` is filled in as text; quote texts
   */
  arm<const Arm extends string>(
    arm: Arm,
    condition: string,
    options?: ArmOptions,
  ): BranchBuilder<Name, Needs, Arms | Arm>
  /** An arm, for `.after(…)` of the nodes that run when its condition holds. */
  case(arm: Arms | Hint<'another arm is added before: .arm(name, condition)'>): BranchCase<Name>
}

/** A join node being written: a {@link NodeBuilder} that waits for the states of other nodes. */
export interface JoinBuilder<Name extends string = string, Needs extends string = string>
  extends StructureSteps<'join', Name, Needs, never> {
  /**
   * Adds an arm: a node the join waits for, and comes after. A later one of the same name replaces the earlier.
   *
   * @param arm - what the expression calls it
   * @param upstream - what `.after(…)` takes: the node, its name, an output of another workflow, `external(…)`; take the node at the end of an arm, and not the branch node, or the arm itself where nothing stands in it: `route.case('small')`
   */
  arm<const Upstream extends JoinUpstream>(
    arm: string,
    upstream: Upstream,
    options?: JoinArmOptions,
  ): JoinBuilder<Name, Needs | NeedOf<Upstream>>
  /** Sets how the arms are combined: names of arms with `and` and `or`. Default: all of them with `and`. */
  expression(expression: string): JoinBuilder<Name, Needs>
  /** Sets the state the join takes when the expression holds. Default: not written. */
  result(status: JoinStatus): JoinBuilder<Name, Needs>
}

/** An assignment node being written: a {@link NodeBuilder} that provides what its code gives last. */
export interface AssignmentBuilder<Name extends string = string, Needs extends string = string>
  extends StructureSteps<'assignment', Name, Needs, never> {
  /** The variable `outputs` of the node, for `.param(name, …)` of the nodes that take it. */
  result(): VariableHandle<Name>
}

/** Any text; editors offer those that are known. */
type AnyText<Known extends string> = Known | (string & Record<never, never>)

/** What holds nodes: a workflow, a document, or a node with nodes inside. */
export interface NodeFinder<Names extends string = string> {
  /**
   * A control structure among its nodes, with the steps and handles it has.
   *
   * @param kind - the name of the function that makes one, such as `branch`
   * @throws FlowSpecError when there is none of that name and kind
   */
  node<Kind extends StructureKind>(name: AnyText<Names>, kind: Kind): StructureBuilders[Kind]
  /**
   * One of its nodes, given or read; where several have the name, the first.
   *
   * @throws FlowSpecError when there is none of that name
   */
  node(name: AnyText<Names>): AnyNode
  /** All of its nodes, without those inside other nodes: for changes to many, and for looking through them. */
  allNodes(): readonly AnyNode[]
}

/** What the builders of nodes with nodes inside have in common. */
export interface BodySteps<
  Kind extends 'forEach' | 'doWhile' | 'combined' | 'paiFlow',
  Name extends string,
  Needs extends string,
  Inner extends string,
> extends StructureSteps<Kind, Name, Needs, Inner>,
    NodeFinder<Inner> {
  /**
   * Adds nodes to the body, in any order within one call. In a loop, those that come after none of the body come after
   * the start node, and the end node comes after those nothing comes after. A node that comes after a literal name
   * outside the body does not compile. A node that was read in the body takes its own place again.
   */
  nodes<const Items extends readonly unknown[], All extends string = Inner | NameOf<Items[number]>>(
    ...nodes: { [Index in keyof Items]: Checked<Items[Index], NoInfer<All>, Place[Kind]> }
  ): Structures<Name, Needs, All>[Kind]
}

/** A combined node being written: a {@link NodeBuilder} with nodes inside. Its type carries their names. */
export interface CombinedBuilder<
  Name extends string = string,
  Needs extends string = string,
  Inner extends string = string,
> extends BodySteps<'combined', Name, Needs, Inner> {}

/** A PAI flow being written: a {@link NodeBuilder} with nodes inside. Its type carries their names. */
export interface PaiFlowBuilder<
  Name extends string = string,
  Needs extends string = string,
  Inner extends string = string,
> extends BodySteps<'paiFlow', Name, Needs, Inner> {}

/** What the builders of both loops have in common. */
export interface LoopSteps<
  Kind extends 'forEach' | 'doWhile',
  Name extends string,
  Needs extends string,
  Inner extends string,
> extends BodySteps<Kind, Name, Needs, Inner> {
  /** The number of the round, from 1, for parameters and code inside the loop. */
  readonly round: string
  /** The number of rounds before, from 0, for parameters and code inside the loop. */
  readonly offset: string
  /** Sets the most rounds there may be. Pages of the service name 128 and 1,024 as the highest. */
  maxIterations(rounds: number): Structures<Name, Needs, Inner>[Kind]
}

/** A for-each loop being written: a {@link NodeBuilder} with a body. Its type carries the names of the nodes inside. */
export interface ForEachBuilder<
  Name extends string = string,
  Needs extends string = string,
  Inner extends string = string,
> extends LoopSteps<'forEach', Name, Needs, Inner> {
  /** The item of the round, for parameters and code inside the loop. */
  readonly item: string
  /** Sets the list the loop goes through: a variable another node provides, or an expression. */
  over<From extends string = never>(
    list: string | VariableHandle<From>,
  ): ForEachBuilder<Name, Needs | LiteralName<From>, Inner>
  /** Sets how many rounds run at a time; 0 is one after the other. */
  parallelism(rounds: number): ForEachBuilder<Name, Needs, Inner>
}

/** A do-while loop being written: a {@link NodeBuilder} with a body. Its type carries the names of the nodes inside. */
export interface DoWhileBuilder<
  Name extends string = string,
  Needs extends string = string,
  Inner extends string = string,
> extends LoopSteps<'doWhile', Name, Needs, Inner> {
  /** Sets the code of the end node, which prints or selects `True` for another round. It takes no comments. */
  while(code: string, options: WhileOptions): DoWhileBuilder<Name, Needs, Inner>
}

/** A node that runs another workflow, being written: a {@link NodeBuilder} that knows which. */
export interface SubProcessBuilder<Name extends string = string, Needs extends string = string>
  extends StructureSteps<'subProcess', Name, Needs, never> {
  /** Sets the workflow it runs: its id, `.outputOf()` of its builder, or `external(…)` with its output. */
  runs<const Target>(
    workflow: Target extends SubProcessTarget
      ? Target
      : Target extends { outputOf(): unknown }
        ? 'Give the output of the workflow: .runs(workflow.outputOf())'
        : SubProcessTarget,
  ): SubProcessBuilder<Name, Needs>
}

/** A parameter node being written: a {@link NodeBuilder} with variables. Its type carries their names. */
export interface ParamHubBuilder<
  Name extends string = string,
  Needs extends string = string,
  Variables extends string = string,
> extends StructureSteps<'paramHub', Name, Needs, Variables> {
  /**
   * Adds a variable; a later one of the same name replaces the earlier.
   *
   * @param value - a constant, a time expression, or a variable of another node, which this one then comes after
   */
  variable<const Variable extends string, From extends string = never>(
    name: Variable,
    value: string | VariableHandle<From>,
    options?: VariableOptions,
  ): ParamHubBuilder<Name, Needs | LiteralName<From>, Variables | Variable>
  /** One of its variables, for `.param(name, …)` of the nodes that take it. */
  take(variable: Variables | Hint<'another variable is added before: .variable(name, value)'>): VariableHandle<Name>
}
