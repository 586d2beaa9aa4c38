import type { ReadDocument } from '../../document/read-spec.ts'
import type { DataWorksError } from '../errors/data-works-error.ts'
import { restateError } from '../errors/restate-error.ts'
import { objectIn, objectsIn, textIn } from '../operations/answer.ts'

/** The name of the node that a JSONPath of the service points into. */
function nodeAt(place: string, document: ReadDocument): string | undefined {
  const position = /workflows\[0\]\.nodes\[(\d{1,9})\]/.exec(place)?.[1]
  if (position === undefined) return undefined
  const workflow = objectsIn(objectIn(document, 'spec'), 'workflows')[0] ?? {}
  const node = objectsIn(workflow, 'nodes')[Number(position)]
  return node === undefined ? undefined : textIn(node, 'name')
}

/** Adds to the error of a failed import which node it is about. */
export function locateJobError(error: DataWorksError, document: ReadDocument): DataWorksError {
  const node = error.place === undefined ? undefined : nodeAt(error.place, document)
  if (node === undefined) return error
  const name = `This is node '${node}'.`
  return restateError(error, { hint: error.hint === undefined ? name : `${name} ${error.hint}` })
}
