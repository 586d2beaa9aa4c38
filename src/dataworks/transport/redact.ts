/** Shorter secrets than this are test data; hiding them would make holes in ordinary words. */
const shortest = 6

/** Makes a function that replaces secrets in text, plain or percent-encoded, by asterisks. */
export function redactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.flatMap((secret) =>
    secret === undefined || secret.length < shortest ? [] : [secret, encodeURIComponent(secret)],
  )
  return (text) => known.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
}
