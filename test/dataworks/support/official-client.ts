import { createRequire } from 'node:module'
import type { Credentials, OfficialClient } from 'flowspec/dataworks'

// CommonJS modules, which Node and vitest show to an `import` in different ways.
const load = createRequire(import.meta.url)
/** The official generic client. */
export const openapi: typeof import('@alicloud/openapi-client') = load('@alicloud/openapi-client')
const olderOpenapi: typeof import('openapi-client-0.4.12') = load('openapi-client-0.4.12')
const core: typeof import('@alicloud/openapi-core') = load('@alicloud/openapi-core')
const olderCore: typeof import('openapi-core-1.0.4') = load('openapi-core-1.0.4')

function settings(url: string, { accessKeyId, accessKeySecret, securityToken }: Credentials) {
  const timeouts = { readTimeout: 10_000, connectTimeout: 10_000 }
  return { accessKeyId, accessKeySecret, securityToken, endpoint: new URL(url).host, protocol: 'HTTP', ...timeouts }
}

/** The official client for an address on this machine. */
export function officialClient(url: string, credentials: Credentials): OfficialClient {
  return new openapi.default(new openapi.Config(settings(url, credentials)))
}

/** An official client for an address on this machine. */
export type MakeOfficial = (url: string, credentials: Credentials) => OfficialClient

/** Both bases of the official clients, two versions of each; product SDKs are classes made from one of them. */
export const officialClients: readonly (readonly [name: string, make: MakeOfficial])[] = [
  ['openapi-client 0.4.15', officialClient],
  ['openapi-client 0.4.12', (...given) => new olderOpenapi.default(new olderOpenapi.Config(settings(...given)))],
  ['openapi-core 1.0.8', (...given) => new core.default(new core.$OpenApiUtil.Config(settings(...given)))],
  ['openapi-core 1.0.4', (...given) => new olderCore.default(new olderCore.$OpenApiUtil.Config(settings(...given)))],
]
