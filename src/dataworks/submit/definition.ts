import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { parseExact } from '../operations/parse-exact.ts'
import type { SubmitOptions } from './submission.ts'

/** Reads the definition of a workflow that the service has; its ids are text, however the service wrote them. */
export async function readDefinition(
  client: DataWorksClient,
  id: string,
  { projectId, signal }: SubmitOptions,
): Promise<SpecIndex> {
  const definition = await client.getWorkflowDefinition({ id, projectId, includeScriptContent: true }, { signal })
  const document = parseExact(definition.spec)
  if (isRecord(document)) return indexSpec(document)
  throw new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'unreadable-answer',
    code: 'UnreadableAnswer',
    message: `the Spec of workflow ${id} is not a JSON object`,
    requestId: definition.requestId,
    retryable: true,
  })
}

/** The ids of the nodes of a document by their names; of one without an id its name. */
export function nodeIdsOf({ nodes }: SpecIndex): ReadonlyMap<string, string> {
  return new Map(nodes.map((node) => [node.name ?? node.key, node.key]))
}
