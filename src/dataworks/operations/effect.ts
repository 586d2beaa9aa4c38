/**
 * What an operation does to the service, which decides whether repeating it is harmless:
 *
 * - `read`: nothing
 * - `replace`: the same thing however often it is called, such as an import with every id given
 * - `create`: something more each time; it is never repeated after a failure that may have come late
 */
export type Effect = 'create' | 'read' | 'replace'
