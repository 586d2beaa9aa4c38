import type { Hint } from '../../diagnostics/hint.ts'
import type { RuleName, RuleSentence } from '../../diagnostics/rule-names.ts'
import type { FlowDataset } from '../../language/generated/types.ts'
import type { ExtraArguments } from '../build/extra-fields.ts'
import type { ComponentBuilder, ComponentUse } from '../entities/component.ts'
import type { Named } from '../entities/entity.ts'
import type { FileResourceBuilder } from '../entities/file-resource.ts'
import type { UdfBuilder } from '../entities/udf.ts'
import type { Misplaced } from './checked-nodes.ts'
import type {
  CodeText,
  DatasourceOptions,
  LanguageOptions,
  NodeFields,
  OutputOptions,
  ParameterOptions,
  ResourceGroupOptions,
  RuntimeInput,
  VariableOptions,
} from './node-options.ts'
import type { NodeStrategyInput, StrategyInput } from './strategy.ts'
import type { TableInput } from './table-input.ts'
import type { ScheduleInput, TriggerInput } from './trigger.ts'
import type { BranchCase, ExternalOutput, ProjectRoot, WorkflowOutput, WrittenDependency } from './upstream.ts'
import type { VariableHandle } from './variable-handle.ts'

declare const needs: unique symbol

/**
 * A node being written. Every method returns a new builder and changes nothing, so a builder can be kept, forked and
 * used in several workflows. Its type carries its literal name and the literal names it comes after, so that a workflow
 * which lacks one of them does not compile.
 *
 * Nouns replace what an earlier call gave (`owner`, `code`), collections add (`after`, `param`), `strategy` and
 * `trigger` merge by key.
 *
 * @example
 * ```ts
 * import { odpsSql, virtual } from 'flowspec'
 *
 * const start = virtual('start')
 * const ods = odpsSql('ods_orders').code('select 1').param('bizdate', '$[yyyymmdd-1]').after(start)
 * ```
 */
export interface NodeBuilder<Name extends string = string, Needs extends string = string> {
  /** Name of the node. */
  readonly name: Name
  /** Only in the types: the names this node comes after. */
  readonly [needs]?: Needs

