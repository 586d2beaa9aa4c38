import type { ArgumentKind } from '../../diagnostics/arguments.ts'
import { isRecord } from '../../document/json/records.ts'

/** Whether a value is a record of a deploy, of the version that this library reads. */
export const recordKind: ArgumentKind = {
  takes: 'what deploy() gave in `record`, or readRecord() read',
  holds: (value) =>
    isRecord(value) &&
    value['version'] === 1 &&
    typeof value['projectId'] === 'string' &&
    ['workflows', 'resources', 'functions'].every((field) => Array.isArray(value[field])),
}
