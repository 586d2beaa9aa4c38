const reserved: Readonly<Record<string, string>> = { '!': '%21', "'": '%27', '(': '%28', ')': '%29', '*': '%2A' }

/**
 * Percent-encodes text as RFC 3986 asks: everything but letters, digits and `-._~`, as UTF-8.
 *
 * `encodeURIComponent` leaves five characters more as they are, and the service signs them encoded.
 *
 * @throws URIError when the text holds half of a surrogate pair, which has no UTF-8 form.
 */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => reserved[character] ?? character)
}
