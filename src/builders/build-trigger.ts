import type { FlowTrigger } from '../model/generated/types.ts'
import { defined } from './defined.ts'
import type { WireTrigger } from './trigger-input.ts'

/** A schedule as the wire writes it, with the defaults the service itself would use, written out. */
export function buildTrigger(input: WireTrigger): FlowTrigger {
  const { cron, cycleType, startTime, endTime, timezone, delaySeconds, calendarId } = input
  return defined({
    type: 'Scheduler' as const,
    cron,
    cycleType,
    startTime: startTime ?? '1970-01-01 00:00:00',
    endTime: endTime ?? '9999-01-01 00:00:00',
    timezone: timezone ?? 'Asia/Shanghai',
    delaySeconds: delaySeconds ?? 0,
    calendarId,
  })
}
