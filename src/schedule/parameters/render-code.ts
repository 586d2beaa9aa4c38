import { checkArgument, checkSettings, oneOf, type SettingKindsOf, text, texts } from '../../diagnostics/arguments.ts'

const renderKinds: SettingKindsOf<RenderCodeOptions> = { style: /* @__PURE__ */ oneOf('sql', 'shell', 'pyodps') }

const bracedName = /(?:\$|@@)\{([^{}]*)\}/g
const pythonArgument = /\bargs(?:\[(?:'([^'\]\n]*)'|"([^"\]\n]*)")\]|\.get\((?:'([^'\n]*)'|"([^"\n]*)")\))/g

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
  checkArgument('renderCode', 'code', code, text)
  checkArgument('renderCode', 'values', values, texts)
  checkSettings('renderCode', 'options', options, renderKinds)
  const valueNamed = (name: string): string | undefined => (Object.hasOwn(values, name) ? values[name] : undefined)
  switch (options.style) {
    case 'shell':
      return renderShell(code, (written, place) => valueNamed(nameAt(place, values)) ?? written)
    case 'pyodps':
      return code.replaceAll(pythonArgument, (written: string, ...names: (string | undefined)[]) => {
        const [single, double, got, gotDouble] = names
        const value = valueNamed(single ?? double ?? got ?? gotDouble ?? '')
        return value === undefined ? written : pythonText(value)
      })
    default:
      return code.replaceAll(bracedName, (written, name) => valueNamed(name) ?? written)
  }
}

/** The name of the value at a place: the number itself where a value is called so, else that of the value in that place. */
function nameAt(place: string, values: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(values, place)) return place
  const name = Object.keys(values)[Number(place) - 1] ?? place
  // Names with a dot are variables of a workflow or workspace, which have no place.
  return /^\d+$|\./.test(name) ? place : name
}

/** A text as Python writes it; every escape of JSON is one of Python too. */
function pythonText(value: string): string {
  return JSON.stringify(value)
}

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
   * `sql`: `${name}`, and `@@{name}` of SQL components. `shell`: `$1`, `$2`, `${10}` … of shell nodes: the value called so,
   * or else the one in that place. `pyodps`: `args['name']` and `args.get('name')`. When left out: `sql`.
   */
  readonly style?: 'sql' | 'shell' | 'pyodps' | undefined
}

/** Gives the text that stands for a parameter, by its name; the name as written when it has no value. */
type Fill = (written: string, name: string) => string

const parameter = /^\$(?:([1-9])|\{([1-9]\d{0,3})\})/

/**
 * Fills positional parameters into shell code where the shell would: not in single quotes, not in comments, and not
 * after a backslash.
 */
function renderShell(code: string, fill: Fill): string {
  const rendered: string[] = []
  let isQuoted = false
  for (let position = 0; position < code.length; ) {
    const piece = pieceAt(code, position, isQuoted)
    if (piece === '"') isQuoted = !isQuoted
    const match = parameter.exec(piece)
    rendered.push(match === null ? piece : fill(piece, match[1] ?? match[2] ?? ''))
    position += piece.length
  }
  return rendered.join('')
}

/** What the shell reads as one from a position on: a parameter, a quoted text, a comment, or one character. */
function pieceAt(code: string, position: number, isQuoted: boolean): string {
  const character = code.charAt(position)
  if (character === '\\') return code.slice(position, position + 2)
  if (character === '$') return parameter.exec(code.slice(position, position + 8))?.[0] ?? character
  if (isQuoted) return character
  if (character === "'") return until(code, position, "'")
  const isComment = character === '#' && (position === 0 || /\s/.test(code.charAt(position - 1)))
  return isComment ? until(code, position, '\n') : character
}

/** The text up to an end, which belongs to it; to the end of the code when there is none. */
function until(code: string, position: number, end: string): string {
  const found = code.indexOf(end, position + 1)
  return code.slice(position, found === -1 ? code.length : found + 1)
}
