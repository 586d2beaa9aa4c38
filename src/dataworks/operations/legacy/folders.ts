import { requiredText } from '../answer.ts'
import { type Id, type Operation, required } from '../operation.ts'
import { type Fields, inside, type Page, pageOf, result, type WithMore } from '../result.ts'
import {
  type LegacyAnswer,
  type LegacyCreated,
  type LegacyWorkspace,
  legacyFields,
  legacyOperation,
  readCreated,
  readDone,
  workspaceParameters,
} from './legacy-operation.ts'

/** A folder of the old Data Studio. */
export interface Folder extends WithMore {
  readonly folderId: string
  /** Such as `Business_process/retail/MaxCompute/Data_development`. */
  readonly folderPath: string
}

/** The answer of GetFolder. */
export interface FoundFolder extends Folder, LegacyAnswer {}

/** The parameters of CreateFolder. */
export interface CreateFolderParams extends LegacyWorkspace {
  readonly folderPath: string
}

/** The parameters of GetFolder: the folder by its id or its path. */
export interface GetFolderParams extends LegacyWorkspace {
  readonly folderId?: Id | undefined
  readonly folderPath?: string | undefined
}

/** The parameters of ListFolders. */
export interface ListFoldersParams extends LegacyWorkspace {
  readonly parentFolderPath: string
  /** Which page, counted from 1. */
  readonly pageNumber: number
  /** How many items a page has, up to 100. */
  readonly pageSize: number
}

/** A folder of a workspace. */
export interface FolderParams extends LegacyWorkspace {
  readonly folderId: Id
}

/** The parameters of UpdateFolder. */
export interface UpdateFolderParams extends FolderParams {
  readonly folderName: string
}

const folderFields: Fields<Folder> = { folderId: requiredText, folderPath: requiredText }
const folderParameters = { ...workspaceParameters, folderId: required('id') }

/** CreateFolder (2020-05-18). */
export const createFolder: Operation<CreateFolderParams, LegacyCreated> = legacyOperation<
  CreateFolderParams,
  LegacyCreated
>('CreateFolder', 'create', { ...workspaceParameters, folderPath: required('text') }, readCreated)

/** GetFolder (2020-05-18). */
export const getFolder: Operation<GetFolderParams, FoundFolder> = legacyOperation<GetFolderParams, FoundFolder>(
  'GetFolder',
  'read',
  { ...workspaceParameters, folderId: 'id', folderPath: 'text' },
  result<FoundFolder>({
    ...legacyFields,
    folderId: inside('Data', requiredText),
    folderPath: inside('Data', requiredText),
  }),
)

/** ListFolders (2020-05-18). */
export const listFolders: Operation<ListFoldersParams, Page<Folder>> = legacyOperation<ListFoldersParams, Page<Folder>>(
  'ListFolders',
  'read',
  {
    ...workspaceParameters,
    parentFolderPath: required('text'),
    pageNumber: required('count'),
    pageSize: required('count'),
  },
  pageOf('Folders', folderFields, 'Data'),
)

/** UpdateFolder (2020-05-18): gives a folder another name. */
export const updateFolder: Operation<UpdateFolderParams, LegacyAnswer> = legacyOperation<
  UpdateFolderParams,
  LegacyAnswer
>('UpdateFolder', 'replace', { ...folderParameters, folderName: required('text') }, readDone)

/** DeleteFolder (2020-05-18). */
export const deleteFolder: Operation<FolderParams, LegacyAnswer> = legacyOperation<FolderParams, LegacyAnswer>(
  'DeleteFolder',
  'delete',
  folderParameters,
  readDone,
)
