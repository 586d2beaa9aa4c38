import { BodyImpl, BodyStructure } from './body.ts'
import type { PaiFlowBuilder } from './structure-builders.ts'

/**
 * A PAI flow (command `PAI_FLOW`): nodes of PAI that hand their results to one another. A node inside offers a result
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
  const structure = new BodyStructure('paiflow')
  const state = { name, command: structure.command, kind: 'paiFlow' as const, structure }
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new BodyImpl<Name, never>(name, state) as unknown as PaiFlowBuilder<Name, never, never>
}
