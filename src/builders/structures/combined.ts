import { BodyImpl, BodyStructure } from './body.ts'
import type { CombinedBuilder } from './structure-builders.ts'

/**
 * A combined node (command `COMBINED_NODE`): several nodes that the workflow shows as one. The source is the reference
 * model of the language, which reads it from older workspaces.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.nodes(…)` gives the nodes inside
 *
 * @example
 * ```ts
 * import { combined, odpsSql, shell, workflow } from 'flowspec'
 *
 * const load = shell('load').code('./load.sh')
 * const count = odpsSql('count').code('select count(*) from t').after(load)
 *
 * const document = workflow('loading').cron('00 02 00 * * ?').nodes(combined('import').nodes(load, count)).build()
 * ```
 */
export function combined<const Name extends string>(name: Name): CombinedBuilder<Name, never, never> {
  const structure = new BodyStructure('combined')
  const state = { name, command: structure.command, kind: 'combined' as const, structure }
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new BodyImpl<Name, never>(name, state) as unknown as CombinedBuilder<Name, never, never>
}
