/** Shorter secrets than this are test data; hiding them would make holes in ordinary words. */
const shortest = 6

/** Makes a function that replaces secrets in text by asterisks. */
export function redactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= shortest)
  return (text) => known.reduce<string>((rest, secret) => rest.replaceAll(secret ?? '', '***'), text)
}
