import { old, type Step, step } from './step.ts'

const workspace = { projectId: 20000 }
const engine = 'Business_process/retail/MaxCompute'
const file = (kept: (name: string) => string) => ({ ...workspace, fileId: kept('file') })
const udfSettings = { ...workspace, className: 'com.example.ToCents', functionType: 'MATH', resources: 'udf.jar' }

/** Workspaces of the old Data Studio. */
export const legacy: readonly Step[] = [
  old('CreateBusiness', () => ({ projectIdentifier: 'dw_legacy', businessName: 'retail', useType: 'NORMAL' }), {
    business: ['BusinessId'],
  }),
  old('GetBusiness', (kept) => ({ ...workspace, businessId: kept('business') })),
  old('ListBusiness', () => ({ ...workspace, pageNumber: 1, pageSize: 10, keyword: 'ret' })),
  old('UpdateBusiness', (kept) => ({ ...workspace, businessId: kept('business'), description: 'd' })),
  old('EstablishRelationTableToBusiness', (kept) => ({
    ...workspace,
    businessId: kept('business'),
    tableGuid: 'odps.p.t',
  })),
  old('CreateFolder', () => ({ ...workspace, folderPath: `${engine}/daily` }), { folder: ['Data'] }),
  old('GetFolder', (kept) => ({ ...workspace, folderId: kept('folder') })),
  old('UpdateFolder', (kept) => ({ ...workspace, folderId: kept('folder'), folderName: 'nightly' })),
  old('ListFolders', () => ({ ...workspace, parentFolderPath: engine, pageNumber: 1, pageSize: 10 })),
  old(
    'CreateFile',
    () => ({
      ...workspace,
      fileName: 'load',
      fileType: 10,
      fileFolderPath: `${engine}/nightly`,
      content: 'select 1;',
      cronExpress: '00 02 00 * * ?',
      cycleType: 'DAY',
      startEffectDate: 0,
      autoRerunTimes: 3,
      stop: false,
      inputList: 'dw_legacy_root',
      outputList: 'dw_legacy.load',
      paraValue: 'a=1 b=2',
      outputParameters: '[{"ParameterName":"o","Type":"1","Value":"v","Description":"d"}]',
    }),
    { file: ['Data'] },
  ),
  old('UpdateFile', (kept) => ({ ...file(kept), content: 'select 2;', inputList: 'dw_legacy_root' })),
  old('ListFiles', () => ({ ...workspace, fileTypes: '10,6', needContent: true, needAbsoluteFolderPath: true })),
  old('SubmitFile', (kept) => ({ ...file(kept), comment: 'first' }), { submission: ['Data'] }),
  old('GetDeployment', (kept) => ({ ...workspace, deploymentId: kept('submission') })),
  old('GetDeployment', (kept) => ({ ...workspace, deploymentId: kept('submission') })),
  old('DeployFile', file, { deployment: ['Data'] }),
  step('GetDeploymentPackage', (kept) => ({ ...workspace, deploymentId: kept('deployment') })),
  old('ListDeployments', () => ({ ...workspace, keyword: 'load', pageSize: 10 })),
  step('ListDeploymentPackages', () => ({ ...workspace, status: 1 })),
  old('GetFile', file),
  old('ListFileVersions', file),
  old('GetFileVersion', (kept) => ({ ...file(kept), fileVersion: 1 })),
  old('CreateResourceFile', () => ({
    projectId: 20000,
    fileName: 'udf.jar',
    fileType: 13,
    fileFolderPath: engine,
    originResourceName: 'udf.jar',
    registerToCalcEngine: true,
  })),
  old('CreateUdfFile', () => ({ ...udfSettings, fileName: 'to_cents', fileFolderPath: engine }), { udf: ['Data'] }),
  old('UpdateUdfFile', (kept) => ({ ...udfSettings, fileId: kept('udf'), example: 'to_cents(1)' })),
  old('ListFileType', () => ({ ...workspace, pageNumber: 1, pageSize: 100, keyword: 'sql' })),
  old('DeleteFile', file),
  old('CreateBusiness', () => ({ ...workspace, businessName: 'empty' }), { empty: ['BusinessId'] }),
  old('CreateFolder', () => ({ ...workspace, folderPath: 'Business_process/empty/MaxCompute/f' }), { gone: ['Data'] }),
  old('DeleteFolder', (kept) => ({ ...workspace, folderId: kept('gone') })),
  old('DeleteBusiness', (kept) => ({ ...workspace, businessId: kept('empty') })),
]
