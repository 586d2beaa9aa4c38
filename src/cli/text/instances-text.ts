import type { WorkflowInstance } from '../../dataworks/operations/scheduler/workflow-instances.ts'
import type { RunStatus } from '../../dataworks/runs/run-options.ts'
import type { Palette } from './palette.ts'
import { table } from './table.ts'
import { duration } from './words.ts'

/** The time of China, in which business dates change. */
const ahead = 8 * 60 * 60 * 1000

function dateOf(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : new Date(milliseconds + ahead).toISOString().slice(0, 10)
}

function tookOf({ startedTime, finishedTime }: WorkflowInstance): string {
  if (startedTime === undefined || finishedTime === undefined || finishedTime < startedTime) return ''
  return duration(finishedTime - startedTime)
}

/** How instances stand, and below them how all stand together. */
export function instancesText({ status, instances }: RunStatus, palette: Palette): string {
  const rows = instances.map((one) => [one.id, one.name ?? '', dateOf(one.bizDate), one.status ?? '', tookOf(one)])
  const paint = { Success: palette.good, Failure: palette.error, Running: palette.info }[status]
  return `${table(['instance', 'name', 'business date', 'state', 'took'], rows, palette)}${paint(status)}\n`
}
