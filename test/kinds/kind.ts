/** A kind of fault that was reported once, and the tests that keep all of it from coming back. */
export interface Kind {
  /** What the tests are of. */
  readonly name: string
  /** Where they stand: a file, and what the names of its tests begin with where not all of them count. */
  readonly tests: readonly (readonly [file: string, block?: string])[]
  /** What was reported: each of these is in the name of a test. What other tests try are its neighbours. */
  readonly reported: readonly string[]
}

/** A test that ran. */
export interface RanTest {
  readonly file: string
  readonly name: string
}

/** How many tests of a kind ran. */
export interface KindCount {
  readonly kind: Kind
  readonly reported: number
  readonly neighbours: number
  /** What was reported and no test names. */
  readonly missing: readonly string[]
}

/** Fewer neighbours than that show that a report was answered and not its kind. */
export const fewestNeighbours = 5

/** Counts the tests of a kind; undefined where some of its files did not run. */
export function countKind(kind: Kind, tests: readonly RanTest[]): KindCount | undefined {
  const files = new Set(tests.map(({ file }) => file))
  if (!kind.tests.every(([file]) => files.has(file))) return undefined
  const own = tests.filter((test) =>
    kind.tests.some(([file, block = '']) => test.file === file && test.name.startsWith(block)),
  )
  const isReported = ({ name }: RanTest): boolean => kind.reported.some((text) => name.includes(text))
  const missing = kind.reported.filter((text) => !own.some(({ name }) => name.includes(text)))
  const reported = kind.reported.length - missing.length
  return { kind, reported, neighbours: own.filter((test) => !isReported(test)).length, missing }
}

/** What keeps a kind from being tested well enough. */
export function kindFault({ kind, neighbours, missing }: KindCount): string | undefined {
  if (missing.length > 0) return `${kind.name}: no test names ${missing.map((text) => JSON.stringify(text)).join(', ')}`
  if (neighbours < fewestNeighbours)
    return `${kind.name}: only ${neighbours} neighbours of what was reported are tested`
  return undefined
}
