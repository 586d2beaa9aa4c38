import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, call } from './support/call.ts'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator({ owner: '77' })
})
afterEach(() => emulator.stop())

describe.each(['2020-05-18', '2024-05-18'])('business processes in version %s', (version) => {
  const create = (parameters: Readonly<Record<string, string | number>>) =>
    call(emulator, `${version}/CreateBusiness`, parameters)

  test('are created by id or name of the workspace, with defaults, and in the envelope', async () => {
    const first = await create({ ProjectId: 20000, BusinessName: 'a' })
    expect(first).toEqual({
      status: 200,
      body: { RequestId: expect.any(String), HttpStatusCode: 200, Success: true, BusinessId: expect.any(Number) },
    })
    const both = {
      ProjectId: 20000,
      ProjectIdentifier: 'dw_legacy',
      Owner: '8',
      Description: 'd',
      UseType: 'MANUAL_BIZ',
    }
    await create({ ...both, BusinessName: 'b' })
    await create({ ProjectIdentifier: 'dw_legacy', BusinessName: 'c', UseType: 'NORMAL' })
    expect(emulator.projects[1]?.businesses).toMatchObject([
      { name: 'a', description: '', owner: '77', useType: 'NORMAL' },
      { name: 'b', description: 'd', owner: '8', useType: 'MANUAL_BIZ' },
      { name: 'c', useType: 'NORMAL' },
    ])
  })

  test.each([
    [{ BusinessName: 'a' }, 'MissingProjectId'],
    [{ ProjectId: 20000 }, 'MissingBusinessName'],
    [{ ProjectId: 20000, BusinessName: 'a', UseType: 'normal' }, 'InvalidUseType'],
    [{ ProjectId: 'x', BusinessName: 'a' }, 'InvalidProjectId'],
    [{ ProjectId: 20000, ProjectIdentifier: 'dw_project', BusinessName: 'a' }, 'InvalidProjectIdentifier'],
  ])('are refused by the gateway with %o', async (parameters, code) => {
    const { status, body } = await create(parameters)
    expect({ status, code: at(body, 'Code') }).toEqual({ status: 400, code })
  })

  test.each([
    ['a name that is taken', { ProjectId: 20000, BusinessName: 'taken' }, '9990030003'],
    ['a workspace that does not exist', { ProjectId: 1, BusinessName: 'a' }, '1101080008'],
    ['a name of no workspace', { ProjectIdentifier: 'nobody', BusinessName: 'a' }, '1101080008'],
    ['a workspace with the new Data Studio', { ProjectId: 10000, BusinessName: 'a' }, '1201111431'],
  ])('are refused in the envelope, with HTTP 200, for %s', async (_, parameters, ErrorCode) => {
    await create({ ProjectId: 20000, BusinessName: 'taken' })
    expect(await create(parameters)).toEqual({
      status: 200,
      body: {
        RequestId: expect.any(String),
        HttpStatusCode: 400,
        Success: false,
        ErrorCode,
        ErrorMessage: expect.any(String),
      },
    })
    expect(emulator.requests.at(-1)).toMatchObject({ action: 'CreateBusiness', status: 200, code: ErrorCode })
    expect(emulator.projects[1]?.businesses).toHaveLength(1)
  })

  test('are read and listed', async () => {
    const created = await create({ ProjectId: 20000, BusinessName: 'Orders daily' })
    await create({ ProjectId: 20000, BusinessName: 'other' })
    const BusinessId = Number(at(created.body, 'BusinessId'))
    const get = async (id: number) =>
      (await call(emulator, `${version}/GetBusiness`, { ProjectId: 20000, BusinessId: id })).body
    const item = { BusinessId, BusinessName: 'Orders daily', Description: '', Owner: '77', UseType: 'NORMAL' }
    expect(await get(BusinessId)).toMatchObject({ Success: true, Data: { ...item, ProjectId: '20000' } })
    expect(await get(1)).toMatchObject({ Success: false, ErrorCode: '5801488441564725318' })

    const list = async (parameters: Readonly<Record<string, string | number>>) =>
      (await call(emulator, `${version}/ListBusiness`, { ProjectId: 20000, ...parameters })).body
    expect(await list({ PageNumber: 1, PageSize: 10, Keyword: 'orders' })).toMatchObject({
      Success: true,
      Data: { TotalCount: 1, PageNumber: 1, PageSize: 10, Business: [{ ...item, ProjectId: 20000 }] },
    })
    expect(await list({ PageNumber: 2, PageSize: 1 })).toMatchObject({
      Data: { TotalCount: 2, Business: [{ BusinessName: 'other' }] },
    })
    expect(await list({ PageNumber: 1 })).toMatchObject({ Code: 'MissingPageSize' })
  })
})
