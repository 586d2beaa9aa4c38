import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { type Entity, pointerOf } from '../../document/index/entity.ts'
import type { EdgeEntry, NodeEntry } from '../../document/index/spec-index.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { type CarriedFields, leftFields, type NotCarriedPart } from './left-fields.ts'
import {
  isScheduleParameter,
  longestRerunInterval,
  momentOf,
  mostReruns,
  type NodeSite,
  noBound,
  numberIn,
  rerunModes,
  schedulerTypes,
  upstreamOutput,
} from './node-file.ts'

/** Times of schedules in this zone can be given as moments; that of the old Data Studio is that of the region. */
const usualZone = 'Asia/Shanghai'

const ofTrigger: CarriedFields = {
  type: true,
  id: true,
  cron: true,
  cycleType: true,
  delaySeconds: true,
  startTime: true,
  endTime: true,
  timezone: true,
}

/** What of a node is carried, or is of no meaning there, as ids, paths, and what repeats something else. */
const carried: CarriedFields = {
  id: true,
  name: true,
  description: true,
  owner: true,
  metadata: true,
  script: {
    id: true,
    path: true,
    language: true,
    content: true,
    runtime: { command: true, commandTypeId: true },
    // Each is looked at by itself.
    parameters: true,
  },
  trigger: ofTrigger,
  datasource: { name: true, type: true },
  // The number of a resource group says the same as its name.
  runtimeResource: { id: true, resourceGroup: true, resourceGroupId: true },
  recurrence: true,
  rerunMode: true,
  rerunTimes: true,
  rerunInterval: true,
  instanceMode: true,
  outputs: { nodeOutputs: true },
  inputs: { nodeOutputs: true },
}

function left(path: string, what: string): NotCarriedPart {
  return { path, message: `${what} has no place in a file of the old Data Studio.` }
}

/** What of an edge a file cannot say. */
function lostEdge(edge: EdgeEntry): readonly NotCarriedPart[] {
  const { entity, type } = edge
  if (type === dependencyTypes.self || type === dependencyTypes.children) return []
  const isSaid = type === dependencyTypes.sameCycle && upstreamOutput(edge) !== undefined
  return isSaid ? [] : [left(pointerOf(entity), `A dependency of type ${type} on what has no output`)]
}

/** Fields that are carried where a file has their value, and whether it has. */
const heldValues: Readonly<Record<string, (value: unknown) => boolean>> = {
  recurrence: (value) => schedulerTypes.has(String(value)),
  rerunMode: (value) => rerunModes.has(String(value)),
  instanceMode: (value) => value === 'T+1' || value === 'Immediately',
  rerunTimes: (value) => numberIn(value, mostReruns) !== undefined,
  rerunInterval: (value) => numberIn(value, longestRerunInterval) !== undefined,
}

/** The values of a node that a file does not have. */
function lostValues(value: Entity['value'], path: string): readonly NotCarriedPart[] {
  return Object.entries(heldValues).flatMap(([field, isHeld]) => {
    const given = value[field] ?? undefined
    return given === undefined || isHeld(given) ? [] : [left(joinPointer(path, field), showValue(given))]
  })
}

/** The number of a resource group, where its name is not given, which alone a file takes. */
function lostGroup({ runtimeResource: group }: Entity['value'], path: string): readonly NotCarriedPart[] {
  const number = readText(group, 'resourceGroupId')
  if (number === undefined || readText(group, 'resourceGroup') !== undefined) return []
  return [left(`${path}/runtimeResource/resourceGroupId`, 'The number of a resource group without its name')]
}

/** A time of a trigger that is none. */
function lostTimes(trigger: unknown, path: string): readonly NotCarriedPart[] {
  return (['startTime', 'endTime'] as const).flatMap((field) => {
    const text = readText(trigger, field)
    const isHeld = text === undefined || noBound.test(text) || momentOf(trigger, field) !== undefined
    return isHeld ? [] : [left(joinPointer(path, field), showValue(text))]
  })
}

/** What of a trigger a file cannot say: delays, and times of another zone. */
export function lostOfTrigger(trigger: unknown, path: string): readonly NotCarriedPart[] {
  const zone = readText(trigger, 'timezone') ?? usualZone
  const delay = Object(trigger)['delaySeconds'] ?? 0
  return [
    ...leftFields(trigger, path, ofTrigger).map((place) => left(place, 'This field')),
    ...(zone === usualZone ? [] : [left(`${path}/timezone`, `Time zone ${zone}`)]),
    ...(delay === 0 ? [] : [left(`${path}/delaySeconds`, 'A delay')]),
    ...lostTimes(trigger, path),
  ]
}

/** What of a node its file cannot say. */
export function lostOfNode({ entity }: NodeEntry, { edges }: NodeSite): readonly NotCarriedPart[] {
  const path = pointerOf(entity)
  const { value } = entity
  const parameters = recordsOf(Object(value['script'])['parameters'])
  return [
    ...leftFields(value, path, carried).map((place) => left(place, 'This field')),
    ...lostValues(value, path),
    ...lostGroup(value, path),
    ...(isRecord(value['trigger']) ? lostOfTrigger(value['trigger'], `${path}/trigger`) : []),
    ...parameters.flatMap((parameter, at) =>
      isScheduleParameter(parameter) ? [] : [left(`${path}/script/parameters/${at}`, 'A variable of this kind')],
    ),
    ...edges.flatMap(lostEdge),
  ]
}
