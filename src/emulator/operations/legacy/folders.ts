import type { FolderRecord } from '../../state/legacy-studio.ts'
import type { Project } from '../../state/project.ts'
import {
  duplicateFolder,
  missingParameter,
  nameNotAllowed,
  notEmpty,
  unknownFolder,
  unknownResource,
} from '../../wire/error-catalogue.ts'
import type { JsonObject } from '../../wire/json.ts'
import { type Call, type OperationTable, pageOf } from '../call.ts'
import { findLegacyProject } from '../lookup.ts'
import { legacy } from './envelope.ts'
import { businessOf, folderAt, isThere, makeFolder, plainPath } from './folder-paths.ts'

/** The operations on folders. */
export const folderOperations: OperationTable = {
  CreateFolder: legacy(createFolder),
  GetFolder: legacy(getFolder),
  ListFolders: legacy(listFolders),
  UpdateFolder: legacy(updateFolder),
  DeleteFolder: legacy(deleteFolder),
}

function folderItem({ id, path }: FolderRecord): JsonObject {
  return { FolderId: id, FolderPath: path }
}

/** Makes a folder, and those it is in; its business process has to be there. */
function createFolder(call: Call): JsonObject {
  const path = call.parameters.requiredText('FolderPath')
  const project = findLegacyProject(call)
  businessOf(project, path)
  if (folderAt(project, path) !== undefined) throw duplicateFolder(path)
  return { Data: makeFolder(project, path, () => call.service.ids.next()).id }
}

function findFolder({ parameters }: Call, project: Project): FolderRecord {
  const id = parameters.text('FolderId')
  const path = parameters.text('FolderPath')
  if (id === undefined && path === undefined) throw missingParameter('FolderId')
  const found = id === undefined ? folderAt(project, path ?? '') : project.legacy.folders.get(id)
  if (found !== undefined) return found
  throw id === undefined ? unknownFolder(path ?? '') : unknownResource('folder', id)
}

function getFolder(call: Call): JsonObject {
  return { Data: folderItem(findFolder(call, findLegacyProject(call))) }
}

/** The folders that are directly in one. */
function listFolders(call: Call): JsonObject {
  const parent = call.parameters.requiredText('ParentFolderPath')
  const project = findLegacyProject(call)
  businessOf(project, parent)
  if (!isThere(project, parent)) throw unknownFolder(parent)
  const above = plainPath(parent)
  const all = [...project.legacy.folders.values()].filter(({ path }) => {
    const own = plainPath(path)
    return own.slice(0, own.lastIndexOf('/')) === above
  })
  return { Data: pageOf(call, all, { name: 'Folders', show: folderItem, smallest: 1, required: true }) }
}

/** Gives a folder another name, and takes along what is in it. */
function updateFolder(call: Call): JsonObject {
  const name = call.parameters.requiredText('FolderName')
  const project = findLegacyProject(call)
  call.parameters.requiredText('FolderId')
  if (name.includes('/')) throw nameNotAllowed(name)
  const { path } = findFolder(call, project)
  const renamed = `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`
  const other = folderAt(project, renamed)
  if (other !== undefined && other.path !== path) throw duplicateFolder(renamed)
  const moved = (old: string) =>
    old === path || old.startsWith(`${path}/`) ? `${renamed}${old.slice(path.length)}` : old
  const { folders, files } = project.legacy
  for (const folder of folders.values()) folders.set(folder.id, { ...folder, path: moved(folder.path) })
  for (const file of files.values()) files.set(file.id, { ...file, folderPath: moved(file.folderPath) })
  return {}
}

function deleteFolder(call: Call): JsonObject {
  const id = call.parameters.requiredText('FolderId')
  const project = findLegacyProject(call)
  const { path } = findFolder(call, project)
  const own = plainPath(path)
  const isIn = (other: string) => plainPath(other) === own || plainPath(other).startsWith(`${own}/`)
  const { folders, files } = project.legacy
  const holdsFiles = [...files.values()].some(({ folderPath }) => isIn(folderPath))
  const holdsFolders = [...folders.values()].some((folder) => folder.id !== id && isIn(folder.path))
  if (holdsFiles || holdsFolders) throw notEmpty('folder', id)
  folders.delete(id)
  return {}
}
