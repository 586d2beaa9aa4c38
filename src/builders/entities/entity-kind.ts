import type { EntityName } from '../../language/generated/entity-name.ts'
import type { FlowSpec } from '../../language/generated/types.ts'

/** The kinds of documents that hold one entity which is no workflow and no node. */
export type EntityKind =
  | 'Resource'
  | 'Function'
  | 'Component'
  | 'DataSource'
  | 'Table'
  | 'DataQuality'
  | 'DataIntegrationJob'

/** Where a document of a kind holds its entity. */
export interface EntityPlace {
  readonly list: keyof FlowSpec
  readonly entity: EntityName
  /** What messages call it. */
  readonly word: string
}

/** Where a document of each kind holds its entity. */
export const entityPlaces: Readonly<Record<EntityKind, EntityPlace>> = {
  Resource: { list: 'fileResources', entity: 'FileResource', word: 'resource' },
  Function: { list: 'functions', entity: 'Function', word: 'function' },
  Component: { list: 'components', entity: 'Component', word: 'component' },
  DataSource: { list: 'datasources', entity: 'Datasource', word: 'datasource' },
  Table: { list: 'tables', entity: 'Table', word: 'table' },
  DataQuality: { list: 'dqcRules', entity: 'DqcRule', word: 'quality rule' },
  DataIntegrationJob: { list: 'dataIntegrationJobs', entity: 'DataIntegrationJob', word: 'job' },
}
