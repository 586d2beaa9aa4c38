/** Two words, and how many edits between them still count. */
interface Comparison {
  readonly left: string
  readonly right: string
  readonly limit: number
}

function isSwap({ left, right }: Comparison, row: number, column: number): boolean {
  return left[row - 2] === right[column - 1] && left[row - 1] === right[column - 2]
}

/**
 * The number of edits that make the first `row` letters of one word into the first 0, 1, 2, … of the other. Numbers
 * beyond the limit are all `limit + 1`, so only the columns that near the diagonal need a look.
 */
function nextRow(compared: Comparison, row: number, last: readonly number[], beforeLast: readonly number[]): number[] {
  const { left, right, limit } = compared
  const far = limit + 1
  const start = Math.max(1, row - limit)
  const end = Math.min(right.length, row + limit)
  const current = new Array<number>(right.length + 1).fill(far)
  if (row < far) current[0] = row
  for (let column = start; column <= end; column++) {
    const substituted = (last[column - 1] ?? far) + (left[row - 1] === right[column - 1] ? 0 : 1)
    const swapped = (beforeLast[column - 2] ?? far) + 1
    let edits = Math.min(substituted, (last[column] ?? far) + 1, (current[column - 1] ?? far) + 1, far)
    if (swapped < edits && isSwap(compared, row, column)) edits = swapped
    current[column] = edits
  }
  return current
}

/** The number of edits between two words (a swap of neighbours is one), or `limit + 1` when it is more than `limit`. */
function editDistance(compared: Comparison): number {
  const { left, right, limit } = compared
  const far = limit + 1
  if (Math.abs(left.length - right.length) > limit) return far
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => Math.min(column, far))
  for (let row = 1; row <= left.length; row++) {
    const current = nextRow(compared, row, last, beforeLast)
    if (current.every((edits) => edits > limit)) return far
    beforeLast = last
    last = current
  }
  return last[right.length] ?? far
}

const longestWord = 64

/**
 * The candidate nearest to a misspelt word, if one is near: another case, or at most a third of it edited.
 * Costs time in proportion to the candidates, so ask once a fault and not once a name.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined
  const limit = Math.max(1, Math.floor(word.length / 3))
  const left = word.toLowerCase()
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longestWord) continue
    const right = candidate.toLowerCase()
    const distance = editDistance({ left, right, limit: Math.min(limit, bestDistance) })
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
