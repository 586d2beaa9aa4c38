/** The text that a segment of a JSON Pointer stands for. */
export function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Adds one segment to a JSON Pointer (RFC 6901), escaping `~` and `/`. */
export function joinPointer(pointer: string, segment: string | number): string {
  if (typeof segment === 'number') return `${pointer}/${segment}`
  return `${pointer}/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
