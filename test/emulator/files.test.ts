import { createClient, type DataWorksClient, isDataWorksError } from 'flowspec/dataworks'
import { type EmulatorOptions, startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const projectId = 20000
const engine = 'Business_process/retail/MaxCompute'

/** A client of an emulator whose legacy workspace has a business process. */
async function start(options: EmulatorOptions = {}): Promise<{ client: DataWorksClient; businessId: string }> {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.stop())
  const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
  const { businessId } = await client.createBusiness({ projectId, businessName: 'retail' })
  return { client, businessId }
}

async function made(client: DataWorksClient, more: object = {}): Promise<string> {
  const { id } = await client.createFile({ projectId, fileName: 'load', fileType: 10, fileFolderPath: engine, ...more })
  return id ?? ''
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isDataWorksError(error)) throw error
  return error.code
}

async function deployed(client: DataWorksClient, deploymentId: string | undefined): Promise<number | undefined> {
  for (;;) {
    const { status } = await client.getDeployment({ projectId, deploymentId: deploymentId ?? '' })
    if (status !== 0) return status
  }
}

describe('a file', () => {
  test('is read back with what it was told, and with what nobody told it', async () => {
    const { client, businessId } = await start()
    const fileId = await made(client, {
      content: 'select 1;',
      cronExpress: '00 02 00 * * ?',
      paraValue: 'a=1',
      inputList: 'dw_legacy_root,dw_legacy.ods',
      outputList: 'dw_legacy.load',
      autoRerunTimes: 3,
      stop: true,
      inputParameters: '[{"ParameterName":"p","ValueSource":"dw_legacy.ods:v"}]',
    })
    expect(await client.getFile({ projectId, fileId })).toMatchObject({
      file: {
        fileId,
        fileName: 'load',
        fileType: 10,
        businessId,
        content: 'select 1;',
        commitStatus: 0,
        currentVersion: 0,
      },
      nodeConfiguration: {
        cronExpress: '00 02 00 * * ?',
        paraValue: 'a=1',
        autoRerunTimes: 3,
        stop: true,
        rerunMode: 'ALL_ALLOWED',
        schedulerType: 'NORMAL',
        inputList: [{ input: 'dw_legacy_root' }, { input: 'dw_legacy.ods' }],
        outputList: [{ output: 'dw_legacy.load' }],
        inputParameters: [{ parameterName: 'p', valueSource: 'dw_legacy.ods:v' }],
      },
    })
  })

  // The documentation: at least one value has to differ.
  test('is updated by what differs, and refused when nothing does', async () => {
    const { client } = await start()
    const fileId = await made(client, { content: 'select 1;', paraValue: 'a=1' })
    expect(await client.updateFile({ projectId, fileId, content: 'select 2;' })).toMatchObject({ success: true })
    expect(await client.getFile({ projectId, fileId })).toMatchObject({
      file: { content: 'select 2;' },
      nodeConfiguration: { paraValue: 'a=1' },
    })
    expect(await codeOf(client.updateFile({ projectId, fileId, content: 'select 2;' }))).toBe('9990030003')
  })

  test.each([
    ['a folder that is not there', { fileFolderPath: `${engine}/none` }, '1201111431'],
    ['a business process that is not there', { fileFolderPath: 'Business_process/none/MaxCompute' }, '1201111431'],
    ['a folder of another root', { fileFolderPath: 'folder/retail' }, '1201111431'],
    ['a name that is taken', { fileName: 'taken' }, '9990030003'],
    ['too many reruns', { autoRerunTimes: 11 }, 'InvalidAutoRerunTimes'],
    ['too long between reruns', { autoRerunIntervalMillis: 1_800_001 }, 'InvalidAutoRerunIntervalMillis'],
    ['a mode that is none', { rerunMode: 'ALWAYS' }, 'InvalidRerunMode'],
    ['parameters that are no JSON', { inputParameters: '[' }, 'InvalidInputParameters'],
    ['a workspace of the new Data Studio', { projectId: 10000 }, '1201111431'],
  ])('is refused with %s', async (_, more, code) => {
    const { client } = await start()
    await made(client, { fileName: 'taken' })
    expect(await codeOf(made(client, more))).toBe(code)
  })

  test('is put into a folder that is made for it, in either language of the root', async () => {
    const { client } = await start()
    await made(client, { fileFolderPath: '业务流程/retail/MaxCompute/a/b', createFolderIfNotExists: true })
    const folder = await client.getFolder({ projectId, folderPath: `${engine}/a/b` })
    const files = await client.listFiles({ projectId, fileFolderPath: `${engine}/a`, needAbsoluteFolderPath: true })
    expect(files.items).toMatchObject([{ fileName: 'load', fileFolderId: folder.folderId }])
  })

  test('is found by what a list asks for', async () => {
    const { client } = await start()
    const load = await made(client, { content: 'select 1;' })
    const shell = await made(client, { fileName: 'Shell', fileType: 6, owner: '8' })
    const found = async (filter: object) =>
      (await client.listFiles({ projectId, ...filter })).items.map((file) => file.fileId)
    expect(await found({ fileTypes: '6' })).toEqual([shell])
    expect(await found({ keyword: 'SHE' })).toEqual([shell])
    expect(await found({ exactFileName: 'shell' })).toEqual([])
    expect(await found({ owner: '8' })).toEqual([shell])
    expect(await found({ fileIdIn: `${load},5` })).toEqual([load])
    expect(await found({ useType: 'MANUAL_BIZ' })).toEqual([])
    const contents = (needContent: boolean) => client.listFiles({ projectId, needContent, fileTypes: '10' })
    expect((await contents(true)).items[0]?.content).toBe('select 1;')
    expect((await contents(false)).items[0]?.content).toBeUndefined()
    const many = Array.from({ length: 51 }, (_, index) => index).join(',')
    expect(await codeOf(client.listFiles({ projectId, fileIdIn: many }))).toBe('InvalidFileIdIn')
  })
})

