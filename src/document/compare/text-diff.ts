/** Lines by number: the same line has the same number in both texts. */
interface NumberedLines {
  readonly before: Int32Array
  readonly after: Int32Array
}

/** A line of one of the texts, or of both. */
interface Step {
  readonly sign: ' ' | '-' | '+'
  readonly line: string
}

/** How many lines may differ before the shortest way is no longer looked for: what is remembered of the search grows with its square. */
const mostEdits = 2000

/** Lines that stand around each change. */
const context = 3

/** The lines of a text. A last line that does not end says so, so that it differs from one that does. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const last = lines.pop()
  return last === '' || last === undefined ? lines : [...lines, `${last}\n\\ No newline at end of file`]
}

function numbered(before: readonly string[], after: readonly string[]): NumberedLines {
  const numbers = new Map<string, number>()
  const numberOf = (line: string): number => {
    const known = numbers.get(line)
    if (known !== undefined) return known
    numbers.set(line, numbers.size)
    return numbers.size - 1
  }
  return { before: Int32Array.from(before, numberOf), after: Int32Array.from(after, numberOf) }
}

/**
 * The furthest places that each number of edits reaches, by diagonal, until one reaches both ends (E. Myers, An O(ND)
 * Difference Algorithm, 1986); undefined when that takes too many edits.
 */
function reached({ before, after }: NumberedLines): readonly Int32Array[] | undefined {
  const ends: Int32Array[] = []
  const most = Math.min(before.length + after.length, mostEdits)
  let last = new Int32Array(3)
  for (let edits = 0; edits <= most; edits++) {
    // Diagonals from -edits to edits, with one more at each side.
    const next = new Int32Array(2 * edits + 3)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = edits === 0 ? 0 : startOf(last, edits, diagonal)
      for (let y = x - diagonal; x < before.length && y < after.length && before[x] === after[y]; y++) x++
      next[diagonal + edits + 1] = x
      if (x >= before.length && x - diagonal >= after.length) return [...ends, next]
    }
    ends.push(next)
    last = next
  }
  return undefined
}

/** Whether the way to a diagonal comes from the one above it, by a line that was added. */
function comesByAdding(last: Int32Array, edits: number, diagonal: number): boolean {
  const at = diagonal + edits
  return diagonal === -edits || (diagonal !== edits && (last[at - 1] ?? 0) < (last[at + 1] ?? 0))
}

function startOf(last: Int32Array, edits: number, diagonal: number): number {
  const at = diagonal + edits
  return comesByAdding(last, edits, diagonal) ? (last[at + 1] ?? 0) : (last[at - 1] ?? 0) + 1
}

/** Which lines of the two texts are kept, as pairs of places from the last to the first; undefined when they differ too much. */
function keptPairs(lines: NumberedLines): readonly (readonly [number, number])[] | undefined {
  const ends = reached(lines)
  if (ends === undefined) return undefined
  const pairs: [number, number][] = []
  let [x, y] = [lines.before.length, lines.after.length]
  for (let edits = ends.length - 1; edits >= 0; edits--) {
    const last = ends[edits - 1]
    const adds = last !== undefined && comesByAdding(last, edits, x - y)
    const fromX = last === undefined ? 0 : startOf(last, edits, x - y)
    while (x > fromX) pairs.push([--x, --y])
    if (last === undefined) break
    if (adds) y--
    else x--
  }
  return pairs
}

function commonStart(before: readonly string[], after: readonly string[]): number {
  let count = 0
  while (count < before.length && count < after.length && before[count] === after[count]) count++
  return count
}

/** The texts line by line, with the lines that only one of them has. */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  const start = commonStart(before, after)
  const [restBefore, restAfter] = [before.slice(start), after.slice(start)]
  const end = commonStart(restBefore.toReversed(), restAfter.toReversed())
  const [left, right] = [restBefore.slice(0, restBefore.length - end), restAfter.slice(0, restAfter.length - end)]
  const steps: Step[] = before.slice(0, start).map((line) => ({ sign: ' ', line }))
  let [x, y] = [0, 0]
  const addUntil = (toX: number, toY: number): void => {
    for (; x < toX; x++) steps.push({ sign: '-', line: left[x] ?? '' })
    for (; y < toY; y++) steps.push({ sign: '+', line: right[y] ?? '' })
  }
  for (const [keptX, keptY] of (keptPairs(numbered(left, right)) ?? []).toReversed()) {
    addUntil(keptX, keptY)
    steps.push({ sign: ' ', line: left[keptX] ?? '' })
    x++
    y++
  }
  addUntil(left.length, right.length)
  return [...steps, ...restBefore.slice(left.length).map((line): Step => ({ sign: ' ', line }))]
}

/** Where the parts of the text begin and end that hold a change, with what stands around it. */
function hunkRanges(steps: readonly Step[]): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = []
  for (const [at, { sign }] of steps.entries()) {
    if (sign === ' ') continue
    const [from, to] = [Math.max(at - context, 0), Math.min(at + context + 1, steps.length)]
    const last = ranges.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = to
    else ranges.push([from, to])
  }
  return ranges
}

/** How a part of a text is told in the head of a hunk: its first line and its length. */
function rangeText(linesBefore: number, count: number): string {
  const first = count === 0 ? linesBefore : linesBefore + 1
  return count === 1 ? String(first) : `${first},${count}`
}

/** What the sides of a comparison are called. */
export interface SideNames {
  readonly before: string
  readonly after: string
}

/**
 * How two texts differ, as a unified diff with three lines around each change: what `patch` takes. The empty text when
 * they are equal.
 */
export function unifiedDiff(before: string, after: string, names: SideNames): string {
  if (before === after) return ''
  const steps = stepsBetween(linesOf(before), linesOf(after))
  const lines = [`--- ${names.before}`, `+++ ${names.after}`]
  let [at, inBefore, inAfter] = [0, 0, 0]
  for (const [from, to] of hunkRanges(steps)) {
    inBefore += from - at
    inAfter += from - at
    const hunk = steps.slice(from, to)
    const removed = hunk.filter(({ sign }) => sign !== '+').length
    const added = hunk.filter(({ sign }) => sign !== '-').length
    lines.push(`@@ -${rangeText(inBefore, removed)} +${rangeText(inAfter, added)} @@`)
    // One by one: a call takes only so many arguments.
    for (const { sign, line } of hunk) lines.push(`${sign}${line}`)
    inBefore += removed
    inAfter += added
    at = to
  }
  return `${lines.join('\n')}\n`
}
