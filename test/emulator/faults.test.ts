import { type Emulator, type Fault, startEmulator } from 'flowspec/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { at, call, importSpec } from './support/call.ts'
import { dependsOn, document, ids, node, workflow } from './support/documents.ts'
import { sendSigned } from './support/signed-request.ts'

let emulator: Emulator
afterEach(() => emulator.stop())

const form = 'ProjectId=20000&BusinessName=orders'
const createBusiness = () =>
  sendSigned(emulator.url, ['2020-05-18', 'CreateBusiness'], { credentials: emulator.credentials, body: form })
const businesses = () => emulator.projects[1]?.businesses.length

const start = async (...faults: Fault[]) => {
  emulator = await startEmulator({ faults })
}

describe('an error', () => {
  test.each([
    [403, 'Forbidden.Access'],
    [429, 'Throttling.Api'],
    [429, 'Throttling.System'],
    [429, 'Throttling.User'],
    [500, 'InternalError.System'],
    [500, 'InternalError.UserId.Missing'],
  ])('%i %s is answered once, and the call has no effect', async (status, code) => {
    await start({
      action: 'CreateBusiness',
      status,
      code,
      message: 'try later',
      headers: { 'x-acs-retry-after': '1500' },
    })
    const answer = await createBusiness()
    expect(answer).toMatchObject({ status, headers: { 'x-acs-retry-after': '1500' } })
    expect(JSON.parse(answer.text)).toMatchObject({ Code: code, Message: 'try later', RequestId: expect.any(String) })
    expect(businesses()).toBe(0)
    expect((await createBusiness()).status).toBe(200)
    expect(businesses()).toBe(1)
    expect(emulator.requests).toMatchObject([
      { status, code, isFaulty: true },
      { status: 200, code: undefined, isFaulty: false },
    ])
  })

  test('after the call: it has its effect all the same', async () => {
    await start({ action: 'CreateBusiness', status: 500, code: 'InternalError.System', when: 'after' })
    expect((await createBusiness()).status).toBe(500)
    expect(businesses()).toBe(1)
  })

  test('after a call that is refused replaces the refusal', async () => {
    await start({ action: 'CreateBusiness', status: 500, code: 'InternalError.System', when: 'after' })
    const parts = { credentials: emulator.credentials, body: 'ProjectId=20000' }
    const answer = await sendSigned(emulator.url, ['2020-05-18', 'CreateBusiness'], parts)
    expect(JSON.parse(answer.text)).toMatchObject({ Code: 'InternalError.System' })
  })
})

describe('a body', () => {
  test.each<[string, Fault, number, string]>([
    ['HTML', { status: 502, body: '<html>Bad Gateway</html>', contentType: 'text/html' }, 502, 'text/html'],
    ['nothing', { status: 500, body: '' }, 500, 'application/json;charset=utf-8'],
    ['nothing in a 200', { body: '' }, 200, 'application/json;charset=utf-8'],
    ['half of a JSON text', { body: '{"RequestId":' }, 200, 'application/json;charset=utf-8'],
  ])('of %s is answered as it is', async (_, fault, status, contentType) => {
    await start(fault)
    const answer = await createBusiness()
    expect(answer).toMatchObject({ status, headers: { 'content-type': contentType } })
    expect(answer.text).toBe('body' in fault ? fault.body : undefined)
    expect(businesses()).toBe(0)
  })
})

describe('a reset', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s the call leaves %i business processes', async (when, count) => {
    await start({ reset: true, when })
    await expect(createBusiness()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(businesses()).toBe(count)
    expect(emulator.requests).toMatchObject([{ action: 'CreateBusiness', status: undefined, isFaulty: true }])
    expect((await createBusiness()).status).toBe(200)
  })
})

describe('a delay', () => {
  test('holds the answer back, which others overtake', async () => {
    await start({ action: 'CreateBusiness', delay: 1500 })
    const order: string[] = []
    const slow = createBusiness().then(() => order.push('slow'))
    await expect.poll(businesses).toBe(1)
    await call(emulator, 'ListProjects').then(() => order.push('fast'))
    await slow
    expect(order).toEqual(['fast', 'slow'])
  })

  test('ends when the emulator stops', async () => {
    await start({ delay: 2 ** 31 - 1 })
    const waiting = createBusiness()
    await expect.poll(businesses).toBe(1)
    await Promise.all([expect(waiting).rejects.toThrow(), emulator.stop()])
  })
})

describe('lost edges', () => {
  const spec = document([
    workflow('orders', {
      id: ids.workflow,
      nodes: [node('a', { id: ids.first }), node('b', { id: ids.second })],
      dependencies: [dependsOn(ids.second, ids.first)],
    }),
  ])
  const edges = () => emulator.projects[0]?.workflows[0]?.edges.length

  test('are lost by one import, and brought by the next', async () => {
    await start({ loseEdges: true })
    await call(emulator, 'ListProjects')
    expect(await importSpec(emulator, spec)).toMatchObject({ status: 'Success' })
    expect(edges()).toBe(0)
    await importSpec(emulator, spec)
    expect(edges()).toBe(1)
  })

  test('are lost by every import when told so', async () => {
    await start({ loseEdges: true, times: Number.POSITIVE_INFINITY })
    for (let time = 0; time < 3; time += 1) await importSpec(emulator, spec)
    expect(edges()).toBe(0)
  })
})

describe('faults', () => {
  test('wait for their operation, strike in order and as often as told, and can be added', async () => {
    await start(
      { action: 'GetProject', status: 503, code: 'ServiceUnavailable' },
      { action: 'CreateBusiness', status: 429, code: 'Throttling.User', times: 2 },
      { status: 500, code: 'InternalError' },
    )
    emulator.addFault({ action: 'CreateBusiness', status: 403, code: 'Forbidden.Access' })
    const statuses: number[] = []
    for (let time = 0; time < 5; time += 1) statuses.push((await createBusiness()).status)
    expect(statuses).toEqual([429, 429, 500, 403, 200])
    expect(at((await call(emulator, 'GetProject', { Id: 10000 })).body, 'Code')).toBe('ServiceUnavailable')
  })

  test('do not strike a request that is not authentic', async () => {
    await start({ status: 500, code: 'InternalError' })
    const credentials = { accessKeyId: 'nobody', accessKeySecret: 'x' }
    const answer = await sendSigned(emulator.url, ['2020-05-18', 'CreateBusiness'], { credentials, body: form })
    expect(JSON.parse(answer.text)).toMatchObject({ Code: 'InvalidAccessKeyId.NotFound' })
    expect((await createBusiness()).status).toBe(500)
  })
})
