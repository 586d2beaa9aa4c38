import { encodeRfc3986 } from './encode-rfc3986.ts'

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Writes parameters as `name=value&…`, strictly encoded and sorted by their encoded name: the form the service signs a
 * query in. A form body is sent in the same spelling.
 */
export function encodePairs(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([name, value]): readonly [string, string] => [encodeRfc3986(name), encodeRfc3986(value)])
    .sort(([left], [right]) => compare(left, right))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}
