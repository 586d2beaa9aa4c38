import type { EntityName } from './generated/entity-name.ts'

/** The kinds of documents that hold one entity which is no workflow and no node. */
export type EntityKind =
  | 'Resource'
  | 'Function'
  | 'Component'
  | 'DataSource'
  | 'Table'
  | 'DataQuality'
  | 'DataIntegrationJob'

/** How the language writes the entity that a document of a kind is about. */
export interface EntityKindEntry {
  /** The list in the body of the document that holds it. */
  readonly list: EntityList
  readonly entity: EntityName
  /** What diagnostics call it. */
  readonly word: string
}

/** The lists of the body that hold such entities. */
export type EntityList =
  | 'fileResources'
  | 'functions'
  | 'components'
  | 'datasources'
  | 'tables'
  | 'dqcRules'
  | 'dataIntegrationJobs'

/** The kinds of documents that hold one entity, each with its list, its entity and its word. */
export const entityKinds: Readonly<Record<EntityKind, EntityKindEntry>> = {
  Resource: { list: 'fileResources', entity: 'FileResource', word: 'resource' },
  Function: { list: 'functions', entity: 'Function', word: 'function' },
  Component: { list: 'components', entity: 'Component', word: 'component' },
  DataSource: { list: 'datasources', entity: 'Datasource', word: 'datasource' },
  DataQuality: { list: 'dqcRules', entity: 'DqcRule', word: 'quality rule' },
  Table: { list: 'tables', entity: 'Table', word: 'table' },
  DataIntegrationJob: { list: 'dataIntegrationJobs', entity: 'DataIntegrationJob', word: 'job' },
}

/** Whether a kind of document is one of those that hold one entity. */
export function isEntityKind(kind: string): kind is EntityKind {
  return Object.hasOwn(entityKinds, kind)
}

/** The kinds of documents that hold one entity, in the order of the table. */
export function everyEntityKind(): readonly EntityKind[] {
  return Object.keys(entityKinds).filter(isEntityKind)
}

/** The kinds of documents of one node: what it comes after stands elsewhere, and its code may stand in a file beside it. */
export const kindsOfOneNode: readonly unknown[] = ['Node', 'ManualNode']
