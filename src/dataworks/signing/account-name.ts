/** Names of sources of credentials that have one access key, which may be known only when it is asked for. */
const named = new WeakMap<object, () => string | undefined>()
const numbered = new WeakMap<object, string>()
let count = 0

/** Says which access key a source gives out. */
export function nameAccount<Source extends object>(source: Source, name: () => string | undefined): Source {
  named.set(source, name)
  return source
}

/**
 * A name for who calls with a source of credentials: its access key where it has one that stays, else the source itself,
 * whose keys may change. Calls are counted by it, and it is shown to nobody.
 */
export function accountName(source: object): string {
  // Not by a getter, which may throw and is asked where its error is told.
  const key: unknown = named.get(source)?.() ?? Object.getOwnPropertyDescriptor(source, 'accessKeyId')?.value
  if (typeof key === 'string' && key !== '') return `key ${key}`
  const known = numbered.get(source)
  if (known !== undefined) return known
  count += 1
  const made = `source ${count}`
  numbered.set(source, made)
  return made
}
