import { DataWorksError } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import type { Reply } from './support/loopback-server.ts'
import { clientOf } from './support/test-client.ts'

const business = { projectId: 10000, businessName: 'retail' }
const once = { retry: { attempts: 1 } }

// The table of errors on the page of CreateBusiness, and what follows for the caller of a create.
const createBusinessErrors = [
  [403, 'Forbidden.Access', 'edition-required', false, false],
  [429, 'Throttling.Api', 'throttled', true, false],
  [429, 'Throttling.System', 'throttled', true, false],
  [429, 'Throttling.User', 'throttled', true, false],
  [429, 'Throttling.Api.Risk', 'quota-exceeded', true, false],
  [500, 'InternalError.System', 'service-fault', false, true],
  [500, 'InternalError.UserId.Missing', 'service-fault', false, true],
] as const

describe('CreateBusiness answers', () => {
  test.each(createBusinessErrors)(
    '%i %s: %s, retryable %s, ambiguous %s',
    async (status, code, kind, retryable, ambiguous) => {
      const message = `the message of ${code}`
      const { client } = await clientOf([{ status, body: { Code: code, Message: message, RequestId: 'R-1' } }], once)
      const error = await caught(client.createBusiness(business))
      expect(error).toMatchObject({ action: 'CreateBusiness', kind, code, retryable, ambiguous, httpStatus: status })
      expect(error).toMatchObject({ requestId: 'R-1', reason: message })
      expect(error.hint).toMatch(/\w/)
      expect(error.message).toContain(`CreateBusiness failed: ${message} (code ${code}, HTTP ${status}, request R-1)`)
    },
  )

  test.each(createBusinessErrors)(
    '%i %s in the envelope of a 200 just the same',
    async (status, code, kind, retryable, ambiguous) => {
      const body = { Success: false, ErrorCode: code, ErrorMessage: 'm', HttpStatusCode: status, RequestId: 'R-2' }
      const { client, server } = await clientOf([{ body }], once)
      const error = await caught(client.createBusiness(business))
      expect(error).toMatchObject({ kind, code, retryable, ambiguous, httpStatus: 200, requestId: 'R-2', reason: 'm' })
      expect(server.requests).toHaveLength(1)
    },
  )

  test('a fault of the service in an envelope without a status is ambiguous all the same', async () => {
    const { client } = await clientOf([{ body: { Success: false, ErrorCode: 'InternalError.System' } }])
    expect(await caught(client.createBusiness(business))).toMatchObject({
      kind: 'service-fault',
      retryable: false,
      ambiguous: true,
    })
  })

  test('Success as the text "false" is an error too', async () => {
    const { client } = await clientOf([{ body: { Success: 'false', ErrorCode: 'X' } }])
    expect(await caught(client.createBusiness(business))).toMatchObject({ code: 'X', kind: 'unknown' })
  })
})

describe('a code is typed', () => {
  test.each([
    [400, 'InvalidTimeStamp.Expired', 'clock-skew'],
    [400, 'SignatureDoesNotMatch', 'signature-rejected'],
    [400, 'SignatureNonceUsed', 'signature-rejected'],
    [400, 'IncompleteSignature', 'signature-rejected'],
    [404, 'InvalidAccessKeyId.NotFound', 'credentials-rejected'],
    [400, 'InvalidAccessKeyId.Inactive', 'credentials-rejected'],
    [400, 'InvalidSecurityToken.Expired', 'credentials-rejected'],
    [400, 'InvalidSecurityToken.MismatchWithAccessKey', 'credentials-rejected'],
    [403, 'Forbidden.RAM', 'no-permission'],
    [403, 'NoPermission', 'no-permission'],
    [400, 'MissingScene', 'invalid-parameter'],
    [400, 'InvalidPageSize', 'invalid-parameter'],
    [404, 'InvalidAction.NotFound', 'not-found'],
    [404, 'InvalidApi.NotFound', 'not-found'],
    [400, 'Invalid.Tenant.ConnectionNotExists', 'not-found'],
    [400, 'Some.TableNotExists', 'not-found'],
    [400, 'FolderNotExist', 'not-found'],
    [400, 'NotExistsAnyMore', 'unknown'],
    [403, 'Forbidden', 'no-permission'],
    [403, 'Forbidden.Anything', 'no-permission'],
    [400, 'InvalidTimeStamp.Odd', 'clock-skew'],
    [400, 'InvalidAccessKeyId.Odd', 'credentials-rejected'],
    [404, 'Odd.NotFound', 'not-found'],
    [400, '9990010001', 'not-activated'],
    [400, '9990030003', 'invalid-parameter'],
    [400, '1101080008', 'not-found'],
    [400, '5801488441564725318', 'not-found'],
    [400, '5801489541076353033', 'not-found'],
    [400, '0x5083000000000005', 'spec-rejected'],
    [400, '5801488000000000005', 'spec-rejected'],
    [400, '58014884415', 'spec-rejected'],
    [503, 'ServiceUnavailable', 'service-fault'],
    [418, 'Never.Heard.Of', 'unknown'],
    [403, 'Never.Heard.Of', 'no-permission'],
    [404, 'Never.Heard.Of', 'not-found'],
    [500, 'Never.Heard.Of', 'service-fault'],
    [400, 'constructor', 'unknown'],
  ])('%i %s is %s', async (status, code, kind) => {
    const { client } = await clientOf([{ status, body: { Code: code, Message: 'm' } }], once)
    expect(await caught(client.createBusiness(business))).toMatchObject({ kind, code, retryable: false })
  })

  test('even when it is a number too large for JavaScript', async () => {
    const { client } = await clientOf([{ status: 400, body: '{"Code":5801488441564725318,"Message":"m"}' }])
    expect(await caught(client.createBusiness(business))).toMatchObject({
      code: '5801488441564725318',
      kind: 'not-found',
    })
  })

  test('and a name that exists is known by its message', async () => {
    const body = { Code: '9990030003', Message: 'A node with the same name already exists' }
    const { client } = await clientOf([{ status: 400, body }])
    expect(await caught(client.createBusiness(business))).toMatchObject({ kind: 'name-taken' })
  })
})

