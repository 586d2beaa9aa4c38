import { flatSpec, withSpec } from '../document/flat-spec.ts'
import { inKeyOrder } from '../document/in-key-order.ts'
import { isRecord } from '../document/is-record.ts'
import { type ReadDocument, readSpec } from '../document/read-spec.ts'
import { readText } from '../document/read-text.ts'
import type { ConvertedSpec } from './converted-spec.ts'
import { copyRecord } from './copy-entity.ts'
import { splitSpec } from './split-spec.ts'

/** The versions that documents are converted to. */
export type TargetVersion = '1.1.0' | '1.2.0' | '2.0.0'

const targets: readonly string[] = ['1.1.0', '1.2.0', '2.0.0']

const cannotJoin =
  'A document of version 2.0.0 holds one entity, and nothing in it says which others belong to it: ' +
  'documents of version 2.0.0 are not put together into one of version 1.x.'

function copyOf(document: ReadDocument): ReadDocument {
  const copy = inKeyOrder(document)
  return isRecord(copy) ? copy : document
}

function one(document: ReadDocument, version: string): ConvertedSpec {
  return { documents: [copyOf({ ...document, version })], notCarried: [] }
}

/**
 * Converts a document to another version of FlowSpec, and says what the result does not carry.
 *
 * - Between 1.1.0 and 1.2.0 only the number changes.
 * - From 1.0.0, the body moves into `spec`, and the group `outputs` of inputs and outputs is named `nodeOutputs`.
 * - To 2.0.0, a bundle becomes one document for each entity: a workflow without its nodes, each node with its own
 *   dependencies, each resource, function and component. What is referred to by id is written in place, and a
 *   dependency on another node names that node's first output.
 *
 * The document is not changed, and not checked.
 *
 * The layouts are those of the reader and writer of the open source project aliyun/dataworks-spec, release 2.0.0.
 *
 * @param document - a built or read document
 * @param options - `version`: the version to convert to
 * @returns the documents, and what none of them carries; documents of version 2.0.0 are not put together into one of
 * 1.x, which is said there, too
 * @throws RangeError when the version is none of these
 * @throws TypeError when the document contains itself
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { convertSpec } from 'flowspec/convert'
 *
 * const bundle = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1')).build()
 * const { documents, notCarried } = convertSpec(bundle, { version: '2.0.0' })
 * ```
 */
export function convertSpec(document: object, { version }: { readonly version: TargetVersion }): ConvertedSpec {
  if (!targets.includes(version)) {
    throw new RangeError(`The version ${JSON.stringify(version)} is none of those converted to: ${targets.join(', ')}.`)
  }
  const source = copyOf(readSpec(document))
  const isOfTwo = readText(source, 'version')?.startsWith('2.') === true
  if (isOfTwo) {
    return version === '2.0.0'
      ? one(source, version)
      : { documents: [], notCarried: [{ path: '', reason: cannotJoin }] }
  }
  if (version === '2.0.0') return splitSpec(source) ?? one(source, version)
  const flat = flatSpec(source)
  return one(flat === undefined ? source : copyRecord(withSpec(source, flat), 'Document', () => undefined), version)
}
