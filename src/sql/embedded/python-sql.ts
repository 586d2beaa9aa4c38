import type { EmbeddedSql } from './embedded-code.ts'
import { type PythonPiece, pythonPieces } from './python-pieces.ts'

/** The methods of PyODPS that run SQL. Source: its documentation of the entry object. */
const calls: ReadonlySet<string> = new Set([
  ...['execute_sql', 'run_sql', 'execute_sql_interactive', 'run_sql_interactive', 'execute_sql_cost'],
])

/** What the first argument of these is called. */
const argumentNames: ReadonlySet<string> = new Set(['sql', 'query'])

const opening: ReadonlySet<string> = new Set(['(', '[', '{'])
const closing: ReadonlySet<string> = new Set([')', ']', '}'])

function isSign(piece: PythonPiece | undefined, text: string): boolean {
  return piece?.kind === 'sign' && piece.text === text
}

/** Where the value of an argument begins that is the SQL; undefined for another argument. */
function valueStart(pieces: readonly PythonPiece[], at: number, isFirst: boolean): number | undefined {
  const piece = pieces[at]
  const isNamed = piece?.kind === 'name' && isSign(pieces[at + 1], '=') && !isSign(pieces[at + 2], '=')
  if (isNamed) return argumentNames.has(piece.text) ? at + 2 : undefined
  return isFirst ? at : undefined
}

/** The pieces of an argument that is texts and nothing else, side by side, in brackets and with `+` between them. */
function textsAt(pieces: readonly PythonPiece[], from: number): readonly PythonPiece[] | undefined {
  let depth = 0
  for (let at = from; ; at += 1) {
    const piece = pieces[at]
    if (isSign(piece, '(')) depth += 1
    else if (isSign(piece, ')') && depth > 0) depth -= 1
    else if (depth === 0 && (isSign(piece, ',') || isSign(piece, ')'))) return pieces.slice(from, at)
    else if (piece?.isLiteral !== true && !isSign(piece, '+')) return undefined
  }
}

function literalAt(pieces: readonly PythonPiece[], from: number): EmbeddedSql | undefined {
  const texts = (textsAt(pieces, from) ?? []).filter(({ kind }) => kind === 'text')
  const [first] = texts
  if (first === undefined) return undefined
  const places = texts.flatMap((text) => text.places)
  return { sql: texts.map(({ text }) => text).join(''), language: 'maxcompute', at: first.at, places }
}

/** The SQL in Python that the calls of PyODPS are given as texts; linear in the code. */
export function pythonSql(code: string): readonly EmbeddedSql[] {
  const pieces = pythonPieces(code)
  const found: EmbeddedSql[] = []
  /** For each bracket that is open, whether it is that of such a call. */
  const brackets: boolean[] = []
  const argument = (at: number, isFirst: boolean): void => {
    const start = valueStart(pieces, at, isFirst)
    const literal = start === undefined ? undefined : literalAt(pieces, start)
    if (literal !== undefined) found.push(literal)
  }
  for (const [at, { kind, text }] of pieces.entries()) {
    if (kind !== 'sign') continue
    if (opening.has(text)) {
      const name = pieces[at - 1]
      const isCall = text === '(' && name?.kind === 'name' && calls.has(name.text) && isSign(pieces[at - 2], '.')
      brackets.push(isCall)
      if (isCall) argument(at + 1, true)
    } else if (closing.has(text)) brackets.pop()
    else if (text === ',' && brackets.at(-1) === true) argument(at + 1, false)
  }
  return found
}
