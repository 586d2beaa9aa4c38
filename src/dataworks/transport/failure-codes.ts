/** System and fetch error codes which show that no connection came about, so that the request was not sent. */
const notConnected: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether an error code shows that the server's certificate was refused; nothing was sent then either. */
function isCertificateFault(code: string): boolean {
  return /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)
}

/** What a failed connection's error code says of the request. */
export interface FailureMeaning {
  readonly delivered: boolean
  readonly transient: boolean
}

/** Reads an error code of the system or of fetch; an unknown one is taken to have happened after sending. */
export function meaningOfCode(code: string): FailureMeaning {
  if (isCertificateFault(code)) return { delivered: false, transient: false }
  return { delivered: !notConnected.has(code), transient: code !== 'ENOTFOUND' }
}
