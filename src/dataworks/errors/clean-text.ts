const longest = 2000

/** The service may quote the headers of a request it refuses, and one of them is the token itself. */
const quotedToken = /(x-acs-security-token["']?[:=] ?["']?)[^\s"',;&]+/gi

/** Text of the service, made fit for an error: one line, not endless, without secrets. */
export function cleanText(text: string, redact: (text: string) => string): string {
  // All of it before it is cut: half a secret would no longer be found.
  const oneLine = redact(text)
    .replaceAll(quotedToken, '$1***')
    .slice(0, 2 * longest)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
  return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine
}
