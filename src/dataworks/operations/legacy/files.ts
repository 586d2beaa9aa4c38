import { flagIn, numberIn, requiredText, textIn } from '../answer.ts'
import { type Id, type Operation, required } from '../operation.ts'
import {
  type Fields,
  inside,
  list,
  named,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  record,
  result,
  type WithMore,
} from '../result.ts'
import { type CreateFileParams, fileSettings, type UpdateFileParams } from './file-settings.ts'
import {
  type LegacyAnswer,
  type LegacyCreated,
  type LegacyWorkspace,
  legacyFields,
  legacyOperation,
  readCreated,
  readDone,
  within,
  workspaceParameters,
} from './legacy-operation.ts'

/** A file of the old Data Studio. Times are in milliseconds since 1970. */
export interface LegacyFile extends WithMore {
  readonly fileId: string
  readonly fileName: string
  readonly fileType: number | undefined
  readonly fileDescription: string | undefined
  readonly fileFolderId: string | undefined
  readonly businessId: string | undefined
  readonly bizId: string | undefined
  /** The id of the node in the scheduler, once the file is submitted. */
  readonly nodeId: string | undefined
  readonly parentId: string | undefined
  readonly content: string | undefined
  readonly connectionName: string | undefined
  /** 0: changes that are not submitted. 1: none. */
  readonly commitStatus: number | undefined
  readonly currentVersion: number | undefined
  readonly autoParsing: boolean | undefined
  readonly isMaxCompute: boolean | undefined
  readonly useType: string | undefined
  readonly owner: string | undefined
  readonly createUser: string | undefined
  readonly createTime: number | undefined
  readonly lastEditUser: string | undefined
  readonly lastEditTime: number | undefined
}

/** A file in a list. */
export interface ListedFile extends LegacyFile {
  readonly absoluteFolderPath: string | undefined
}

/** How a file runs. */
export interface NodeConfiguration {
  readonly cronExpress: string | undefined
  readonly cycleType: string | undefined
  readonly schedulerType: string | undefined
  readonly dependentType: string | undefined
  readonly dependentNodeIdList: string | undefined
  readonly paraValue: string | undefined
  readonly rerunMode: string | undefined
  readonly autoRerunTimes: number | undefined
  readonly autoRerunIntervalMillis: number | undefined
  readonly startEffectDate: number | undefined
  readonly endEffectDate: number | undefined
  readonly resourceGroupId: string | undefined
  readonly stop: boolean | undefined
  readonly startImmediately: boolean | undefined
  readonly applyScheduleImmediately: boolean | undefined
  readonly ignoreParentSkipRunningProperty: boolean | undefined
  readonly imageId: string | undefined
  readonly timeout: number | undefined
  readonly inputList: readonly { readonly input: string | undefined; readonly parseType: string | undefined }[]
  readonly outputList: readonly { readonly output: string | undefined; readonly refTableName: string | undefined }[]
  readonly inputParameters: readonly {
    readonly parameterName: string | undefined
    readonly valueSource: string | undefined
  }[]
  readonly outputParameters: readonly {
    readonly parameterName: string | undefined
    readonly type: string | undefined
    readonly value: string | undefined
    readonly description: string | undefined
  }[]
}

/** The answer of GetFile. */
export interface FoundFile extends LegacyAnswer {
  readonly file: LegacyFile & {
    readonly deletedStatus: string | undefined
    readonly advancedSettings: string | undefined
  }
  readonly nodeConfiguration: NodeConfiguration
  /** Where to get the file of a resource from. */
  readonly downloadLink: string | undefined
}

/** The parameters of GetFile: the file by its own id or that of its node. */
export interface GetFileParams extends LegacyWorkspace {
  readonly fileId?: Id | undefined
  readonly nodeId?: Id | undefined
}

/** The parameters of ListFiles; every condition left out holds for all files. */
export interface ListFilesParams extends LegacyWorkspace, PageParams {
  readonly fileFolderPath?: string | undefined
  /** Part of the name. */
  readonly keyword?: string | undefined
  readonly exactFileName?: string | undefined
  /** Numbers with commas between them. */
  readonly fileTypes?: string | undefined
  /** Ids with commas between them, 50 at most. */
  readonly fileIdIn?: string | undefined
  readonly nodeId?: Id | undefined
  readonly owner?: string | undefined
  readonly lastEditUser?: string | undefined
  readonly useType?: 'ADHOCQUERY' | 'COMPONENT' | 'MANUAL' | 'MANUAL_BIZ' | 'NORMAL' | 'SKIP' | undefined
  readonly needContent?: boolean | undefined
  readonly needAbsoluteFolderPath?: boolean | undefined
}

