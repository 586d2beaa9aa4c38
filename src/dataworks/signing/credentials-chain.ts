import { isRecord } from '../../document/json/records.ts'
import { silentCause } from '../errors/transport-error.ts'
import type { CredentialsClient } from './credentials.ts'
import { credentialsError } from './credentials-fault.ts'

/** An optional peer dependency: its name stands in a variable so that no bundler takes it along or misses it. */
const packageName: string = '@alicloud/credentials'

async function importPackage(): Promise<unknown> {
  return await import(/* webpackIgnore: true */ /* @vite-ignore */ packageName)
}

type MakeClient = new () => object

function isClass(value: unknown): value is MakeClient {
  return typeof value === 'function'
}

/** A CommonJS module, whose default export stands one deeper where Node imports it. */
function clientClassOf(loaded: unknown): MakeClient | undefined {
  const outer: unknown = Object(loaded).default
  if (isClass(outer)) return outer
  const inner: unknown = Object(outer).default
  return isClass(inner) ? inner : undefined
}

function isCredentialsClient(value: object): value is CredentialsClient {
  return typeof Reflect.get(value, 'getCredential') === 'function'
}

async function makeClient(load: () => Promise<unknown>): Promise<CredentialsClient> {
  let loaded: unknown
  try {
    loaded = await load()
  } catch (error) {
    throw credentialsError({
      message: 'the package @alicloud/credentials, which knows the whole chain, cannot be loaded',
      code: 'CredentialsPackageMissing',
      hint: 'Install it: npm install @alicloud/credentials',
      cause: silentCause(error),
    })
  }
  const Client = clientClassOf(loaded)
  const client = Client === undefined ? undefined : new Client()
  if (client !== undefined && isCredentialsClient(client)) return client
  throw credentialsError({
    message: 'this version of @alicloud/credentials is not known: its client has no getCredential()',
    code: 'CredentialsPackageMissing',
    hint: 'Install version 2.4: npm install @alicloud/credentials@^2.4',
  })
}

/** The same as {@link credentialsChain} over another way to load the package. */
export function chainOf(load: () => Promise<unknown>): CredentialsClient {
  let client: Promise<CredentialsClient> | undefined
  return {
    async getCredential() {
      client ??= makeClient(load)
      try {
        const credential = await (await client).getCredential()
        return isRecord(credential) ? credential : { ...Object(credential) }
      } catch (error) {
        // After a failure a client stays with the last source of its chain, so the next request makes a new one.
        client = undefined
        throw error
      }
    },
  }
}

/**
 * Takes credentials from the whole chain of Alibaba Cloud's own package `@alicloud/credentials`, which has to be installed
 * beside this one (version 2.4) and is loaded with the first request: the environment, OpenID Connect, profiles of the
 * command line and of `~/.alibabacloud/credentials`, the role of an ECS instance, and an address that gives credentials.
 * It refreshes temporary ones itself, 15 minutes before they expire.
 *
 * On a machine without any, the chain asks the metadata service of ECS at last, which takes seconds; set
 * `ALIBABA_CLOUD_ECS_METADATA_DISABLED=true` where there is none. A profile of mode `External` runs a program.
 *
 * For a client of the package with settings of its own, give `createClient` that client.
 *
 * @example
 * ```ts
 * import { createClient, credentialsChain } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai', credentials: credentialsChain() })
 * ```
 */
export function credentialsChain(): CredentialsClient {
  return Object.freeze(chainOf(importPackage))
}
