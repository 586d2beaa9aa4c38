import { inspect } from 'node:util'
import {
  createClient,
  type DataWorksClient,
  deploy,
  fetchTransport,
  isDataWorksError,
  plan,
  submit,
} from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { expect, onTestFinished, test } from 'vitest'
import { base, ods, options, orders, start } from './support/emulated.ts'

type Fetch = typeof globalThis.fetch

const secret = 'temporary-secret-of-no-one'
const securityToken = 'token-of-no-one/with+signs=='

/** Everything a value could get into a log as. */
function printed(value: unknown): string {
  const texts = value instanceof Error ? [value.stack, String(value), printed(value.cause)] : []
  return [...texts, JSON.stringify(value), inspect(value, { depth: 12, showHidden: true, getters: true })].join('\n')
}

function headersOf(init: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(init?.headers))
}

// What stands in the way and quotes the request: proxies, gateways, and networks that fail.
const interferences: readonly (readonly [
  string,
  (headers: string, real: () => Promise<Response>) => Promise<Response>,
])[] = [
  ['a refusal that quotes the headers', async (said) => Response.json({ Code: 'X', Message: said }, { status: 400 })],
  ['a failure that quotes them', async (said) => Response.json({ Code: said, Message: said }, { status: 500 })],
  ['a page that quotes them', async (said) => new Response(`<html>${said}</html>`, { status: 502 })],
  ['a success that is none', async (said) => new Response(said)],
  ['an envelope', async (said) => Response.json({ Success: false, ErrorCode: 'Y', ErrorMessage: said })],
  ['an id of the request', async (said) => Response.json({ Code: 'X', RequestId: said }, { status: 403 })],
  ['a network', async (said) => Promise.reject(Object.assign(new TypeError(`fetch failed: ${said}`), { sent: said }))],
  [
    'an answer that is lost',
    async (said, real) => {
      await real()
      throw new Error(said)
    },
  ],
  ['throttling', async (said) => Response.json({ Code: 'Throttling.User', Message: said }, { status: 429 })],
]

type Interfere = (typeof interferences)[number][1]

/** What came out of runs, and the signatures that were sent in them. */
interface Seen {
  readonly outputs: unknown[]
  readonly signatures: Set<string>
}

/** Lets something interfere with one request, and notes each signature. */
function interfering({ signatures }: Seen, interfere: Interfere, struck: number): Fetch {
  let count = 0
  return async (url, init) => {
    const headers = headersOf(init)
    signatures.add(/Signature=(\w+)/.exec(headers['authorization'] ?? '')?.[1] ?? '')
    const said = Object.entries(headers).map(([name, value]) => `${name}:${value}`)
    count += 1
    const real = () => globalThis.fetch(url, init)
    return count === struck ? await interfere(said.join(' '), real) : await real()
  }
}

/** Submits, plans and deploys; the number of what failed. */
async function run(seen: Seen, interfere: Interfere, struck: number): Promise<number> {
  const credentials = { accessKeyId: 'STS.TESTKEYID', accessKeySecret: secret, securityToken }
  const emulator = await startEmulator({ credentials })
  onTestFinished(() => emulator.stop())
  const fetch = interfering(seen, interfere, struck)
  const transport = fetchTransport({ endpoint: emulator.url, credentials, fetch })
  const client: DataWorksClient = createClient({ transport, retry: { attempts: 1, baseDelay: 1 } })
  const note = (event: unknown) => seen.outputs.push(event)
  const steps = [
    () => submit(client, orders, { ...options, onProgress: note }),
    () => plan(client, base.nodes(start, ods), { projectId: 10000 }),
    () => deploy(client, orders, { projectId: 10000, adopt: true, wait: { interval: 1 }, onProgress: note }),
  ]
  let errors = 0
  for (const step of steps) {
    const outcome: unknown = await step().catch((error: unknown) => error)
    if (outcome instanceof Error && !isDataWorksError(outcome)) throw outcome
    if (outcome instanceof Error) errors += 1
    seen.outputs.push(outcome)
  }
  seen.outputs.push(client, client.budget(), transport, emulator.requests, emulator.jobs)
  return errors
}

test('neither secret, token nor signature is in anything that a run gives, prints or fails with', async () => {
  const seen: Seen = { outputs: [], signatures: new Set() }
  let errors = 0
  for (const [, interfere] of interferences) {
    for (const struck of [1, 2, 4, 6]) errors += await run(seen, interfere, struck)
  }
  const { outputs, signatures } = seen
  expect(errors).toBeGreaterThan(interferences.length * 3)
  expect(signatures.size).toBeGreaterThan(200)
  const text = outputs.map(printed).join('\n')
  for (const one of [secret, securityToken, encodeURIComponent(securityToken)]) expect(text.includes(one)).toBe(false)
  expect([...signatures].filter((signature) => text.includes(signature))).toEqual([])
  process.stdout.write(`${outputs.length} outputs and ${errors} errors of runs hold no secret, token or signature\n`)
}, 120_000)
