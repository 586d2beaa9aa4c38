import { fields, list, oneOf, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord } from '../../document/json/records.ts'
import { writeJson } from '../../document/write-json.ts'
import type { Answer } from '../operations/answer.ts'
import { encodePlain, type ValueFault } from '../operations/encoding/encode-plain.ts'
import { dataStudioVersion, type Effect } from '../operations/operation.ts'
import type { CallOptions } from './client-options.ts'
import { requireArgument, requireSettings, signalKind } from './given-arguments.ts'
import type { PreparedCall } from './prepared-call.ts'

/** Parameters of a call by their names on the wire. Objects and lists travel as JSON text. */
export type RawParams = Readonly<Record<string, string | number | bigint | boolean | object | undefined>>

/** What a generic call has to be told of its operation. */
export interface RawCallOptions extends CallOptions {
  /** The version of the API; `2024-05-18` when left out. */
  readonly version?: string | undefined
  /** `POST` when left out. */
  readonly method?: 'GET' | 'POST' | undefined
  /** Names of parameters that go into the query of a `POST`; its others go into the form. A `GET` has a query only. */
  readonly query?: readonly string[] | undefined
  /** What repeating the call does; for a `GET` `read` when left out, else `create`, which is never repeated blindly. */
  readonly effect?: Effect | undefined
}

const rawKinds: SettingKindsOf<RawCallOptions> = {
  version: text,
  method: /* @__PURE__ */ oneOf('GET', 'POST'),
  query: list,
  effect: /* @__PURE__ */ oneOf('change', 'create', 'delete', 'read', 'replace'),
  signal: signalKind,
}

function encodeAny(value: unknown): string | ValueFault {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && !Number.isInteger(value) && Number.isFinite(value)) return String(value)
  if (isRecord(value) || Array.isArray(value)) return writeJson(value, { indent: 0 })
  return value === '' ? '' : encodePlain('id', value)
}

function faultsOfNames(action: string, version: string): string[] {
  const faults: string[] = []
  if (!/^[A-Za-z][A-Za-z0-9]{0,99}$/.test(action)) faults.push('the action is not the name of an operation')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(version)) faults.push('the version is not a date such as "2024-05-18"')
  return faults
}

/**
 * Prepares a call of any operation, described by its caller.
 *
 * @throws TypeError that names every parameter which cannot be sent
 */
export function rawCall(action: string, params: RawParams, options: RawCallOptions): PreparedCall<Answer> {
  requireArgument('call', 'action', action, text)
  requireArgument('call', 'params', params, fields)
  requireSettings('call', 'options', options, rawKinds)
  const { version = dataStudioVersion, method = 'POST', effect = method === 'GET' ? 'read' : 'create' } = options
  const faults = faultsOfNames(action, version)
  const inQuery = new Set(options.query)
  const query: Record<string, string> = {}
  const form: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue
    const encoded = encodeAny(value)
    if (typeof encoded !== 'string') faults.push(`${name} ${encoded.fault}`)
    else (method === 'GET' || inQuery.has(name) ? query : form)[name] = encoded
  }
  if (faults.length > 0) throw new TypeError(`call: ${showValue(action)}: ${faults.join('; ')}`)
  return { action, version, method, effect, parameters: { query, form }, read: (answer) => answer }
}