describe('the release of a file', () => {
  test('makes a version and a node; what is changed after that is not submitted', async () => {
    const { client } = await start()
    const fileId = await made(client, { content: 'select 1;' })
    expect(await codeOf(client.deployFile({ projectId, fileId }))).toBe('9990030003')
    const { id } = await client.submitFile({ projectId, fileId, comment: 'first' })
    expect(await deployed(client, id)).toBe(1)
    const { file } = await client.getFile({ projectId, fileId })
    expect(file).toMatchObject({ commitStatus: 1, currentVersion: 1, nodeId: expect.stringMatching(/^\d+$/) })
    expect((await client.getFile({ projectId, nodeId: file.nodeId })).file.fileId).toBe(fileId)
    await client.updateFile({ projectId, fileId, content: 'select 2;' })
    expect((await client.getFile({ projectId, fileId })).file.commitStatus).toBe(0)
    const version = await client.getFileVersion({ projectId, fileId, fileVersion: 1 })
    expect(version).toMatchObject({ fileContent: 'select 1;', comment: 'first' })
  })

  test('goes through development in standard mode', async () => {
    const { client } = await start({
      projects: [{ id: projectId, identifier: 'dw_legacy', edition: 'legacy', mode: 'standard' }],
    })
    const fileId = await made(client)
    const inProduction = async () => (await client.getFileVersion({ projectId, fileId, fileVersion: 1 })).isCurrentProd
    await deployed(client, (await client.submitFile({ projectId, fileId })).id)
    expect(await inProduction()).toBe(false)
    await deployed(client, (await client.deployFile({ projectId, fileId })).id)
    expect(await inProduction()).toBe(true)
    const listed = await client.listDeployments({ projectId, status: 1 })
    expect(listed.items).toHaveLength(2)
  })

  test('keeps a file until its deletion is deployed', async () => {
    const { client } = await start()
    const [draft, released] = [await made(client), await made(client, { fileName: 'released' })]
    await deployed(client, (await client.submitFile({ projectId, fileId: released })).id)
    expect((await client.deleteFile({ projectId, fileId: draft })).deploymentId).toBeUndefined()
    const { deploymentId } = await client.deleteFile({ projectId, fileId: released })
    expect(await deployed(client, deploymentId)).toBe(1)
    expect((await client.listFiles({ projectId })).items).toEqual([])
  })
})

describe('folders and business processes', () => {
  test('are renamed with what is in them, and deleted when they are empty', async () => {
    const { client, businessId } = await start()
    const folder = await client.createFolder({ projectId, folderPath: `${engine}/a` })
    const folderId = folder.id ?? ''
    const fileId = await made(client, { fileFolderPath: `${engine}/a` })
    expect(await codeOf(client.createFolder({ projectId, folderPath: `${engine}/a` }))).toBe('9990030003')
    await client.updateFolder({ projectId, folderId, folderName: 'b' })
    await client.updateBusiness({ projectId, businessId, businessName: 'sales' })
    const path = 'Business_process/sales/MaxCompute'
    expect((await client.getFolder({ projectId, folderId })).folderPath).toBe(`${path}/b`)
    const names: string[] = []
    for await (const one of client.eachFolder({ projectId, parentFolderPath: path })) names.push(one.folderPath)
    expect(names).toEqual([`${path}/b`])
    expect(await codeOf(client.deleteFolder({ projectId, folderId }))).toBe('9990030003')
    expect(await codeOf(client.deleteBusiness({ projectId, businessId }))).toBe('9990030003')
    await client.deleteFile({ projectId, fileId })
    await client.deleteFolder({ projectId, folderId })
    await client.deleteBusiness({ projectId, businessId })
    expect((await client.listBusiness({ projectId, pageNumber: 1, pageSize: 10 })).items).toEqual([])
  })

  test.each(['2020-05-18', '2024-05-18'] as const)('are read in version %s', async (version) => {
    const { client, businessId } = await start()
    expect(await client.getBusiness({ projectId, businessId }, { version })).toMatchObject({ businessName: 'retail' })
    const all: string[] = []
    for await (const one of client.eachBusiness({ projectId }, { version })) all.push(one.businessId)
    expect(all).toEqual([businessId])
  })
})
