/** The number of edits between two words (a swap of neighbours is one), or `limit + 1` when it is more than `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      const swapped = left[row - 2] === right[column - 1] && left[row - 1] === right[column - 2]
      const bySwap = row > 1 && column > 1 && swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      const bySubstitution = (last[column - 1] ?? 0) + (same ? 0 : 1)
      current.push(Math.min(bySubstitution, bySwap, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[right.length] ?? limit + 1
}

const longestWord = 64

/**
 * The candidate nearest to a misspelt word, if one is near: another case, or at most a third of it edited.
 * Costs time in proportion to the candidates, so ask once a fault and not once a name.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined
  const limit = Math.max(1, Math.floor(word.length / 3))
  const lower = word.toLowerCase()
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longestWord) continue
    const distance = editDistance(lower, candidate.toLowerCase(), Math.min(limit, bestDistance))
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