describe('throttling is seen however it is spelled', () => {
  test.each<[string, Reply]>([
    ['the status alone', { status: 429, body: '' }],
    ['a code at 400', { status: 400, body: { Code: 'Throttling.User' } }],
    ['a bare code at 503', { status: 503, body: { Code: 'Throttling' } }],
    ['Rejected.Throttling', { status: 503, body: { Code: 'Rejected.Throttling' } }],
    ['an unknown kind of it', { status: 400, body: { Code: 'Throttling.Shard.New' } }],
    ['a number with the word as message', { status: 400, body: { Code: '9990020002', Message: 'Throttling.User' } }],
    ['another number with the word', { status: 400, body: { Code: '42', Message: 'Throttling.User' } }],
    ['a 200 envelope', { body: { Success: false, ErrorCode: '9990020002', ErrorMessage: 'x' } }],
  ])('as %s', async (_, reply) => {
    const { client } = await clientOf([reply], once)
    const error = await caught(client.createBusiness(business))
    expect(error).toMatchObject({ kind: 'throttled', retryable: true, ambiguous: false })
  })

  test.each(['no node named Throttling report', 'a failure of Throttling.report'])(
    'and not in a message that only speaks of it: %s',
    async (Message) => {
      const { client } = await clientOf([{ status: 400, body: { Code: '42', Message } }])
      expect(await caught(client.createBusiness(business))).toMatchObject({ kind: 'unknown', retryable: false })
    },
  )
})

describe('an answer that is not JSON keeps its status', () => {
  const html = { 'content-type': 'text/html', 'x-acs-request-id': 'R-3' }

  test.each<[string, Reply, object]>([
    [
      'an error page',
      { status: 502, headers: html, body: '<html>\n<b>Bad Gateway</b>' },
      {
        httpStatus: 502,
        code: 'HTTP502',
        kind: 'service-fault',
        requestId: 'R-3',
        ambiguous: true,
        reason: 'the answer is not JSON: <html> <b>Bad Gateway</b>',
      },
    ],
    ['an empty error', { status: 503, body: '' }, { httpStatus: 503, code: 'HTTP503', reason: 'the answer is empty' }],
    [
      'half a JSON text',
      { status: 400, body: '{"Code":' },
      { httpStatus: 400, code: 'HTTP400', kind: 'unknown', ambiguous: false },
    ],
    ['a JSON text that is no object', { status: 404, body: '[]' }, { httpStatus: 404, kind: 'not-found' }],
    [
      'a redirect',
      { status: 302, headers: { location: '/x' }, body: '' },
      { httpStatus: 302, kind: 'unreadable-answer' },
    ],
    [
      'a success that is HTML',
      { headers: html, body: '<html>' },
      { httpStatus: 200, kind: 'unreadable-answer', ambiguous: true, retryable: false },
    ],
    ['an empty success', { body: '' }, { httpStatus: 200, kind: 'unreadable-answer', ambiguous: true }],
    [
      'a success without the id',
      { body: { RequestId: 'R' } },
      { httpStatus: 200, kind: 'unreadable-answer', ambiguous: true },
    ],
  ])('%s', async (_, reply, expected) => {
    const { client, server } = await clientOf([reply], { retry: { attempts: 4 } })
    const error = await caught(client.createBusiness(business))
    expect(error).toMatchObject(expected)
    expect(server.requests).toHaveLength(1)
  })

  test('and an id of a request that goes on without end is cut', async () => {
    const RequestId = `a\n${'x'.repeat(10_000)}`
    const { client } = await clientOf([{ status: 400, body: { Code: 'X', RequestId } }])
    const { requestId } = await caught(client.createBusiness(business))
    expect(requestId).toMatch(/^a x{1,100}$/)
  })

  test('and shows one line of it at most', async () => {
    const { client } = await clientOf([{ status: 400, body: `<html>\u001b[31m\n${'x'.repeat(10_000)}` }])
    const { reason } = await caught(client.createBusiness(business))
    expect(reason).not.toMatch(/\p{Cc}/u)
    expect(reason.length).toBeLessThan(300)
  })
})

describe('an error', () => {
  test('is neither retryable nor ambiguous unless it says so', () => {
    const error = new DataWorksError({ action: 'X', kind: 'unknown', code: 'C', message: 'm' })
    expect(error).toMatchObject({ retryable: false, ambiguous: false })
    expect(error.message).toBe('X failed: m (code C)')
  })

  test('as JSON says everything but the stack', async () => {
    const body = { Code: 'Forbidden.Access', Message: 'no', RequestId: 'R' }
    const { client } = await clientOf([{ status: 403, body }])
    const error = await caught(client.createBusiness(business))
    const { message } = error
    const expected = {
      name: 'DataWorksError',
      message,
      action: 'CreateBusiness',
      code: 'Forbidden.Access',
      httpStatus: 403,
    }
    expect(JSON.parse(JSON.stringify(error))).toMatchObject(expected)
    expect(JSON.stringify(error)).not.toContain('"stack"')
  })
})
