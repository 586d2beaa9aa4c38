import { numberIn, textIn } from '../answer.ts'
import { type Id, type Operation, required } from '../operation.ts'
import { type Page, pageOf, type WithMore } from '../result.ts'
import {
  type LegacyAnswer,
  type LegacyCreated,
  type LegacyWorkspace,
  legacyOperation,
  legacyVersion,
  readCreated,
  readDone,
  workspaceParameters,
} from './legacy-operation.ts'

/** The parameters of CreateResourceFile. */
export interface CreateResourceFileParams {
  /** The workspace; its name does not do here. */
  readonly projectId: Id
  readonly fileName: string
  /** 12: Python. 13: Jar. 14: archive. 15: file. */
  readonly fileType: number
  readonly fileFolderPath: string
  readonly originResourceName: string
  /** Whether it is uploaded to the compute engine too. */
  readonly registerToCalcEngine: boolean
  readonly fileDescription?: string | undefined
  readonly content?: string | undefined
  readonly owner?: string | undefined
  /** Where the service gets the file from. */
  readonly resourceFile?: string | undefined
  readonly storageURL?: string | undefined
  readonly uploadMode?: boolean | undefined
}

/** CreateResourceFile (2020-05-18). */
export const createResourceFile: Operation<CreateResourceFileParams, LegacyCreated> = {
  action: 'CreateResourceFile',
  version: legacyVersion,
  method: 'POST',
  effect: 'create',
  parameters: {
    projectId: required('workspace'),
    fileName: required('text'),
    fileType: required('number'),
    fileFolderPath: required('text'),
    originResourceName: required('text'),
    registerToCalcEngine: required('boolean'),
    fileDescription: 'text',
    content: 'text',
    owner: 'text',
    resourceFile: 'text',
    storageURL: 'text',
    uploadMode: 'boolean',
  },
  read: readCreated,
}

/** What a function of the old Data Studio is told. */
export interface UdfSettings extends LegacyWorkspace {
  readonly className: string
  /** Such as `MATH`, `STRING` or `OTHER`. */
  readonly functionType: string
  /** The names of the resources that hold its code, with commas between them. */
  readonly resources: string
  readonly fileFolderPath?: string | undefined
  readonly cmdDescription?: string | undefined
  readonly udfDescription?: string | undefined
  readonly parameterDescription?: string | undefined
  readonly returnValue?: string | undefined
  readonly example?: string | undefined
}

/** The parameters of CreateUdfFile. In version 2024-05-18 `fileFolderPath` has to be given. */
export interface CreateUdfFileParams extends UdfSettings {
  readonly fileName: string
  readonly createFolderIfNotExists?: boolean | undefined
}

/** The parameters of UpdateUdfFile. */
export interface UpdateUdfFileParams extends UdfSettings {
  readonly fileId: Id
}

const udfSettings = {
  ...workspaceParameters,
  className: required('text'),
  functionType: required('text'),
  resources: required('text'),
  fileFolderPath: 'text',
  cmdDescription: 'text',
  udfDescription: 'text',
  parameterDescription: 'text',
  returnValue: 'text',
  example: 'text',
} as const

/** CreateUdfFile (2020-05-18). */
export const createUdfFile: Operation<CreateUdfFileParams, LegacyCreated> = legacyOperation<
  CreateUdfFileParams,
  LegacyCreated
>(
  'CreateUdfFile',
  'create',
  { ...udfSettings, fileName: required('text'), createFolderIfNotExists: 'boolean' },
  readCreated,
)

/** UpdateUdfFile (2020-05-18). */
export const updateUdfFile: Operation<UpdateUdfFileParams, LegacyAnswer> = legacyOperation<
  UpdateUdfFileParams,
  LegacyAnswer
>('UpdateUdfFile', 'replace', { ...udfSettings, fileId: required('id') }, readDone)

/** The parameters of ListFileType. */
export interface ListFileTypeParams extends LegacyWorkspace {
  /** Which page, counted from 1. */
  readonly pageNumber: number
  /** How many items a page has, up to 100. */
  readonly pageSize: number
  /** Part of the name. */
  readonly keyword?: string | undefined
  /** Such as `en-US`. */
  readonly locale?: string | undefined
}

/** A type of file. */
export interface FileType extends WithMore {
  /** What `fileType` names it by. */
  readonly nodeType: number | undefined
  readonly nodeTypeName: string | undefined
}

/** ListFileType (2020-05-18). */
export const listFileType: Operation<ListFileTypeParams, Page<FileType>> = legacyOperation<
  ListFileTypeParams,
  Page<FileType>
>(
  'ListFileType',
  'read',
  {
    ...workspaceParameters,
    pageNumber: required('count'),
    pageSize: required('count'),
    keyword: 'text',
    locale: 'text',
  },
  pageOf('NodeTypeInfo', { nodeType: numberIn, nodeTypeName: textIn }, 'NodeTypeInfoList'),
)
