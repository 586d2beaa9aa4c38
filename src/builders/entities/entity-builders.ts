import type { ComponentBuilder } from './component.ts'
import type { DataIntegrationJobBuilder } from './data-integration-job.ts'
import type { DatasourceBuilder } from './datasource.ts'
import type { DqcRuleBuilder } from './dqc-rule.ts'
import type { FileResourceBuilder } from './file-resource.ts'
import type { TableBuilder } from './table.ts'
import type { UdfBuilder } from './udf.ts'

/** The builder of each kind of entity, whatever its name. */
export interface EntityBuilders {
  readonly Resource: FileResourceBuilder
  readonly Function: UdfBuilder
  readonly Component: ComponentBuilder
  readonly DataSource: DatasourceBuilder
  readonly Table: TableBuilder
  readonly DataQuality: DqcRuleBuilder
  readonly DataIntegrationJob: DataIntegrationJobBuilder
}
