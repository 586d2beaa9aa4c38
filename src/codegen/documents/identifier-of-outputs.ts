import { firstOutput } from '../../builders/build/outputs.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf } from '../steps/node-steps.ts'
import { allNodes } from './lifted-defaults.ts'

/** What comes before the name of a node or workflow in its output, and a dot; undefined where that is nothing, or has dots. */
function prefixOf(named: Fields): string | undefined {
  const output = firstOutput(named) ?? ''
  const end = `.${nameOf(named)}`
  const prefix = output.endsWith(end) ? output.slice(0, -end.length) : ''
  return prefix.trim() === '' || prefix.includes('.') ? undefined : prefix
}

/** An identifier of a project, and whether it is that of all nodes and workflows that have outputs. */
export interface FoundIdentifier {
  readonly identifier: string
  readonly isOfAll: boolean
}

/**
 * The identifier with which the outputs of most nodes and workflows begin, `retail` of `retail.load`, or what stands for it there,
 * such as `${projectIdentifier}`.
 *
 * @returns undefined where no output is such a one
 */
export function identifierOfOutputs(documents: readonly Fields[]): FoundIdentifier | undefined {
  const counts = new Map<string, number>()
  let all = 0
  for (const document of documents) {
    const body = isRecord(document['spec']) ? document['spec'] : document
    for (const named of [...itemsOf(body['workflows']).filter(isRecord), ...allNodes(body)]) {
      if (firstOutput(named) !== undefined) all += 1
      const prefix = prefixOf(named)
      if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
    }
  }
  // Of two that as many begin with, the first counts: equal documents give equal code.
  const [most] = [...counts].sort(([, left], [, right]) => right - left)
  return most === undefined ? undefined : { identifier: most[0], isOfAll: most[1] === all }
}
