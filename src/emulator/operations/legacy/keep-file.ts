import type { FileRecord } from '../../state/legacy-studio.ts'
import type { Project } from '../../state/project.ts'
import { duplicateFile, invalidParameter, unknownFolder } from '../../wire/error-catalogue.ts'
import type { Parameters } from '../../wire/parameters.ts'
import type { Call } from '../call.ts'
import { businessOf, isThere, makeFolder, plainPath } from './folder-paths.ts'

/** Parameters that say which file, and where; all others are settings of it. */
const identity: ReadonlySet<string> = new Set([
  'Content',
  'CreateFolderIfNotExists',
  'FileFolderPath',
  'FileId',
  'FileName',
  'FileType',
  'Owner',
  'ProjectId',
  'ProjectIdentifier',
])

/** Texts that some parameters have to be one of. */
const words: Readonly<Record<string, readonly string[]>> = {
  CycleType: ['DAY', 'NOT_DAY'],
  DependentType: ['SELF', 'CHILD', 'USER_DEFINE', 'NONE', 'USER_DEFINE_AND_SELF', 'CHILD_AND_SELF'],
  RerunMode: ['ALL_ALLOWED', 'FAILURE_ALLOWED', 'ALL_DENIED'],
  SchedulerType: ['NORMAL', 'MANUAL', 'PAUSE', 'SKIP'],
}

/** The most that some parameters may be. */
const limits: Readonly<Record<string, number>> = {
  AutoRerunIntervalMillis: 1_800_000,
  AutoRerunTimes: 10,
  EndEffectDate: Number.MAX_SAFE_INTEGER,
  StartEffectDate: Number.MAX_SAFE_INTEGER,
  Timeout: Number.MAX_SAFE_INTEGER,
}

const flags = ['ApplyScheduleImmediately', 'AutoParsing', 'IgnoreParentSkipRunningProperty', 'StartImmediately', 'Stop']

function checkSettings(parameters: Parameters): void {
  for (const [name, allowed] of Object.entries(words)) parameters.word(name, allowed)
  for (const name of flags) parameters.boolean(name)
  for (const name of ['InputParameters', 'OutputParameters']) parameters.json(name)
  for (const [name, most] of Object.entries(limits)) {
    const value = parameters.text(name)
    if (value === undefined) continue
    if (!/^\d{1,16}$/.test(value) || Number(value) > most) {
      throw invalidParameter(name, `is not a whole number between 0 and ${most}`)
    }
  }
}

function settingsOf(parameters: Parameters): ReadonlyMap<string, string> {
  checkSettings(parameters)
  return new Map(Object.entries(parameters.all()).filter(([name, value]) => !identity.has(name) && value !== ''))
}

/** The folder that a call names: one that is there, or is to be made. */
function folderOf({ service, parameters }: Call, project: Project, path: string): string {
  businessOf(project, path)
  if (!isThere(project, path)) {
    if (!parameters.boolean('CreateFolderIfNotExists')) throw unknownFolder(path)
    makeFolder(project, path, () => service.ids.next())
  }
  return path
}

function requireOwnName(project: Project, file: Pick<FileRecord, 'id' | 'name' | 'folderPath'>): void {
  const folder = plainPath(file.folderPath)
  for (const other of project.legacy.files.values()) {
    const isTwin = other.name === file.name && plainPath(other.folderPath) === folder
    if (isTwin && other.id !== file.id) throw duplicateFile(file.name)
  }
}

/** Makes a file of what a call brings. */
export function makeFile(call: Call, project: Project, type: number): FileRecord {
  const { service, parameters } = call
  const name = parameters.requiredText('FileName')
  const folderPath = folderOf(call, project, parameters.requiredText('FileFolderPath'))
  const now = service.now()
  const file: FileRecord = {
    id: service.nextBusinessId(),
    name,
    type,
    folderPath,
    businessId: businessOf(project, folderPath).id,
    content: parameters.text('Content') ?? '',
    owner: parameters.text('Owner') ?? service.settings.owner,
    createTime: now,
    lastEditTime: now,
    settings: settingsOf(parameters),
    versions: [],
    isSubmitted: false,
    nodeId: undefined,
    deployedVersion: undefined,
  }
  requireOwnName(project, file)
  project.legacy.files.set(file.id, file)
  return file
}

/** Settings that a call gives as an empty text: it is taken to mean that there is none, which nothing documented says. */
function emptiedOf(parameters: Parameters): readonly string[] {
  return Object.entries(parameters.all()).flatMap(([name, value]) =>
    value === '' && !identity.has(name) ? [name] : [],
  )
}

/** A file with what a call changes of it; undefined when that is nothing. */
export function changeFile(call: Call, project: Project, before: FileRecord): FileRecord | undefined {
  const { service, parameters } = call
  const path = parameters.text('FileFolderPath')
  const folderPath = path === undefined ? before.folderPath : folderOf(call, project, path)
  const changes = {
    name: parameters.text('FileName') ?? before.name,
    folderPath,
    businessId: businessOf(project, folderPath).id,
    content: parameters.all()['Content'] ?? before.content,
    owner: parameters.text('Owner') ?? before.owner,
  }
  const given = settingsOf(parameters)
  const emptied = emptiedOf(parameters)
  const differs =
    Object.entries(changes).some(
      ([field, value]) => new Map<string, unknown>(Object.entries(before)).get(field) !== value,
    ) ||
    [...given].some(([name, value]) => before.settings.get(name) !== value) ||
    emptied.some((name) => before.settings.has(name))
  if (!differs) return undefined
  const settings = new Map([...before.settings, ...given])
  for (const name of emptied) settings.delete(name)
  const file = { ...before, ...changes, settings, lastEditTime: service.now(), isSubmitted: false }
  requireOwnName(project, file)
  project.legacy.files.set(file.id, file)
  return file
}
