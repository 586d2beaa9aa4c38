import type { ArgumentKind } from '../../diagnostics/arguments.ts'
import { isRecord } from '../../document/json/records.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { PlanOptions } from './plan-options.ts'

/** Whether a value is a record of a deploy, of the version that this library reads. */
export const recordKind: ArgumentKind = {
  takes: 'what deploy() gave in `record`, or readRecord() read',
  holds: (value) =>
    isRecord(value) &&
    value['version'] === 1 &&
    typeof value['projectId'] === 'string' &&
    ['workflows', 'resources', 'functions'].every((field) => Array.isArray(value[field])),
}

/**
 * Refuses the record of another workspace: its ids mean nothing here, and the next record would mix both.
 *
 * @throws DataWorksError of kind `other-workspace`
 */
export function refuseOtherRecord({ record, projectId }: Pick<PlanOptions, 'projectId' | 'record'>): void {
  const asked = String(BigInt(projectId))
  if (record === undefined || record.projectId === asked) return
  throw new DataWorksError({
    action: 'plan',
    kind: 'other-workspace',
    code: 'OtherWorkspace',
    message: `nothing was changed: the record is of workspace ${record.projectId}, and not of workspace ${asked}`,
    hint: 'Keep one record for each workspace, and leave it out where nothing was deployed before.',
  })
}
