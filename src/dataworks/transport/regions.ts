import { didYouMean, isMisspelling } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'

/** Regions with a host of their own, as the official clients and the documentation list them. */
const regionalHosts = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-5',
  'ap-southeast-7',
  'cn-beijing',
  'cn-beijing-finance-1',
  'cn-chengdu',
  'cn-hangzhou',
  'cn-hongkong',
  'cn-north-2-gov-1',
  'cn-shanghai',
  'cn-shanghai-finance-1',
  'cn-shenzhen',
  'cn-shenzhen-finance-1',
  'cn-wulanchabu',
  'cn-zhangjiakou',
  'eu-central-1',
  'eu-west-1',
  'me-central-1',
  'me-east-1',
  'us-east-1',
  'us-west-1',
] as const

/** Regions that the central host serves, by the official clients. */
const centralRegions = ['ap-south-1', 'ap-southeast-2', 'cn-hangzhou-finance', 'cn-huhehaote', 'cn-qingdao'] as const

/** A region known to this library; other names are taken too. */
export type KnownRegion = (typeof regionalHosts)[number] | (typeof centralRegions)[number]

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
  if (typeof region !== 'string' || !isRegion(region)) {
    throw new TypeError(
      `regionEndpoint: region ${showValue(region)} is not a region id such as "cn-shanghai" or "ap-southeast-1"`,
    )
  }
  return central.has(region) ? 'dataworks.aliyuncs.com' : `dataworks.${region}.aliyuncs.com`
}

const known: readonly string[] = [...regionalHosts, ...centralRegions]
const inParts = (region: string): string => region.replaceAll('-', '_')

/**
 * The known region that another name is a slip of. There are new regions in time, so another number or another part of the
 * world is no slip.
 */
export function nearRegion(region: string): string | undefined {
  if (known.includes(region)) return undefined
  const meant = known.filter((one) => isMisspelling(inParts(region), inParts(one)))
  return didYouMean(region, meant) ?? meant[0]
}

/** The region in the host of the service, the public one or that inside of a VPC. */
export function regionOfHost(host: string): string | undefined {
  return /^dataworks(?:-vpc)?\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(host)?.[1]
}
