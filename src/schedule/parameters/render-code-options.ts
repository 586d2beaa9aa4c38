/**
 * How the code of a node names its parameters.
 *
 * @example
 * ```ts
 * import { type RenderCodeOptions, renderCode } from 'flowspec/schedule'
 *
 * const shell: RenderCodeOptions = { style: 'shell' }
 * process.stdout.write(renderCode('echo $1', { 1: '20260228' }, shell))
 * ```
 */
export interface RenderCodeOptions {
  /**
   * `sql`: `${name}`, and `@@{name}` of SQL components. `shell`: `$1`, `$2` … by position, named so in the values.
   * `pyodps`: `args['name']`. When left out: `sql`.
   */
  readonly style?: 'sql' | 'shell' | 'pyodps' | undefined
}
