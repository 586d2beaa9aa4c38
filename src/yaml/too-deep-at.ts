import type { CST } from 'yaml'
import { deepest } from './deepest.ts'

interface Level {
  readonly token: CST.Token
  readonly depth: number
}

/** The lists and mappings right below a token. */
function below(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value]
  if (!('items' in token)) return []
  const inner: CST.Token[] = []
  for (const item of token.items) {
    for (const next of [item.key, item.value]) if (next && 'items' in next) inner.push(next)
  }
  return inner
}

/** Where a text goes deeper than allowed; undefined when it does not. What composes it is recursive, and comes after. */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const queue: Level[] = tokens.map((token) => ({ token, depth: 0 }))
  for (const { token, depth } of queue) {
    if (depth > deepest) return token.offset
    for (const inner of below(token)) queue.push({ token: inner, depth: depth + 1 })
  }
  return undefined
}
