import openapi, { Config, OpenApiRequest, Params } from '@alicloud/openapi-client'
import { RuntimeOptions } from '@alicloud/tea-util'
import type { Emulator } from 'flowspec/testing'
import { expect } from 'vitest'
import { parseJson } from '../../../src/document/json/exact-json.ts'

/** The class stands under `default` where Node imports the CommonJS module, and is the default itself elsewhere. */
const Client: typeof openapi.default = 'default' in openapi ? openapi.default : openapi

/** Both timeouts are set: the official client lets the shorter of the two end an exchange. */
const timeouts = { readTimeout: 20_000, connectTimeout: 20_000 }

/** What the generic call of the official client resolves to. */
export interface GenericResponse {
  readonly statusCode: number
  readonly body: Record<string, unknown>
}

type Parameters = Readonly<Record<string, string | number | boolean>>

/** Where parameters go: those of a GET into the query, those of a POST into the body, unless that is said. */
function placed(
  method: 'GET' | 'POST',
  parameters: Parameters | { readonly query: Parameters; readonly body: Parameters },
): { readonly query: Parameters; readonly body?: Parameters } {
  const { query, body } = parameters
  if (typeof query === 'object' && typeof body === 'object') {
    return Object.keys(body).length === 0 ? { query } : { query, body }
  }
  const plain = Object.fromEntries(Object.entries(parameters).filter(([, value]) => typeof value !== 'object'))
  return method === 'GET' ? { query: plain } : { query: {}, body: plain }
}

/** Calls an operation as a user of the official client would. Both kinds of parameters go where their method wants them. */
export async function callOfficially(
  emulator: Emulator,
  [version, method, action]: readonly [version: string, method: 'GET' | 'POST', action: string],
  parameters: Parameters | { readonly query: Parameters; readonly body: Parameters },
  credentials: { accessKeyId: string; accessKeySecret: string; securityToken?: string } = emulator.credentials,
  headers: Record<string, string> = {},
  bodyType: 'json' | 'string' = 'json',
): Promise<GenericResponse> {
  const endpoint = new URL(emulator.url).host
  const client = new Client(new Config({ ...credentials, endpoint, protocol: 'HTTP', ...timeouts }))
  const { statusCode, body } = await client.callApi(
    new Params({
      action,
      version,
      method,
      protocol: 'HTTP',
      pathname: '/',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType,
    }),
    new OpenApiRequest({ headers, ...placed(method, parameters) }),
    new RuntimeOptions(timeouts),
  )
  // As text, the answer keeps every digit of a number; as JSON the official client has it parsed.
  const answer: unknown = bodyType === 'string' ? parseJson(String(body)) : body
  expect(answer).toBeTypeOf('object')
  return { statusCode, body: { ...Object(answer) } }
}

/** What the generic call of the official client throws: an Error with these fields. */
export interface GenericError {
  readonly code: unknown
  readonly statusCode: unknown
  readonly message: string
  readonly data: unknown
}

/** The error that a call ends with; a call that is accepted fails the test. */
export async function refusalOf(call: Promise<unknown>): Promise<GenericError> {
  const error = await call.then(
    () => expect.fail('the call was accepted'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error)) throw error
  const fields = new Map<string, unknown>(Object.entries(error))
  return {
    message: error.message,
    code: fields.get('code'),
    statusCode: fields.get('statusCode'),
    data: fields.get('data'),
  }
}
