import type { Id, ParameterTable } from '../operation.ts'
import { type LegacyWorkspace, workspaceParameters } from './legacy-operation.ts'

/** What a file of the old Data Studio, which is a node, can be told. */
export interface FileSettings extends LegacyWorkspace {
  /** Such as `Business_process/retail/MaxCompute/Data_development`. */
  readonly fileFolderPath?: string | undefined
  readonly fileDescription?: string | undefined
  /** The code. */
  readonly content?: string | undefined
  /** The account id of the owner. */
  readonly owner?: string | undefined
  /** The name of the data source. */
  readonly connectionName?: string | undefined
  /** The scheduling parameters, such as `a=x b=y`. */
  readonly paraValue?: string | undefined
  readonly schedulerType?: 'MANUAL' | 'NORMAL' | 'PAUSE' | 'SKIP' | undefined
  readonly cycleType?: 'DAY' | 'NOT_DAY' | undefined
  readonly cronExpress?: string | undefined
  /** In milliseconds since 1970. */
  readonly startEffectDate?: number | undefined
  /** In milliseconds since 1970. */
  readonly endEffectDate?: number | undefined
  readonly rerunMode?: 'ALL_ALLOWED' | 'ALL_DENIED' | 'FAILURE_ALLOWED' | undefined
  /** 10 at most. */
  readonly autoRerunTimes?: number | undefined
  /** 1,800,000 at most. */
  readonly autoRerunIntervalMillis?: number | undefined
  readonly dependentType?:
    | 'CHILD'
    | 'CHILD_AND_SELF'
    | 'NONE'
    | 'SELF'
    | 'USER_DEFINE'
    | 'USER_DEFINE_AND_SELF'
    | undefined
  /** Ids of nodes with commas between them. */
  readonly dependentNodeIdList?: string | undefined
  /** Outputs of other nodes with commas between them. */
  readonly inputList?: string | undefined
  /** Its outputs with commas between them. */
  readonly outputList?: string | undefined
  /** JSON text. */
  readonly inputParameters?: string | undefined
  /** JSON text. */
  readonly outputParameters?: string | undefined
  readonly resourceGroupIdentifier?: string | undefined
  readonly stop?: boolean | undefined
  readonly autoParsing?: boolean | undefined
  readonly applyScheduleImmediately?: boolean | undefined
  readonly startImmediately?: boolean | undefined
  readonly ignoreParentSkipRunningProperty?: boolean | undefined
  readonly imageId?: string | undefined
  readonly timeout?: number | undefined
  /** JSON text. */
  readonly advancedSettings?: string | undefined
}

/** How the settings of a file are written. */
export const fileSettings: ParameterTable<FileSettings> = {
  ...workspaceParameters,
  fileFolderPath: 'text',
  fileDescription: 'text',
  content: 'text',
  owner: 'text',
  connectionName: 'text',
  paraValue: 'text',
  schedulerType: 'text',
  cycleType: 'text',
  cronExpress: 'text',
  startEffectDate: 'number',
  endEffectDate: 'number',
  rerunMode: 'text',
  autoRerunTimes: 'number',
  autoRerunIntervalMillis: 'number',
  dependentType: 'text',
  dependentNodeIdList: 'text',
  inputList: 'text',
  outputList: 'text',
  inputParameters: 'text',
  outputParameters: 'text',
  resourceGroupIdentifier: 'text',
  stop: 'boolean',
  autoParsing: 'boolean',
  applyScheduleImmediately: 'boolean',
  startImmediately: 'boolean',
  ignoreParentSkipRunningProperty: 'boolean',
  imageId: 'text',
  timeout: 'number',
  advancedSettings: 'text',
}

/** The parameters of CreateFile. */
export interface CreateFileParams extends FileSettings {
  readonly fileName: string
  /** A number, such as 10 for MaxCompute SQL, 6 for shell and 99 for a virtual node. */
  readonly fileType: number
  readonly createFolderIfNotExists?: boolean | undefined
  /** Deprecated by the service: give `resourceGroupIdentifier`. */
  readonly resourceGroupId?: Id | undefined
}

/** The parameters of UpdateFile. At least one value has to be another than before. */
export interface UpdateFileParams extends FileSettings {
  readonly fileId: Id
  readonly fileName?: string | undefined
}
