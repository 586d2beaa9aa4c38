import type { Dialect } from '../dialect.ts'
import { foldName } from './table-use.ts'
import type { Token } from './token.ts'
import { tokensOf } from './tokens.ts'

function isPart({ kind, text }: Token): boolean {
  return kind === 'word' || kind === 'quoted' || (kind === 'number' && /^\w+$/.test(text))
}

/** Longer texts are no names, and need no reading to know that. */
const longest = 1000

/** The parts of a text that is the name of a table and nothing else, as the engine knows them; undefined for another text. */
export function partsOfName(text: string, dialect: Dialect): readonly string[] | undefined {
  if (text.length > longest) return undefined
  const pieces = tokensOf(text, dialect).slice(0, -1)
  const isName = pieces.every((piece, at) =>
    at % 2 === 0 ? isPart(piece) : piece.kind === 'symbol' && piece.text === '.',
  )
  // Blanks and comments stand in no name.
  const isWhole = pieces.reduce((end, { at, to }) => (at === end ? to : -1), 0) === text.length
  if (!isName || !isWhole || pieces.length % 2 === 0) return undefined
  return pieces.filter(isPart).map((piece) => foldName(piece, dialect))
}
