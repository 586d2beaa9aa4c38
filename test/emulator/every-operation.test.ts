import { readFileSync } from 'node:fs'
import { createClient } from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wireName } from '../../src/dataworks/operations/operation.ts'
import { stringifyJson } from '../../src/document/json/exact-json.ts'
import { type CalledOperation, operationTables } from '../dataworks/support/operation-tables.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { faultsOfShape, type Shape } from './support/answer-shape.ts'
import { at } from './support/call.ts'
import { everyOperation } from './support/every-operation.ts'
import { callOfficially } from './support/official-client.ts'
import type { Step } from './support/script/step.ts'

const tables = new Map((await operationTables()).map((table) => [`${table.version}/${table.action}`, table] as const))

function tableOf({ version, action }: Step): CalledOperation {
  const table = tables.get(`${version}/${action}`)
  if (table === undefined) throw new Error(`the client has no ${version}/${action}`)
  return table
}

/** A value as a user of the official client has to write it: fields with a capital letter, lists and objects as JSON. */
function onTheWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onTheWire)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [wireName(name), onTheWire(field)]))
}

type Plain = string | number | boolean

/** Lists that travel as words with commas between them, and not as JSON. */
function isWordList(table: CalledOperation, name: string): boolean {
  const type = table.parameters[name]
  return typeof type === 'object' && 'words' in type
}

function plain(value: unknown): Plain {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain ? value : (stringifyJson(onTheWire(value)) ?? '')
}

interface Played {
  readonly step: Step
  readonly params: Readonly<Record<string, unknown>>
  readonly answer: unknown
}

/** Plays the script with the official client. */
async function play(emulator: Emulator): Promise<readonly Played[]> {
  const kept = new Map<string, string>()
  const played: Played[] = []
  for (const step of everyOperation) {
    const params = step.params((name) => kept.get(name) ?? `nothing is kept as ${name}`)
    const table = tableOf(step)
    const { method, inQuery = [] } = table
    const sent = Object.entries(params).map(
      ([name, value]) => [name, wireName(name), isWordList(table, name) ? String(value) : plain(value)] as const,
    )
    const part = (wanted: boolean) =>
      Object.fromEntries(
        sent
          .filter(([name]) => (method === 'GET' || inQuery.includes(name)) === wanted)
          .map(([, wire, text]) => [wire, text]),
      )
    const operation = [step.version, method, step.action] as const
    const { body: answer } = await callOfficially(
      emulator,
      operation,
      { query: part(true), body: part(false) },
      emulator.credentials,
      {},
      'string',
    )
    for (const [name, path] of Object.entries(step.keep)) kept.set(name, String(at(answer, ...path)))
    played.push({ step, params, answer })
  }
  return played
}

let official: Emulator
let typed: Emulator
let played: readonly Played[] = []
beforeAll(async () => {
  official = await startEmulator()
  typed = await startEmulator()
  played = await play(official)
})
afterAll(async () => {
  await official.stop()
  await typed.stop()
})

describe('every operation', () => {
  test('succeeds when the official client calls it', () => {
    const refused = official.requests.filter(({ status, code }) => status !== 200 || code !== undefined)
    expect(refused).toEqual([])
    expect(new Set(played.map(({ step }) => `${step.version}/${step.action}`))).toEqual(new Set(tables.keys()))
  })

  test('is called by the typed client with the very same parameters', async () => {
    const { url, credentials } = typed
    const client = createClient({ endpoint: url, credentials })
    for (const { step, params } of played) {
      const { action, version } = step
      const name = action.charAt(0).toLowerCase() + action.slice(1)
      const method: unknown = Reflect.get(client, name)
      if (typeof method !== 'function') throw new Error(`the client has no ${name}()`)
      await method(params, version === tables.get(`${version}/${action}`)?.version ? {} : { version })
    }
    const callsOf = ({ requests }: Emulator) =>
      requests.map(({ action, version, method, parameters, status }) => ({
        action,
        version,
        method,
        parameters,
        status,
      }))
    expect(callsOf(typed)).toEqual(callsOf(official))
  })

  // The answers of the official clients' own documentation, in the folder of references.
  test.skipIf(sharedFolder === undefined)('answers what is documented and nothing else', () => {
    const reference: Readonly<Record<string, { response: Shape }>> = JSON.parse(
      readFileSync(sharedFile('reference/openapi-operations.json'), 'utf8'),
    )
    const faults = played.flatMap(({ step, answer }) => {
      const name = `${step.version}/${step.action}`
      return faultsOfShape(answer, reference[name]?.response ?? '').map((fault) => `${name} ${fault}`)
    })
    expect(faults).toEqual([])
  })
})
