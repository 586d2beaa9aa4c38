import { isRecord } from '../../document/is-record.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { Id } from '../operations/operation.ts'
import { parseExact } from '../operations/parse-exact.ts'

/** Reads a workflow's document; its ids are text, however the service wrote them. */
export async function readBack(
  client: DataWorksClient,
  workflow: { readonly id: string; readonly projectId: Id },
  signal: AbortSignal | undefined,
): Promise<ReadDocument> {
  const definition = await client.getWorkflowDefinition({ ...workflow, includeScriptContent: true }, { signal })
  const document = parseExact(definition.spec)
  if (isRecord(document)) return document
  throw new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'unreadable-answer',
    code: 'UnreadableAnswer',
    message: `the Spec of workflow ${workflow.id} is not a JSON object`,
    requestId: definition.requestId,
    retryable: true,
  })
}
