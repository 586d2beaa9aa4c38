import type {
  FlowDatasource,
  FlowNode,
  FlowNodeOutput,
  FlowRuntime,
  FlowVariable,
  FlowWorkflow,
} from '../../language/generated/types.ts'

/** Other spellings of fields that documents use, by that of the language. */
interface OtherSpellings {
  readonly 'do-while': 'doWhile'
  readonly 'for-each': 'foreach' | 'forEach'
  readonly 'param-hub': 'paramHub'
  readonly while: 'specWhile'
  readonly nodeOutputs: 'nodeOutput' | 'outputs' | 'output'
  readonly tables: 'table'
  readonly variables: 'variable'
  readonly referenceVariable: 'from'
}

type SpelledAs<Field> = Field extends keyof OtherSpellings ? Field | OtherSpellings[Field] : Field

/** A value in a field: an entity may be missing fields, or be a text that refers to one. */
type FieldValue<Value> = Value extends string | number | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly FieldValue<Item>[]
    : string extends keyof Value
      ? Value
      : FieldsOf<Value> | string

/**
 * Fields of an entity of the language in any spelling that documents use. All may be missing, in what is in it too, and
 * undefined leaves one out; a text such as `{{triggers.daily}}` may stand for an entity.
 */
export type FieldsOf<Entity> = {
  readonly [Field in keyof Entity as SpelledAs<Field>]?: FieldValue<NonNullable<Entity[Field]>> | undefined
}

/** Fields of a node, as `.fields(…)` takes them. */
export type NodeFields = FieldsOf<FlowNode>

/** Fields of a workflow, as `.fields(…)` takes them. */
export type WorkflowFields = FieldsOf<FlowWorkflow>

/** Settings of a scheduling parameter. */
export interface ParameterOptions {
  /** How the value comes about. Default: `System` when the value holds a `$`, else `Constant`. */
  readonly type?: FlowVariable['type']
  /** Where the variable is known. Default `NodeParameter`. */
  readonly scope?: FlowVariable['scope']
  readonly description?: string
}

/** Settings of the language of the code. */
export interface LanguageOptions {
  /** File suffix of the code, such as `.sql`. Default: not written. */
  readonly extension?: string
}

/** Settings of a data source. */
export interface DatasourceOptions extends Omit<FlowDatasource, 'name' | 'type'> {
  /** Type of the data source. Default: the type the node's command runs on, where that is known. */
  readonly type?: string
}

/** Settings of a resource group. */
export interface ResourceGroupOptions {
  /** Compute units as text, such as `'0.25'`. */
  readonly cu?: string
  /** Numeric identifier of the resource group, beside the one that is a name. */
  readonly resourceGroupId?: string
}

/** Settings of an output. */
export interface OutputOptions extends Pick<FlowNodeOutput, 'isDefault' | 'sourceType'> {
  /** Readable name. Default: the name of the node or workflow. */
  readonly refTableName?: string
}

/** An output as a user wrote it. */
export interface OutputState {
  readonly data: string
  readonly options: OutputOptions
}

/** Settings of a variable that a node provides. */
export interface VariableOptions {
  /** How the value comes about. Default: `PassThrough` for one of another node, `System` when it holds a `$`, else `Constant`. */
  readonly type?: FlowVariable['type']
  /** Free text. */
  readonly description?: string
}

/** Code as text, or something that writes it, such as what `dataIntegration()` makes. */
export type CodeText = string | { toCode(): string }

/** The text of a code. */
export function textOf(code: CodeText): string {
  return typeof code === 'string' ? code : code.toCode()
}

/** Settings of what runs the code of a node: its engine, its job, its container. The command is the type of the node. */
export interface RuntimeInput extends Omit<FlowRuntime, 'command'> {}
