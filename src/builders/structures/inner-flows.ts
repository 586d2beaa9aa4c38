import { structures } from '../../language/structures.ts'
import { checkArgument, text } from '../arguments.ts'
import { callOf } from '../call.ts'
import { typedNode } from '../node/node-builder.ts'
import { BodyImpl, BodyStructure } from './body.ts'
import type { CombinedBuilder, PaiFlowBuilder } from './structure-builders.ts'

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
  checkArgument('combined', 'name', name, text)
  const structure = new BodyStructure('combined')
  return typedNode(
    new BodyImpl({ name, call: callOf(combined), command: structures.combined.command, kind: 'combined', structure }),
  )
}

/**
 * A PAI flow (command `PAI_FLOW`): nodes of PAI that hand their results to one another. A node inside provides a result
 * with `.outputVariable(name, undefined, { type: 'PaiOutput' })`, another takes it with
 * `variableOf(node, name, { type: 'PaiOutput' })`, and the flow says of each variable where it comes from. The source is
 * the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.nodes(…)` gives the nodes inside
 *
 * @example
 * ```ts
 * import { node, paiFlow, variableOf, workflow } from 'flowspec'
 *
 * const type = 'PaiOutput'
 * const read = node('read', 'PAI_FLOW_TF_READ_FILE_DATA')
 *   .runtime({ paiflowConf: { parameters: [{ name: 'path', value: 'oss://bucket/texts' }] } })
 *   .outputVariable('data', undefined, { type })
 * const parse = node('parse', 'PAI_FLOW_RAG_TEXT_PARSE_CHUNK').param('input', variableOf(read, 'data', { type }))
 *
 * const document = workflow('texts').cron('00 02 00 * * ?').nodes(paiFlow('chunks').nodes(read, parse)).build()
 * ```
 */
export function paiFlow<const Name extends string>(name: Name): PaiFlowBuilder<Name, never, never> {
  checkArgument('paiFlow', 'name', name, text)
  const structure = new BodyStructure('paiFlow')
  return typedNode(
    new BodyImpl({ name, call: callOf(paiFlow), command: structures.paiFlow.command, kind: 'paiFlow', structure }),
  )
}
