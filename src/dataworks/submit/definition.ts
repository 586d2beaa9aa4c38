import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { answeredSpec } from '../workspace/answered-spec.ts'
import type { SubmitOptions } from './submission.ts'

/** Reads the definition of a workflow that the service has; its ids are text, however the service wrote them. */
export async function readDefinition(
  client: DataWorksClient,
  id: string,
  { projectId, signal }: SubmitOptions,
): Promise<SpecIndex> {
  const definition = await client.getWorkflowDefinition({ id, projectId, includeScriptContent: true }, { signal })
  return indexSpec(answeredSpec({ action: 'GetWorkflowDefinition', subject: `workflow ${id}`, definition }))
}

/** The ids of the nodes of a document by their names; of one without an id its name. */
export function nodeIdsOf({ nodes }: SpecIndex): ReadonlyMap<string, string> {
  return new Map(nodes.map((node) => [node.name ?? node.key, node.key]))
}
