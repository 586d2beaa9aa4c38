import { unshared } from '../diagnostics/unshared-text.ts'

const longestKey = 200

/**
 * Makes a pure function of texts remember its results: at most `limit` of them, the oldest forgotten first, and none of
 * a text that is longer than people write.
 *
 * @param limit - how many results it remembers
 * @param compute - what is asked for a key that is not remembered
 */
// @__NO_SIDE_EFFECTS__
export function remember<Value extends object>(limit: number, compute: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>()
  return (key) => {
    const known = values.get(key)
    if (known !== undefined) return known
    if (key.length > longestKey) return compute(key)
    const own = unshared(key)
    const value = compute(own)
    const oldest = values.size < limit ? undefined : values.keys().next()
    if (oldest?.done === false) values.delete(oldest.value)
    values.set(own, value)
    return value
  }
}
