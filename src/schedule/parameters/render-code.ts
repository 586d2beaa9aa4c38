import type { RenderCodeOptions } from './render-code-options.ts'
import { renderShell } from './render-shell.ts'

const bracedName = /(?:\$|@@)\{([^{}]*)\}/g
const pythonArgument = /\bargs\[(?:'([^'\]\n]*)'|"([^"\]\n]*)")\]/g

/**
 * Fills the values of its parameters into the code of a node, to see or to test what an instance runs. A name without a
 * value stays as it is, and nothing is filled in twice. In shell code, what the shell does not expand stays as well: text
 * in single quotes, comments, and a `$` after a backslash.
 *
 * @param code - the code as written
 * @param values - the values by name, as `evaluateParameters` gives them
 * @param options - how the code names its parameters
 *
 * @example
 * ```ts
 * import { evaluateParameters, renderCode, runs } from 'flowspec/schedule'
 *
 * for (const run of runs({ cron: '00 02 00 * * ?' }, { from: '2026-03-01T00:00:00+08:00', count: 1 })) {
 *   const values = evaluateParameters({ bizdate: '$bizdate' }, run)
 *   process.stdout.write(renderCode("select * from orders where ds = '${bizdate}'", values))
 * }
 * ```
 */
export function renderCode(
  code: string,
  values: Readonly<Record<string, string>>,
  options: RenderCodeOptions = {},
): string {
  const valueNamed = (name: string): string | undefined => (Object.hasOwn(values, name) ? values[name] : undefined)
  switch (options.style) {
    case 'shell':
      return renderShell(code, (written, name) => valueNamed(name) ?? written)
    case 'pyodps':
      return code.replaceAll(pythonArgument, (written, single, double) => {
        const value = valueNamed(single ?? double)
        return value === undefined ? written : pythonText(value)
      })
    default:
      return code.replaceAll(bracedName, (written, name) => valueNamed(name) ?? written)
  }
}

/** A text as Python writes it; every escape of JSON is one of Python too. */
function pythonText(value: string): string {
  return JSON.stringify(value)
}
