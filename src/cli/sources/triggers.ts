import { childEntity, type Entity, pointerOf } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { readText } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'

/** What runs by itself, or by hand only. */
export interface Scheduled {
  readonly name: string
  /** Undefined for what runs by hand or when something happens. */
  readonly trigger: RunsTrigger | undefined
  /** JSON Pointer of the trigger in its document. */
  readonly path?: string | undefined
}

function triggerOf(entity: Entity): RunsTrigger | undefined {
  const value = childEntity(entity, 'trigger')?.value
  const cron = readText(value, 'cron')
  if (cron === undefined) return undefined
  const [startTime, endTime] = [readText(value, 'startTime'), readText(value, 'endTime')]
  const calendarId = value?.['calendarId']
  return {
    cron,
    timezone: readText(value, 'timezone'),
    startTime,
    endTime,
    ...(typeof calendarId === 'number' ? { calendarId } : {}),
  }
}

/** What a document schedules: its workflows, or its nodes where these stand by themselves. */
export function scheduledIn(document: ReadDocument): readonly Scheduled[] {
  const index = indexSpec(document)
  const workflows = index.entitiesOf('Workflow')
  const entities = workflows.length > 0 ? workflows : index.entitiesOf('Node')
  return entities.map((entity) => {
    const trigger = childEntity(entity, 'trigger')
    return {
      name: readText(entity.value, 'name') ?? '',
      trigger: triggerOf(entity),
      path: trigger && pointerOf(trigger),
    }
  })
}
