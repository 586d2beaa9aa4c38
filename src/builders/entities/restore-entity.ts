import { readText } from '../../document/read-text.ts'
import { component } from './component.ts'
import { dataIntegrationJob } from './data-integration-job.ts'
import { datasource } from './datasource.ts'
import { dqcRule } from './dqc-rule.ts'
import type { EntityBuilder } from './entity-builder.ts'
import { EntityImpl } from './entity-impl.ts'
import type { EntityKind } from './entity-kind.ts'
import type { EntityFields } from './entity-state.ts'
import { fileResource } from './file-resource.ts'
import { table } from './table.ts'
import { udf } from './udf.ts'

const starts: Readonly<Record<EntityKind, (name: string) => EntityBuilder>> = {
  Resource: fileResource,
  Function: udf,
  Component: component,
  DataSource: datasource,
  Table: table,
  DataQuality: dqcRule,
  DataIntegrationJob: dataIntegrationJob,
}

/**
 * The builder of an entity that was read. What nobody sets stays as it was read, unknown fields included, and nothing is
 * added.
 *
 * @param base - the entity as read; it is not changed
 */
export function restoreEntity(kind: EntityKind, base: EntityFields): EntityBuilder {
  const name = readText(base, kind === 'Table' ? 'guid' : 'name') ?? ''
  return EntityImpl.restored(starts[kind](name), base)
}
