/**
 * Makes a pure function remember its results: at most `limit` of them, the oldest forgotten first.
 *
 * @param limit - how many results it remembers
 * @param compute - what is asked for a key that is not remembered
 */
// @__NO_SIDE_EFFECTS__
export function remember<Key, Value extends object>(limit: number, compute: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>()
  return (key) => {
    const known = values.get(key)
    if (known !== undefined) return known
    const value = compute(key)
    const oldest = values.size < limit ? undefined : values.keys().next()
    if (oldest?.done === false) values.delete(oldest.value)
    values.set(key, value)
    return value
  }
}
