import { nodeOutputsKey, nodeOutputsOf } from '../spec/node-outputs.ts'
import { type JsonObject, readField, readObject, readPlainText } from '../wire/json.ts'
import type { ImportContext } from './context.ts'

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

function nodeOutput(data: string, name: string, isDefault: boolean): JsonObject {
  return { data, artifactType: 'NodeOutput', refTableName: name, isDefault }
}

/**
 * The outputs as they are read back: the submitted ones, and those the service adds when they are missing.
 *
 * @param added - outputs the service adds; the first is the default one
 */
export function fillOutputs(submitted: JsonObject, name: string, added: readonly string[]): JsonObject {
  const outputs = readObject(submitted, 'outputs')
  const { [nodeOutputsKey(outputs)]: _, ...others } = outputs ?? {}
  const given = nodeOutputsOf(outputs)
  const strings = new Set(given.map((output) => readPlainText(output, 'data')))
  const missing = added.filter((data) => !strings.has(data))
  const kept = given.map((output) => {
    const isDefault = readField(output, 'isDefault') ?? readPlainText(output, 'data') === added[0]
    return { ...output, isDefault }
  })
  return {
    nodeOutputs: [...missing.map((data) => nodeOutput(data, name, data === added[0])), ...kept],
    ...others,
  }
}

/** The fields of an object that have one of these names, without nulls. What the service does not know, it drops. */
export function pickFields(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.map((name) => [name, readField(object, name)]).filter(([, value]) => value !== undefined),
  )
}
