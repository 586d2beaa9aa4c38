import { flagIn, numberIn, textIn } from '../answer.ts'
import { type Id, type Operation, required } from '../operation.ts'
import {
  type Fields,
  inside,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  result,
  type WithMore,
} from '../result.ts'
import {
  type LegacyAnswer,
  type LegacyWorkspace,
  legacyFields,
  legacyOperation,
  workspaceParameters,
} from './legacy-operation.ts'

/** The parameters of ListFileVersions. */
export interface ListFileVersionsParams extends LegacyWorkspace, PageParams {
  readonly fileId: Id
}

/** The parameters of GetFileVersion. */
export interface GetFileVersionParams extends LegacyWorkspace {
  readonly fileId: Id
  readonly fileVersion: number
}

/** A version of a file. */
export interface FileVersion extends WithMore {
  readonly fileName: string | undefined
  readonly fileVersion: number | undefined
  readonly changeType: string | undefined
  readonly comment: string | undefined
  readonly status: string | undefined
  readonly useType: string | undefined
  readonly nodeId: string | undefined
  readonly isCurrentProd: boolean | undefined
  readonly fileContent: string | undefined
  readonly filePropertyContent: string | undefined
  readonly nodeContent: string | undefined
  readonly commitUser: string | undefined
  /** In milliseconds since 1970. */
  readonly commitTime: number | undefined
}

/** The answer of GetFileVersion. */
export interface FoundFileVersion extends FileVersion, LegacyAnswer {}

const versionFields: Fields<FileVersion> = {
  fileName: textIn,
  fileVersion: numberIn,
  changeType: textIn,
  comment: textIn,
  status: textIn,
  useType: textIn,
  nodeId: textIn,
  isCurrentProd: flagIn,
  fileContent: textIn,
  filePropertyContent: textIn,
  nodeContent: textIn,
  commitUser: textIn,
  commitTime: numberIn,
}

/** ListFileVersions (2020-05-18). */
export const listFileVersions: Operation<ListFileVersionsParams, Page<FileVersion>> = legacyOperation<
  ListFileVersionsParams,
  Page<FileVersion>
>(
  'ListFileVersions',
  'read',
  { ...workspaceParameters, fileId: required('int64'), ...pageParameters },
  pageOf('FileVersions', versionFields, 'Data'),
)

/** GetFileVersion (2020-05-18). */
export const getFileVersion: Operation<GetFileVersionParams, FoundFileVersion> = legacyOperation<
  GetFileVersionParams,
  FoundFileVersion
>(
  'GetFileVersion',
  'read',
  { ...workspaceParameters, fileId: required('int64'), fileVersion: required('number') },
  result<FoundFileVersion>({
    ...legacyFields,
    fileName: inside('Data', textIn),
    fileVersion: inside('Data', numberIn),
    changeType: inside('Data', textIn),
    comment: inside('Data', textIn),
    status: inside('Data', textIn),
    useType: inside('Data', textIn),
    nodeId: inside('Data', textIn),
    isCurrentProd: inside('Data', flagIn),
    fileContent: inside('Data', textIn),
    filePropertyContent: inside('Data', textIn),
    nodeContent: inside('Data', textIn),
    commitUser: inside('Data', textIn),
    commitTime: inside('Data', numberIn),
  }),
)
