import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { moduleTokens } from './module-tokens.ts'

/** A key of an object as it is written, or the number of an item of a list, and in how many brackets it stands. */
interface WrittenKey {
  readonly name: string
  readonly depth: number
  readonly offset: number
}

/** A bracket that is open, and how many items of it began. */
interface Bracket {
  readonly kind: string
  items: number
}

/** The keys of all objects in the text of a module, in their order, `{ dev }` being one as well, and the items of lists. */
function keysIn(text: string): readonly WrittenKey[] {
  const keys: WrittenKey[] = []
  const brackets: Bracket[] = []
  const found = moduleTokens(text)
  for (const [at, { token, offset }] of found.entries()) {
    const around = brackets.at(-1)
    const before = found[at - 1]?.token ?? ''
    if (around?.kind === '[' && /^[[,]$/.test(before) && token !== ']') {
      keys.push({ name: String(around.items++), depth: brackets.length, offset })
    }
    if (/^[[{(]$/.test(token)) brackets.push({ kind: token, items: 0 })
    else if (/^[\]})]$/.test(token)) brackets.pop()
    const isInObject = brackets.at(-1)?.kind === '{' && /^[{,]$/.test(before)
    if (!isInObject || !/^[$\w'"]/.test(token) || !/^[:,}]$/.test(found[at + 1]?.token ?? '')) continue
    keys.push({ name: token.replaceAll(/^['"]|['"]$/g, ''), depth: brackets.length, offset })
  }
  return keys
}

/**
 * Where a value stands in the text of a module that writes it as an object: at the last of the keys that lead there, numbers of items among them, as far as
 * they are written one in the other. The text is not run and need not be whole.
 *
 * @returns undefined where not even the first of the keys is written
 */
export function placeOfKeys(text: string, keys: readonly string[]): SourcePlace | undefined {
  let best: readonly WrittenKey[] = []
  let chain: WrittenKey[] = []
  for (const key of keysIn(text)) {
    while (chain.length > 0 && key.depth <= (chain.at(-1)?.depth ?? 0)) chain.pop()
    const isNext = key.name === keys[chain.length] && key.depth === (chain.at(-1)?.depth ?? key.depth - 1) + 1
    if (isNext) chain = [...chain, key]
    if (chain.length > best.length) best = [...chain]
  }
  const offset = best.at(-1)?.offset
  if (offset === undefined) return undefined
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
