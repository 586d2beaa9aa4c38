/** The address of a file, from a path of any system or from an address; only what an address cannot hold is changed. */
export function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/').replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  if (/^[A-Za-z][\w+.-]+:/.test(path)) return encodeURI(path).replaceAll('%25', '%')
  const encoded = encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded}`
  if (path.startsWith('//')) return `file:${encoded}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}