/** A file of a workspace. */
export interface FileParams extends LegacyWorkspace {
  readonly fileId: Id
}

/** The answer of DeleteFile. */
export interface DeletedFile extends LegacyAnswer {
  /** What takes a submitted file away, which takes its time. */
  readonly deploymentId: string | undefined
}

const fileFields: Fields<LegacyFile> = {
  fileId: requiredText,
  fileName: requiredText,
  fileType: numberIn,
  fileDescription: textIn,
  fileFolderId: textIn,
  businessId: textIn,
  bizId: textIn,
  nodeId: textIn,
  parentId: textIn,
  content: textIn,
  connectionName: textIn,
  commitStatus: numberIn,
  currentVersion: numberIn,
  autoParsing: flagIn,
  isMaxCompute: flagIn,
  useType: textIn,
  owner: textIn,
  createUser: textIn,
  createTime: numberIn,
  lastEditUser: textIn,
  lastEditTime: numberIn,
}

const configurationFields: Fields<NodeConfiguration> = {
  cronExpress: textIn,
  cycleType: textIn,
  schedulerType: textIn,
  dependentType: textIn,
  dependentNodeIdList: textIn,
  paraValue: textIn,
  rerunMode: textIn,
  autoRerunTimes: numberIn,
  autoRerunIntervalMillis: numberIn,
  startEffectDate: numberIn,
  endEffectDate: numberIn,
  resourceGroupId: textIn,
  stop: flagIn,
  startImmediately: flagIn,
  applyScheduleImmediately: flagIn,
  ignoreParentSkipRunningProperty: flagIn,
  imageId: textIn,
  timeout: numberIn,
  inputList: list({ input: textIn, parseType: textIn }),
  outputList: list({ output: textIn, refTableName: textIn }),
  inputParameters: list({ parameterName: textIn, valueSource: textIn }),
  outputParameters: list({ parameterName: textIn, type: textIn, value: textIn, description: textIn }),
}

/** CreateFile (2020-05-18). No nodes of Data Integration. */
export const createFile: Operation<CreateFileParams, LegacyCreated> = legacyOperation<CreateFileParams, LegacyCreated>(
  'CreateFile',
  'create',
  {
    ...fileSettings,
    fileName: required('text'),
    fileType: required('number'),
    createFolderIfNotExists: 'boolean',
    resourceGroupId: 'int64',
  },
  readCreated,
)

/** UpdateFile (2020-05-18). In version 2024-05-18 `inputList` has to be given. */
export const updateFile: Operation<UpdateFileParams, LegacyAnswer> = legacyOperation<UpdateFileParams, LegacyAnswer>(
  'UpdateFile',
  'replace',
  { ...fileSettings, fileId: required('int64'), fileName: 'text' },
  readDone,
)

/** GetFile (2020-05-18). */
export const getFile: Operation<GetFileParams, FoundFile> = legacyOperation<GetFileParams, FoundFile>(
  'GetFile',
  'read',
  { ...workspaceParameters, fileId: 'int64', nodeId: 'int64' },
  result<FoundFile>({
    ...legacyFields,
    file: inside('Data', record({ ...fileFields, deletedStatus: textIn, advancedSettings: textIn })),
    nodeConfiguration: inside('Data', record(configurationFields)),
    downloadLink: within('Data', 'ResourceDownloadLink', named('downloadLink', textIn)),
  }),
)

/** ListFiles (2020-05-18). */
export const listFiles: Operation<ListFilesParams, Page<ListedFile>> = legacyOperation<
  ListFilesParams,
  Page<ListedFile>
>(
  'ListFiles',
  'read',
  {
    ...workspaceParameters,
    fileFolderPath: 'text',
    keyword: 'text',
    exactFileName: 'text',
    fileTypes: 'text',
    fileIdIn: 'text',
    nodeId: 'int64',
    owner: 'text',
    lastEditUser: 'text',
    useType: 'text',
    needContent: 'boolean',
    needAbsoluteFolderPath: 'boolean',
    ...pageParameters,
  },
  pageOf('Files', { ...fileFields, absoluteFolderPath: textIn }, 'Data'),
)

/** DeleteFile (2020-05-18). */
export const deleteFile: Operation<FileParams, DeletedFile> = legacyOperation<FileParams, DeletedFile>(
  'DeleteFile',
  'delete',
  { ...workspaceParameters, fileId: required('int64') },
  result<DeletedFile>({ ...legacyFields, deploymentId: named('DeploymentId', textIn) }),
)
