/**
 * A copy of a text that was cut out of another. Engines keep the whole text for the sake of a part of it, so a word that is
 * remembered would keep the document it stands in.
 */
export function unshared(text: string): string {
  return String(JSON.parse(JSON.stringify(text)))
}
