import { type JsonObject, readObject, readPlainText } from '../json/json-object.ts'
import type { ImportContext } from './import-context.ts'

/**
 * The minute past midnight that the service shows for a node which has no schedule of its own: arbitrary, but always
 * the same for one node.
 */
function minuteOf(id: string): string {
  return String(Number(BigInt(id) % 30n)).padStart(2, '0')
}

function defaultTrigger(context: ImportContext, entityId: string): JsonObject {
  if (context.kind !== 'CycleWorkflow') return { type: context.kind === 'ManualWorkflow' ? 'Manual' : 'Custom' }
  const minute = entityId === context.workflowId ? '00' : minuteOf(entityId)
  return {
    type: 'Scheduler',
    cron: `00 ${minute} 00 * * ?`,
    startTime: '1970-01-01 00:00:00',
    endTime: '9999-01-01 00:00:00',
    timezone: 'Asia/Shanghai',
    delaySeconds: 0,
  }
}

/** The trigger as it is read back: the submitted one, else the one that was there, else the service's; its id stays. */
export function fillTrigger(
  context: ImportContext,
  entityId: string,
  submitted: JsonObject,
  before: JsonObject | undefined,
): JsonObject {
  const earlier = readObject(before, 'trigger')
  const id = readPlainText(earlier, 'id') ?? context.service.ids.next()
  const { type, ...rest } = readObject(submitted, 'trigger') ?? earlier ?? defaultTrigger(context, entityId)
  return { type, ...rest, id }
}
