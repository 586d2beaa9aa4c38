import { isRecord } from '../document/json/records.ts'
import { writeJson } from '../document/write-json.ts'

function isDocument(value: unknown): boolean {
  return isRecord(value) && typeof value['kind'] === 'string' && isRecord(value['spec']) && 'version' in value
}

/** Whether a value is a builder of something that has a document. */
function isBuilder(value: unknown): value is { toJSON(): object } {
  return (
    isRecord(value) && typeof value['build'] === 'function' && typeof value['toJSON'] === 'function' && 'check' in value
  )
}

/**
 * Lets snapshots of builders and documents be the text that `writeJson` gives: the same content has the same text, whatever the
 * order it was written in.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { flowSpecSerializer } from 'flowspec/testing/vitest'
 * import { expect } from 'vitest'
 *
 * expect.addSnapshotSerializer(flowSpecSerializer)
 * const text = flowSpecSerializer.serialize(workflow('orders').cron('00 02 00 * * ?'))
 * ```
 */
export const flowSpecSerializer: {
  /** Whether a value is a builder or a document. */
  test(value: unknown): boolean
  /** The text of it. */
  serialize(value: unknown): string
} = {
  test: (value) => isDocument(value) || isBuilder(value),
  serialize: (value) => writeJson(Object(isBuilder(value) ? value.toJSON() : value)).trimEnd(),
}
