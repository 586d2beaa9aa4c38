const longest = 2000

/**
 * Values with the names of secrets. The service may quote the headers of a request it refuses, one of which is the token
 * itself, and sources of credentials what they could not read.
 */
const namedSecret = /((?:access_?key_?secret|security[_-]?token|signature)["']?[:=] ?["']?)[^\s"',;&}]+/gi

function unchanged(text: string): string {
  return text
}

/** Text of the service, made fit for an error: one line, not endless, without secrets. */
export function cleanText(text: string, redact: (text: string) => string = unchanged): string {
  // All of it before it is cut: half a secret would no longer be found.
  const oneLine = redact(text)
    .replaceAll(namedSecret, '$1***')
    .slice(0, 2 * longest)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
  return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine
}

const mostShown = 20

/** Several things in an error, the first ones of many. */
export function enumerate(texts: readonly string[], between = ', '): string {
  const rest = texts.length - mostShown
  return [...texts.slice(0, mostShown), ...(rest > 0 ? [`and ${rest} more`] : [])].join(between)
}

/** Shorter secrets than this are test data; hiding them would make holes in ordinary words. */
const shortest = 6

/** Makes a function that replaces secrets in text, plain or percent-encoded, by asterisks. */
export function redactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.flatMap((secret) =>
    secret === undefined || secret.length < shortest ? [] : [secret, encodeURIComponent(secret)],
  )
  return (text) => known.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
}
