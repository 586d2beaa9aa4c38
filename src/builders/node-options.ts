import type { FlowDatasource, FlowNodeOutput, FlowVariable } from '../model/generated/types.ts'

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