  /** Sets the id that dependencies use inside the document. Default: the name. */
  id(id: string): this
  /** Sets the folder path, which must end with the name. Default: the workflow's path, then the name. */
  path(path: string): this
  /** Sets the account id of the owner. */
  owner(owner: string): this
  /** Sets the free text of the node. */
  description(description: string): this
  /** Sets the code, replacing a code file: text, or what `dataIntegration()` made. JSON-based node types take JSON text. */
  code(code: CodeText): this
  /**
   * Takes the code from a file, read once when the workflow is built; a relative path counts from `build({ baseDir })`.
   * A file that cannot be read, or is not UTF-8, is a diagnostic of rule `code/file-unreadable`.
   */
  codeFile(file: string | URL): this
  /** Sets the language of the code. Default: that of the node type, where it is known. */
  language(language: string, options?: LanguageOptions): this
  /**
   * Sets what runs the code: the settings of the engine, such as `emrJobConfig` or `sparkConf`, and the container. Calls
   * are merged, and so are the objects in them, key by key.
   */
  runtime(runtime: RuntimeInput): this
  /**
   * Adds a scheduling parameter. Shell scripts name them `1`, `2`, …. A later one of the same name replaces it. One
   * whose value is a variable another node provides, such as `ids.result()`, makes this node come after that one.
   */
  param<From extends string = never>(
    name: string,
    value: string | VariableHandle<From>,
    options?: ParameterOptions,
  ): NodeBuilder<Name, Needs | LiteralName<From>>
  /** Sets the data source the code runs on. */
  datasource(name: string, options?: DatasourceOptions): this
  /** Sets the resource group, by its identifier and not its display name. */
  resourceGroup(identifier: string, options?: ResourceGroupOptions): this
  /** Adds resources the code uses, by builder or by name. */
  resources(...resources: readonly Named<FileResourceBuilder>[]): this
  /** Adds functions the code uses, by builder or by name. */
  functions(...functions: readonly Named<UdfBuilder>[]): this
  /** Adds datasets that are mounted where the node runs. */
  datasets(...datasets: readonly FlowDataset[]): this
  /**
   * Makes the node the use of a component, with values for its parameters. The command of such a node is
   * `COMPONENT_SQL`, see `componentSql`.
   */
  component<Inputs extends string, Defaulted extends string, Outputs extends string>(
    component: ComponentBuilder<string, Inputs, Defaulted, Outputs>,
    use: ComponentUse<Inputs, Defaulted, Outputs>,
  ): NodeBuilder<Name, Needs>
  /** Adds an output; the first one replaces the default. Output strings are unique in the whole workspace. */
  output(data: string, options?: OutputOptions): this
  /**
   * Adds a variable the node provides to the nodes right after it, which take it as `variableOf(node, name)`: a constant, a
   * time expression, or a variable of another node, which is passed through. A later one of the same name replaces it.
   */
  outputVariable<From extends string = never>(
    name: string,
    value?: string | VariableHandle<From>,
    options?: VariableOptions,
  ): NodeBuilder<Name, Needs | LiteralName<From>>
  /** Adds tables the node reads, by full name such as `odps.project.table`. */
  reads(...tables: readonly TableInput[]): this
  /** Adds tables the node writes, by full name such as `odps.project.table`. */
  writes(...tables: readonly TableInput[]): this
  /** Adds nodes of the same cycle this one comes after: builders, names, arms, `external(...)`, `projectRoot()`. */
  after<const Items extends readonly Dependency[]>(...items: Items): NodeBuilder<Name, Needs | NeedOf<Items[number]>>
  /** Takes nothing else: the types of its parameters say what to write instead. */
  after<const Items extends readonly unknown[]>(...items: Misplaced<Items, 'after'>): AnyNode
  /** Adds what must have finished in the previous cycle: `'self'`, `'children'`, a node, or `external(...)`. */
  afterPrevious<const Items extends readonly PreviousDependency[]>(
    ...items: Items
  ): NodeBuilder<Name, Needs | PreviousNeedOf<Items[number]>>
  /** Takes nothing else: the types of its parameters say what to write instead. */
  afterPrevious<const Items extends readonly unknown[]>(...items: Misplaced<Items, 'afterPrevious'>): AnyNode
  /** Sets how instances run; keys left out keep what they were. */
  strategy(strategy: NodeStrategyInput): this
  /** Sets what the node does otherwise than its workflow, in a `strategy` of its own; keys left out keep what they were. */
  override(strategy: StrategyInput): this
  /** Gives the node a trigger of its own; inside a workflow the service lets the workflow's trigger rule. */
  trigger(trigger: TriggerInput): this
  /**
   * Gives the node a schedule of its own: a schedule such as `daily('02:00')` of `flowspec/schedule`, a cron, or the
   * fields of a trigger. What it does not say of the time zone and the window stays; a custom calendar does not.
   */
  schedule(schedule: ScheduleInput): this
  /** Sets whether the service derives dependencies from the SQL. */
  autoParse(autoParse: boolean): this
  /**
   * Lays fields of the language over the finished node, those that have no step of their own, such as `metadata`. Objects
   * are merged, and a field that is given as undefined is left out of the node.
   */
  fields(fields: NodeFields): this
  /**
   * Lays fields over the finished node, last of all; objects are merged, and undefined leaves one out. For what this
   * library does not know yet. With a JSON Pointer before them they go over an object in it:
   * `.extra('/outputs/variables/0', { secret: true })`.
   */
  extra(...fields: ExtraArguments): this
  /** Silences a rule for this node. The reason is required. */
  suppress(rule: RuleName | Hint<RuleSentence>, reason: string): this
  /** Applies a step only when a condition holds, without leaving the chain. */
  when<Result extends NodeBuilder<Name, string>>(
    condition: boolean,
    step: (builder: NodeBuilder<Name, Needs>) => Result,
  ): Result
  /** The node as it would stand in a workflow without a path, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}

/** Any node builder, whatever its name and needs. */
export type AnyNode = NodeBuilder<string, string>

/**
 * What a node can come after: a node, the name of a node of the same workflow, an arm of a branch node, an output of
 * another workflow, an outside output, or the project's root.
 */
export type Dependency =
  | AnyNode
  | string
  | BranchCase
  | WorkflowOutput
  | ExternalOutput
  | WrittenDependency
  | ProjectRoot

/** What a node can wait for in its previous cycle: itself, the nodes that come right after it, or another node. */
export type PreviousDependency = 'self' | 'children' | AnyNode | WorkflowOutput | ExternalOutput | WrittenDependency

/** A literal name; a name known only at run time (`string`, or a template pattern) gives `never`. */
export type LiteralName<Name extends string> = Name extends unknown
  ? Record<never, never> extends Record<Name, 1>
    ? never
    : Name
  : never

/** The literal names that a dependency needs in the workflow. */
export type NeedOf<Item> = Item extends string
  ? LiteralName<Item>
  : Item extends { readonly name: infer Name extends string }
    ? LiteralName<Name>
    : never

/** As {@link NeedOf}, for what a node waits for in its previous cycle. */
export type PreviousNeedOf<Item> = Item extends string ? never : NeedOf<Item>

/**
 * A node as its types show it. The names it carries and needs, and those of what is inside it, are in the types alone:
 * the one implementation knows none of them, so that they are claimed here and nowhere else.
 */
export function typedNode<Builder extends AnyNode>(node: AnyNode): Builder {
  return node as Builder
}
