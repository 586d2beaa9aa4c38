import { createClient, type DataWorksClient } from '../dataworks/client/data-works-client.ts'
import type { EnvironmentSettings } from './environment-settings.ts'

/** A client for the region or endpoint of an environment. */
export function clientOf({ region, endpoint, credentials }: EnvironmentSettings): DataWorksClient {
  return endpoint === undefined
    ? createClient({ region: region ?? '', credentials })
    : createClient({ endpoint, credentials })
}
