import { recordsOf } from '../../../document/json/records.ts'
import type { FileRecord } from '../../state/legacy-studio.ts'
import type { Project } from '../../state/project.ts'
import { type JsonObject, parseBoundedJson } from '../../wire/json.ts'
import { folderAt } from './folder-paths.ts'

type Kind = 'boolean' | 'number' | 'text'

/** What of the settings of a file its configuration shows, and how. */
const configuration: Readonly<Record<string, Kind>> = {
  ApplyScheduleImmediately: 'text',
  AutoRerunIntervalMillis: 'number',
  AutoRerunTimes: 'number',
  CronExpress: 'text',
  CycleType: 'text',
  DependentNodeIdList: 'text',
  DependentType: 'text',
  EndEffectDate: 'number',
  IgnoreParentSkipRunningProperty: 'text',
  ImageId: 'text',
  ParaValue: 'text',
  RerunMode: 'text',
  SchedulerType: 'text',
  StartEffectDate: 'number',
  StartImmediately: 'boolean',
  Stop: 'boolean',
  Timeout: 'number',
}

/** What a file has that was told nothing. */
const defaults: ReadonlyMap<string, string> = new Map([
  ['CycleType', 'DAY'],
  ['DependentType', 'NONE'],
  ['RerunMode', 'ALL_ALLOWED'],
  ['SchedulerType', 'NORMAL'],
  ['Stop', 'false'],
])

function settingOf(text: string | undefined, kind: Kind): unknown {
  if (text === undefined) return undefined
  if (kind === 'boolean') return text.toLowerCase() === 'true'
  return kind === 'number' ? Number(text) : text
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((word) => word !== '')
}

/** The objects of a parameter that is JSON text; it was refused if it is none. */
function objectsOf(text: string | undefined, fields: readonly string[]): readonly JsonObject[] {
  const items = recordsOf(text === undefined ? [] : parseBoundedJson(text))
  return items.map((item) => Object.fromEntries(fields.map((field) => [field, textOf(item[field])])))
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

/** How a file runs, as GetFile shows it. */
export function configurationItem({ settings }: FileRecord): JsonObject {
  const plain = Object.entries(configuration).map(([name, kind]) => [
    name,
    settingOf(settings.get(name) ?? defaults.get(name), kind),
  ])
  return {
    ...Object.fromEntries(plain),
    InputList: wordsOf(settings.get('InputList')).map((Input) => ({ Input, ParseType: 'MANUAL' })),
    OutputList: wordsOf(settings.get('OutputList')).map((Output) => ({ Output })),
    InputParameters: objectsOf(settings.get('InputParameters'), ['ParameterName', 'ValueSource']),
    OutputParameters: objectsOf(settings.get('OutputParameters'), ['ParameterName', 'Type', 'Value', 'Description']),
  }
}

/** A file, as all answers show it. */
export function fileItem(project: Project, file: FileRecord): JsonObject {
  const { settings } = file
  const useType = [...project.businesses.values()].find(({ id }) => id === file.businessId)?.useType
  return {
    FileId: file.id,
    FileName: file.name,
    FileType: file.type,
    FileDescription: settings.get('FileDescription') ?? '',
    FileFolderId: folderAt(project, file.folderPath)?.id,
    BusinessId: file.businessId,
    BizId: file.businessId,
    ConnectionName: settings.get('ConnectionName'),
    Content: file.content,
    AutoParsing: settingOf(settings.get('AutoParsing'), 'boolean'),
    CommitStatus: file.isSubmitted ? 1 : 0,
    CurrentVersion: file.versions.length,
    NodeId: file.nodeId,
    UseType: useType === 'MANUAL_BIZ' ? 'MANUAL_BIZ' : 'NORMAL',
    Owner: file.owner,
    CreateUser: file.owner,
    CreateTime: file.createTime,
    LastEditUser: file.owner,
    LastEditTime: file.lastEditTime,
  }
}
