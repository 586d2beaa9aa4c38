import type { CreateFileParams, UpdateFileParams } from '../../operations/legacy/file-settings.ts'
import {
  type FileVersion,
  type FoundFileVersion,
  type GetFileVersionParams,
  getFileVersion,
  type ListFileVersionsParams,
  listFileVersions,
} from '../../operations/legacy/file-versions.ts'
import {
  createFile,
  type DeletedFile,
  deleteFile,
  type FileParams,
  type FoundFile,
  type GetFileParams,
  getFile,
  type ListedFile,
  type ListFilesParams,
  listFiles,
  updateFile,
} from '../../operations/legacy/files.ts'
import type { LegacyAnswer, LegacyCreated } from '../../operations/legacy/legacy-operation.ts'
import {
  type CreateResourceFileParams,
  type CreateUdfFileParams,
  createResourceFile,
  createUdfFile,
  type FileType,
  type ListFileTypeParams,
  listFileType,
  type UpdateUdfFileParams,
  updateUdfFile,
} from '../../operations/legacy/resource-files.ts'
import type { Page } from '../../operations/result.ts'
import type { CallOptions } from '../client-options.ts'
import type { LegacyCallOptions } from './legacy-call.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with files of the old Data Studio: nodes, resources and functions. */
export interface FileMethods {
  /** Makes a file: a node of a business process. It is never repeated blindly. */
  createFile(params: CreateFileParams, options?: LegacyCallOptions): Promise<LegacyCreated>
  /** Updates a file; at least one value has to be another than before. */
  updateFile(params: UpdateFileParams, options?: LegacyCallOptions): Promise<LegacyAnswer>
  /** Reads a file with how it runs. */
  getFile(params: GetFileParams, options?: LegacyCallOptions): Promise<FoundFile>
  /** Reads one page of the files of a workspace. */
  listFiles(params: ListFilesParams, options?: LegacyCallOptions): Promise<Page<ListedFile>>
  /** Walks all files of a workspace, page by page. */
  eachFile(params: AllPages<ListFilesParams>, options?: LegacyCallOptions): AsyncIterable<ListedFile>
  /** Deletes a file; of one that is submitted the answer names what takes it away. */
  deleteFile(params: FileParams, options?: LegacyCallOptions): Promise<DeletedFile>
  /** Makes a resource. It is never repeated blindly. */
  createResourceFile(params: CreateResourceFileParams, options?: LegacyCallOptions): Promise<LegacyCreated>
  /** Makes a function. It is never repeated blindly. */
  createUdfFile(params: CreateUdfFileParams, options?: LegacyCallOptions): Promise<LegacyCreated>
  /** Updates a function. */
  updateUdfFile(params: UpdateUdfFileParams, options?: LegacyCallOptions): Promise<LegacyAnswer>
  /** Reads one page of the types of files. */
  listFileType(params: ListFileTypeParams, options?: CallOptions): Promise<Page<FileType>>
  /** Reads one page of the versions of a file. */
  listFileVersions(params: ListFileVersionsParams, options?: CallOptions): Promise<Page<FileVersion>>
  /** Reads a version of a file. */
  getFileVersion(params: GetFileVersionParams, options?: CallOptions): Promise<FoundFileVersion>
}

export function fileMethods({ call, legacy, walkLegacy }: MethodMaker): FileMethods {
  return {
    createFile: legacy(createFile),
    updateFile: legacy(updateFile),
    getFile: legacy(getFile),
    listFiles: legacy(listFiles),
    eachFile: walkLegacy(
      listFiles,
      (params: AllPages<ListFilesParams>, page) => ({ ...params, ...page }),
      ({ fileId }) => fileId,
    ),
    deleteFile: legacy(deleteFile),
    createResourceFile: legacy(createResourceFile),
    createUdfFile: legacy(createUdfFile),
    updateUdfFile: legacy(updateUdfFile),
    listFileType: call(listFileType),
    listFileVersions: call(listFileVersions),
    getFileVersion: call(getFileVersion),
  }
}
