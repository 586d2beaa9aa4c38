import type { FileRecord } from '../../state/legacy-studio.ts'
import type { Project } from '../../state/project.ts'
import { invalidParameter, missingParameter, nothingChanged, unknownResource } from '../../wire/error-catalogue.ts'
import type { JsonObject } from '../../wire/json.ts'
import { type Call, dataStudioVersion, isFuzzyMatch, isWanted, type OperationTable, pageOf } from '../call.ts'
import { findLegacyProject } from '../lookup.ts'
import { bare, legacy, oldVersion } from './envelope.ts'
import { configurationItem, fileItem } from './file-items.ts'
import { plainPath } from './folder-paths.ts'
import { changeFile, makeFile } from './keep-file.ts'

/** The operations that make, change and read files. */
export const fileOperations: OperationTable = {
  CreateFile: legacy(createFile),
  UpdateFile: legacy(updateFile),
  GetFile: legacy(getFile),
  ListFiles: legacy(listFiles),
  CreateResourceFile: bare([oldVersion, dataStudioVersion], createResourceFile),
  CreateUdfFile: legacy(createUdfFile),
  UpdateUdfFile: legacy(updateUdfFile),
}

function createFile(call: Call): JsonObject {
  const { parameters } = call
  const type = parameters.integer('FileType', { min: 0, max: 999_999 })
  parameters.requiredText('FileName')
  const project = findLegacyProject(call)
  return { Data: makeFile(call, project, type).id }
}

/** The file with the id of a call, or with the node's. */
export function findFile({ parameters }: Call, project: Project): FileRecord {
  const fileId = parameters.int64('FileId')
  const nodeId = parameters.int64('NodeId')
  if (fileId === undefined && nodeId === undefined) throw missingParameter('FileId')
  const found =
    fileId === undefined
      ? [...project.legacy.files.values()].find((file) => String(file.nodeId) === nodeId)
      : project.legacy.files.get(Number(fileId))
  if (found === undefined) throw unknownResource('file', fileId ?? nodeId ?? '')
  return found
}

/** Changes what a call gives; one that changes nothing is refused. */
function updateFile(call: Call): JsonObject {
  call.parameters.requiredInt64('FileId')
  const project = findLegacyProject(call)
  const file = findFile(call, project)
  if (changeFile(call, project, file) === undefined) throw nothingChanged(file.name)
  return {}
}

function getFile(call: Call): JsonObject {
  const project = findLegacyProject(call)
  const file = findFile(call, project)
  const AdvancedSettings = file.settings.get('AdvancedSettings')
  const File = { ...fileItem(project, file), AdvancedSettings, DeletedStatus: 'NORMAL' }
  return { Data: { File, NodeConfiguration: configurationItem(file) } }
}

/** Numbers with commas between them. */
function numbersIn({ parameters }: Call, name: string, most: number): ReadonlySet<number> | undefined {
  const text = parameters.text(name)
  if (text === undefined) return undefined
  const numbers = text.split(',').map((word) => (/^\s*\d{1,15}\s*$/.test(word) ? Number(word) : Number.NaN))
  if (numbers.some(Number.isNaN)) throw invalidParameter(name, 'is not whole numbers with commas between them')
  if (numbers.length > most) throw invalidParameter(name, `has more than ${most} numbers`)
  return new Set(numbers)
}

function listFiles(call: Call): JsonObject {
  const { parameters } = call
  const project = findLegacyProject(call)
  const types = numbersIn(call, 'FileTypes', 1000)
  const ids = numbersIn(call, 'FileIdIn', 50)
  const folder = parameters.text('FileFolderPath')
  const [keyword, exact, owner, useType] = ['Keyword', 'ExactFileName', 'Owner', 'UseType'].map((one) =>
    parameters.text(one),
  )
  const [nodeId, editor] = [parameters.int64('NodeId'), parameters.text('LastEditUser')]
  const withContent = parameters.boolean('NeedContent')
  const withPath = parameters.boolean('NeedAbsoluteFolderPath')
  const all = [...project.legacy.files.values()].filter(
    (file) =>
      (types?.has(file.type) ?? true) &&
      (ids?.has(file.id) ?? true) &&
      (folder === undefined || `${plainPath(file.folderPath)}/`.startsWith(`${plainPath(folder)}/`)) &&
      isFuzzyMatch(file.name, keyword) &&
      isWanted(file.name, exact) &&
      isWanted(file.owner, owner) &&
      isWanted(file.owner, editor) &&
      isWanted(String(file.nodeId), nodeId) &&
      isWanted(String(fileItem(project, file)['UseType']), useType),
  )
  const show = (file: FileRecord) => ({
    ...fileItem(project, file),
    Content: withContent ? file.content : undefined,
    AbsoluteFolderPath: withPath ? file.folderPath : undefined,
  })
  return { Data: pageOf(call, all, { name: 'Files', show, smallest: 1 }) }
}

/** 12 to 15 are the types of resources. */
function createResourceFile(call: Call): JsonObject {
  const { parameters } = call
  const type = parameters.integer('FileType', { min: 12, max: 15 })
  parameters.requiredInt64('ProjectId')
  parameters.requiredText('OriginResourceName')
  parameters.requiredText('RegisterToCalcEngine')
  parameters.boolean('RegisterToCalcEngine')
  return { Data: makeFile(call, findLegacyProject(call), type).id }
}

/** The type of a function among files. */
const functionType = 17

function requireFunction({ parameters }: Call): void {
  for (const name of ['ClassName', 'FunctionType', 'Resources']) parameters.requiredText(name)
}

function createUdfFile(call: Call): JsonObject {
  requireFunction(call)
  return { Data: makeFile(call, findLegacyProject(call), functionType).id }
}

function updateUdfFile(call: Call): JsonObject {
  requireFunction(call)
  const project = findLegacyProject(call)
  const file = findFile(call, project)
  if (file.type !== functionType) throw unknownResource('function', String(file.id))
  changeFile(call, project, file)
  return {}
}
