/** The fields of a readonly type while they are still being filled in. */
export type Mutable<Fields> = { -readonly [Key in keyof Fields]: Fields[Key] }
