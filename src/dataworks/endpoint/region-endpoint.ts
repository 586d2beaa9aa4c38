import { centralRegions } from './known-regions.ts'

const central: ReadonlySet<string> = new Set(centralRegions)
const longestRegion = 63

function isRegion(region: string): boolean {
  return region.length <= longestRegion && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(region)
}

/**
 * The public host of the service in a region: `dataworks.<region>.aliyuncs.com`, by the list of endpoints in the
 * DataWorks API reference. A few regions have no host of their own and are served by `dataworks.aliyuncs.com`.
 *
 * A machine inside a VPC reaches the service at `dataworks-vpc.<region>.aliyuncs.com`; give that as the endpoint.
 *
 * @throws TypeError when the text cannot be a region's id
 *
 * @example
 * ```ts
 * import { regionEndpoint } from 'flowspec/dataworks'
 *
 * const host = regionEndpoint('cn-shanghai') // dataworks.cn-shanghai.aliyuncs.com
 * ```
 */
export function regionEndpoint(region: string): string {
  if (!isRegion(region)) {
    throw new TypeError(`region ${JSON.stringify(region)} is not a region id such as "cn-shanghai" or "ap-southeast-1"`)
  }
  return central.has(region) ? 'dataworks.aliyuncs.com' : `dataworks.${region}.aliyuncs.com`
}
