/**
 * SQL and what it does with tables: `reads a b; writes c`, each name once, in the order of the code. `faults 1` is how many
 * statements are not read; what is left out is none.
 */
export type SqlCase = readonly [sql: string, expected: string]
