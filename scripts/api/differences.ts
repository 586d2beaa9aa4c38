import type { PublicApi } from './public-api.ts'

/** One name of an entry that is gone, new, or declared otherwise; names in parentheses are not exported. */
export interface Difference {
  readonly entry: string
  readonly name: string
  readonly kind: 'removed' | 'added' | 'changed'
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The lines of a text that another one has not. */
function linesBeside(text: string, other: string): string[] {
  const known = new Set(other.split('\n').map((line) => line.trim()))
  return text.split('\n').filter((line) => !known.has(line.trim()))
}

function kindOf(was: string | undefined, is: string | undefined): Difference['kind'] {
  return was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
}

/** What differs between two versions of the public API, entry by entry. */
export function differences(before: PublicApi, after: PublicApi): Difference[] {
  const found: Difference[] = []
  for (const entry of new Set([...before.keys(), ...after.keys()])) {
    const [old, current] = [
      before.get(entry) ?? new Map<string, string>(),
      after.get(entry) ?? new Map<string, string>(),
    ]
    for (const name of [...new Set([...old.keys(), ...current.keys()])].sort()) {
      const [was, is] = [old.get(name), current.get(name)]
      // What is not exported may be named and cut otherwise as long as nothing that is exported changes with it.
      if (was === is || (name.startsWith('(') && (was === undefined || is === undefined))) continue
      found.push({
        entry,
        name,
        kind: kindOf(was, is),
        before: linesBeside(was ?? '', is ?? ''),
        after: linesBeside(is ?? '', was ?? ''),
      })
    }
  }
  return found
}
