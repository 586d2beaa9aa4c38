import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { RunsTrigger } from '../schedule/runs-request.ts'

/** A trigger as `runs` takes it, or what keeps it from being one; paths are relative to the trigger. */
export type TriggerResult =
  | { readonly ok: true; readonly trigger: RunsTrigger }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const texts = ['cron', 'timezone', 'startTime', 'endTime', 'cycleType'] as const

/** Reads the schedule of a trigger, whose fields may hold anything; null counts as absent. */
export function readTrigger(value: Readonly<Record<string, unknown>>): TriggerResult {
  const faults = texts.filter((field) => !isTextOrAbsent(value[field])).map(wrongType)
  const calendar = value['calendarId'] ?? undefined
  const cron = text(value['cron'])
  if (cron === undefined && faults.every(({ path }) => path !== '/cron')) faults.push(missingCron())
  if (cron === undefined || faults.length > 0) return { ok: false, diagnostics: faults }
  const [timezone, startTime, endTime] = [text(value['timezone']), text(value['startTime']), text(value['endTime'])]
  const cycleType = value['cycleType'] === 'NotDaily' ? 'NotDaily' : undefined
  // Any id will do: what matters is that there is one.
  const calendarId = calendar === undefined ? undefined : Number(calendar)
  return { ok: true, trigger: { cron, timezone, startTime, endTime, cycleType, calendarId } }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

function wrongType(field: string): Diagnostic {
  const message = `The ${field} of a trigger is text.`
  return createDiagnostic({ rule: 'schema/type', severity: 'error', message, path: `/${field}` })
}

function missingCron(): Diagnostic {
  const message = 'A trigger of the scheduler has a cron; this one has none, so nothing says when it runs.'
  return createDiagnostic({ rule: 'schedule/missing-cron', severity: 'error', message, path: '' })
}
