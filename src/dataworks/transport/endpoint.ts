import { isIPv4 } from 'node:net'
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

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true
  return isIPv4(hostname) && hostname.startsWith('127.')
}

/** The text without what may be secret: a password in front of the host, a query behind it. */
function shown(endpoint: string): string {
  const [address] = endpoint.slice(endpoint.lastIndexOf('@') + 1).split(/[?#]/)
  return showValue(address)
}

/** Says what keeps an address from being an endpoint. */
function faultOf(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password'
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return 'must be a host alone, without path or query'
  if (url.protocol === 'https:') return undefined
  if (url.protocol !== 'http:') return `must be an https address, not ${url.protocol.slice(0, -1)}`
  return isLoopback(url.hostname)
    ? undefined
    : 'must be https: only an address of this machine (127.0.0.0/8, ::1, localhost) may be plain http'
}

/**
 * Reads the address of the service: a host (`dataworks.cn-shanghai.aliyuncs.com`, https is meant) or an origin
 * (`https://…`, and `http://127.0.0.1:8080` for a server on this machine).
 *
 * @throws TypeError when it is neither, and for plain http to any other machine
 */
export function parseEndpoint(endpoint: string): URL {
  if (typeof endpoint !== 'string')
    throw new TypeError(`endpoint ${showValue(endpoint)} is not a host name or an https address`)
  const text = endpoint.includes('://') ? endpoint : `https://${endpoint}`
  if (/\s/.test(endpoint) || !URL.canParse(text)) {
    throw new TypeError(`endpoint ${shown(endpoint)} is not a host name or an https address`)
  }
  const url = new URL(text)
  const fault = faultOf(url)
  if (fault !== undefined) throw new TypeError(`endpoint ${shown(endpoint)} ${fault}`)
  return url
}
