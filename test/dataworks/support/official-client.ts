import { createRequire } from 'node:module'
import type { Credentials, OfficialClient } from 'flowspec/dataworks'

/** The official generic client; a CommonJS module, which Node and vitest show to an `import` in different ways. */
export const openapi: typeof import('@alicloud/openapi-client') = createRequire(import.meta.url)(
  '@alicloud/openapi-client',
)

/** The official client for an address on this machine. */
export function officialClient(url: string, credentials: Credentials): OfficialClient {
  const { accessKeyId, accessKeySecret, securityToken } = credentials
  const timeouts = { readTimeout: 10_000, connectTimeout: 10_000 }
  const endpoint = new URL(url).host
  return new openapi.default(
    new openapi.Config({ accessKeyId, accessKeySecret, securityToken, endpoint, protocol: 'HTTP', ...timeouts }),
  )
}
