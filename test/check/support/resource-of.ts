/** A resource of the document, whose path ends with its name. */
export function resourceOf(name: string, type: string): object {
  return {
    name,
    type,
    script: { path: `resources/${name}`, runtime: { command: `ODPS_${type.toUpperCase()}` } },
    file: { path: `/resources/${name}`, storage: { type: 'local' } },
  }
}
