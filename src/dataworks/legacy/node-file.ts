import type { Entity } from '../../document/index/entity.ts'
import type { EdgeEntry, NodeEntry } from '../../document/index/spec-index.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { CreateFileParams } from '../operations/legacy/file-settings.ts'

/** What CreateFile and UpdateFile are told of a file, but for where it stands. */
export type FileContent = Omit<
  CreateFileParams,
  'createFolderIfNotExists' | 'fileFolderPath' | 'projectId' | 'projectIdentifier' | 'resourceGroupId'
>

/** What a node is made a file of. */
export interface NodeSite {
  /** The trigger of the workflow, which holds for nodes that have none. */
  readonly trigger: unknown
  readonly isManual: boolean
  /** What the node comes after. */
  readonly edges: readonly EdgeEntry[]
  /** The output of the root of the workspace, which a node comes after that comes after nothing else. */
  readonly root: string | undefined
}

/** The words for reruns. */
export const rerunModes: ReadonlyMap<string, CreateFileParams['rerunMode']> = new Map([
  ['Allowed', 'ALL_ALLOWED'],
  ['Denied', 'ALL_DENIED'],
  ['FailureAllowed', 'FAILURE_ALLOWED'],
])

/** The words for how often instances run. */
export const schedulerTypes: ReadonlyMap<string, CreateFileParams['schedulerType']> = new Map([
  ['Normal', 'NORMAL'],
  ['Pause', 'PAUSE'],
  ['Skip', 'SKIP'],
])

const shellCode = 6
/** The most of `AutoRerunTimes`. */
export const mostReruns = 10
/** The most of `AutoRerunIntervalMillis`. */
export const longestRerunInterval = 1_800_000

/** A number that a file takes. */
export function numberIn(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined
}

/** The bounds of schedules that have none. */
export const noBound: RegExp = /^(?:1970|9999)-01-01/

/** A moment of a schedule; undefined for the bounds that mean none. */
export function momentOf(trigger: unknown, field: 'endTime' | 'startTime'): number | undefined {
  const text = readText(trigger, field)
  if (text === undefined || noBound.test(text)) return undefined
  const time = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  return Number.isNaN(time) ? undefined : time
}

/** Whether a cron fires at one time of a day. */
function isDaily(cron: string): boolean {
  const [, minute = '', hour = ''] = cron.trim().split(/\s+/)
  return /^\d+$/.test(minute) && /^\d+$/.test(hour)
}

function scheduleOf(node: Entity['value'], { trigger, isManual }: NodeSite): Partial<FileContent> {
  if (isManual) return { schedulerType: 'MANUAL' }
  const own = isRecord(node['trigger']) ? node['trigger'] : trigger
  const cronExpress = readText(own, 'cron')
  return {
    schedulerType: schedulerTypes.get(readText(node, 'recurrence') ?? 'Normal') ?? 'NORMAL',
    cronExpress,
    cycleType: cronExpress === undefined || isDaily(cronExpress) ? 'DAY' : 'NOT_DAY',
    startEffectDate: momentOf(own, 'startTime'),
    endEffectDate: momentOf(own, 'endTime'),
    startImmediately: readText(node, 'instanceMode') === 'Immediately' ? true : undefined,
  }
}

/** Whether a parameter is one of those that a file writes in one line. */
export function isScheduleParameter(parameter: unknown): boolean {
  const type = readText(parameter, 'type') ?? 'System'
  const scope = readText(parameter, 'scope') ?? 'NodeParameter'
  return scope === 'NodeParameter' && ['Constant', 'NoKvVariableExpression', 'System'].includes(type)
}

/** The parameters in one line: by name, in shell code by place. */
function parametersOf(parameters: readonly unknown[], code: number): string | undefined {
  const words = parameters.filter(isScheduleParameter).map((parameter) => {
    const value = readText(parameter, 'value') ?? ''
    const isPlain = readText(parameter, 'type') === 'NoKvVariableExpression' || code === shellCode
    return isPlain ? value : `${readText(parameter, 'name') ?? ''}=${value}`
  })
  return words.length === 0 ? undefined : words.join(' ')
}

function outputsOf({ value }: Entity): readonly string[] {
  const outputs = Object(value['outputs'])['nodeOutputs']
  return recordsOf(outputs).flatMap((output) => readText(output, 'data') ?? [])
}

/** The output that an edge leads from. */
export function upstreamOutput({ entity, upstream }: EdgeEntry): string | undefined {
  return upstream === undefined ? readText(entity.value, 'output') : outputsOf(upstream.entity)[0]
}

function dependenciesOf({ edges, root }: NodeSite): Partial<FileContent> {
  const inputs = edges.flatMap((edge) => (edge.type === dependencyTypes.sameCycle ? (upstreamOutput(edge) ?? []) : []))
  const types = new Set(edges.map(({ type }) => type))
  const isOfSelf = types.has(dependencyTypes.self)
  const isOfChildren = types.has(dependencyTypes.children)
  const previous = isOfSelf ? 'SELF' : 'NONE'
  return {
    inputList: (inputs.length === 0 && root !== undefined ? [root] : inputs).join(',') || undefined,
    dependentType: isOfChildren ? (isOfSelf ? 'CHILD_AND_SELF' : 'CHILD') : previous,
  }
}

/** The file that a node becomes; undefined for a node of a type that files do not have. */
export function nodeFile({ entity, name, key }: NodeEntry, site: NodeSite): FileContent | undefined {
  const { value } = entity
  const script = Object(value['script'])
  const fileType = nodeTypes.get(readText(script['runtime'], 'command') ?? '')?.code
  if (fileType === undefined) return undefined
  return {
    fileName: name ?? key,
    fileType,
    fileDescription: readText(value, 'description'),
    content: readText(script, 'content'),
    owner: readText(value, 'owner'),
    connectionName: readText(value['datasource'], 'name'),
    paraValue: parametersOf(recordsOf(script['parameters']), fileType),
    resourceGroupIdentifier: readText(value['runtimeResource'], 'resourceGroup'),
    rerunMode: rerunModes.get(readText(value, 'rerunMode') ?? ''),
    autoRerunTimes: numberIn(value['rerunTimes'], mostReruns),
    autoRerunIntervalMillis: numberIn(value['rerunInterval'], longestRerunInterval),
    outputList: outputsOf(entity).join(',') || undefined,
    ...scheduleOf(value, site),
    ...dependenciesOf(site),
  }
}
