import {
  type CreateFolderParams,
  createFolder,
  deleteFolder,
  type Folder,
  type FolderParams,
  type FoundFolder,
  type GetFolderParams,
  getFolder,
  type ListFoldersParams,
  listFolders,
  type UpdateFolderParams,
  updateFolder,
} from '../../operations/legacy/folders.ts'
import type { LegacyAnswer, LegacyCreated } from '../../operations/legacy/legacy-operation.ts'
import type { Page } from '../../operations/result.ts'
import type { LegacyCallOptions } from './legacy-call.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with folders of the old Data Studio. */
export interface FolderMethods {
  /** Makes a folder. It is never repeated blindly. */
  createFolder(params: CreateFolderParams, options?: LegacyCallOptions): Promise<LegacyCreated>
  /** Reads a folder, by its id or its path. */
  getFolder(params: GetFolderParams, options?: LegacyCallOptions): Promise<FoundFolder>
  /** Reads one page of the folders in a folder. */
  listFolders(params: ListFoldersParams, options?: LegacyCallOptions): Promise<Page<Folder>>
  /** Walks all folders in a folder, page by page. */
  eachFolder(params: AllPages<ListFoldersParams>, options?: LegacyCallOptions): AsyncIterable<Folder>
  /** Gives a folder another name. */
  updateFolder(params: UpdateFolderParams, options?: LegacyCallOptions): Promise<LegacyAnswer>
  /** Deletes a folder. */
  deleteFolder(params: FolderParams, options?: LegacyCallOptions): Promise<LegacyAnswer>
}

export function folderMethods({ legacy, walkLegacy }: MethodMaker): FolderMethods {
  return {
    createFolder: legacy(createFolder),
    getFolder: legacy(getFolder),
    listFolders: legacy(listFolders),
    eachFolder: walkLegacy(
      listFolders,
      (params: AllPages<ListFoldersParams>, page) => ({ ...params, ...page }),
      ({ folderId }) => folderId,
    ),
    updateFolder: legacy(updateFolder),
    deleteFolder: legacy(deleteFolder),
  }
}
