import type { Project } from './project-builder.ts'
import { ProjectImpl } from './project-impl.ts'

/**
 * Starts a project: workflows, resources, functions and components of one workspace, built and checked together. Outputs
 * become `<identifier>.<name>`, and what the documents say of one another is checked: names and outputs that are taken,
 * outputs nobody offers, circles.
 *
 * @param identifier - English name of the project
 * @returns a builder; nothing is made or checked until `build()` or `check()`
 *
 * @example
 * ```ts
 * import { fileResource, odpsSql, project, workflow } from 'flowspec'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select 1'))
 * const report = odpsSql('report').code('select 2').after(orders.outputOf('ods_orders'))
 * const reports = workflow('reports').cron('00 30 00 * * ?').nodes(report)
 *
 * const retail = project('retail')
 *   .defaults({ datasource: 'odps_first', resourceGroup: 'group_1' })
 *   .add(orders, reports, fileResource('orders.jar'))
 *
 * const { documents } = retail.build()
 * ```
 */
export function project(identifier: string): Project {
  // The one implementation serves projects of all environments and variables, which only the types tell apart.
  return new ProjectImpl({ identifier }) as unknown as Project
}
