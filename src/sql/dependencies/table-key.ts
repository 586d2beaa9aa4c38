import type { SqlLanguage } from '../dialect.ts'

/** Engines that share their tables: what one writes the other reads. */
const stores: Readonly<Record<SqlLanguage, string>> = {
  maxcompute: 'odps',
  pyodps: 'odps',
  shell: 'odps',
  hive: 'lake',
  spark: 'lake',
  trino: 'lake',
  hologres: 'hologres',
  postgresql: 'postgresql',
  mysql: 'mysql',
  flink: 'flink',
}

/** A table apart from how its name is written. */
export interface TableName {
  /** Which engine holds it. */
  readonly store: string
  /** `project.schema.table`, or less where less is known. */
  readonly name: string
  /** The data source whose project it is in, where the name itself says none. */
  readonly datasource: string | undefined
}

/** A schema that stands for none: `project.default.table` is `project.table`. */
function withoutDefaultSchema(name: string): string {
  const [project, schema, table, ...more] = name.split('.')
  return schema === 'default' && table !== undefined && more.length === 0 ? `${project}.${table}` : name
}

/** A table that code names. */
export function tableOfCode(name: string, language: SqlLanguage, datasource: string | undefined): TableName {
  const store = stores[language]
  const isQualified = name.includes('.')
  return {
    store,
    name: store === 'odps' ? withoutDefaultSchema(name) : name,
    datasource: isQualified ? undefined : datasource,
  }
}

/** A table that a node declares: `odps.project.table` names its engine, too. */
export function declaredTable(guid: string, language: SqlLanguage): TableName {
  const text = guid.toLowerCase()
  const isOdps = text.startsWith('odps.')
  const store = isOdps ? 'odps' : stores[language]
  const name = isOdps ? text.slice('odps.'.length) : text
  return { store, name: store === 'odps' ? withoutDefaultSchema(name) : name, datasource: undefined }
}

/** What is the same for names of one table, and different for those of two. */
export function keyOf({ store, name, datasource }: TableName): string {
  return `${store}:${datasource === undefined ? '' : `${datasource}/`}${name}`
}
