import { isRecord } from '../../document/is-record.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { objectIn, objectsIn, textIn } from '../operations/answer.ts'

/** The name of the node that a JSONPath of the service points into. */
function nodeAt(place: string, document: ReadDocument): string | undefined {
  const position = /workflows\[0\]\.nodes\[(\d{1,9})\]/.exec(place)?.[1]
  if (position === undefined) return undefined
  const workflow = objectsIn(objectIn(document, 'spec'), 'workflows')[0]
  const node: unknown = workflow === undefined ? undefined : objectsIn(workflow, 'nodes')[Number(position)]
  return isRecord(node) ? textIn(node, 'name') : undefined
}

/** Adds to the error of a failed import which node it is about; other errors stay as they are. */
export function locateJobError(error: unknown, document: ReadDocument): unknown {
  if (!(error instanceof DataWorksError) || error.kind !== 'job-failed' || error.place === undefined) return error
  const node = nodeAt(error.place, document)
  if (node === undefined) return error
  const { action, kind, code, requestId, place } = error
  const hint = [`This is node '${node}'.`, error.hint].filter((part) => part !== undefined).join(' ')
  return new DataWorksError({ action, kind, code, message: error.reason, requestId, place, hint, cause: error })
}
