type MaybeKeys<Fields> = { [Key in keyof Fields]: undefined extends Fields[Key] ? Key : never }[keyof Fields]

/** The fields that may be undefined become optional ones. */
export type Defined<Fields> = Omit<Fields, MaybeKeys<Fields>> & {
  [Key in MaybeKeys<Fields>]?: Exclude<Fields[Key], undefined>
}

/** The fields that have a value, in the order they are written. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const result: Partial<Fields> = {}
  for (const key in fields) if (fields[key] !== undefined) result[key] = fields[key]
  // Only keys without a value were left out, which is what the type says.
  return result as Defined<Fields>
}
