import type { FlowTrigger } from '../model/generated/types.ts'
import { defined } from './defined.ts'
import { orderFields } from './order-fields.ts'
import type { WireTrigger } from './trigger-input.ts'

/**
 * A trigger as the wire writes it: a schedule with the defaults the service itself would use, written out, or what a user
 * gave of another one.
 *
 * @param read - the trigger as read, to which nothing is added; a new cron or identifier settles its type
 */
export function buildTrigger(input: WireTrigger, read?: WireTrigger): FlowTrigger {
  if (read !== undefined) {
    if (input.cron !== read.cron) return { ...input, type: 'Scheduler' }
    return input.identifier === read.identifier ? input : { ...input, type: 'Custom' }
  }
  const { type = 'Scheduler', cron, cycleType, startTime, endTime, timezone, delaySeconds, calendarId } = input
  if (type !== 'Scheduler') return orderFields('Trigger', input)
  return defined({
    type,
    cron,
    cycleType,
    startTime: startTime ?? '1970-01-01 00:00:00',
    endTime: endTime ?? '9999-01-01 00:00:00',
    timezone: timezone ?? 'Asia/Shanghai',
    delaySeconds: delaySeconds ?? 0,
    calendarId,
  })
}
