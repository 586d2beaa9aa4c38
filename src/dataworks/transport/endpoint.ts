import { isIPv4 } from 'node:net'
import { showValue } from '../../diagnostics/show-value.ts'

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
