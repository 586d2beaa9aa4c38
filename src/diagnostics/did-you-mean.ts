const longestWord = 64

/** Letters in lower case may be more than they were; what is longer yet is near to nothing. */
const longestRow = 256

/** Three rows of the table of edits, which are used again for each pair of words: a search compares hundreds of pairs. */
const rows = [0, 1, 2].map(() => new Uint16Array(longestRow + 1))

/** How many edits make one more letter of the first word into the beginnings of the second; a swap of neighbours is one. */
function fillRow(left: string, right: string, row: number): number {
  const [current, last, beforeLast] = [rows[row % 3], rows[(row + 2) % 3], rows[(row + 1) % 3]]
  if (current === undefined || last === undefined || beforeLast === undefined) return 0
  current[0] = row
  let least = row
  for (let column = 1; column <= right.length; column++) {
    const isSame = left[row - 1] === right[column - 1]
    let edits = (last[column - 1] ?? 0) + (isSame ? 0 : 1)
    const isSwap = row > 1 && column > 1 && left[row - 2] === right[column - 1] && left[row - 1] === right[column - 2]
    if (isSwap) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1)
    edits = Math.min(edits, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
    current[column] = edits
    least = Math.min(least, edits)
  }
  return least
}

/** Both words without what they begin and end with alike, which takes no edits. */
function withoutCommonEnds(left: string, right: string): readonly [string, string] {
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left[start] === right[start]) start++
  let end = 0
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)]
}

/** The number of edits that make one word into another, or more than `limit` when it is more than that. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  const [left, right] = withoutCommonEnds(one, other)
  if (right.length > longestRow) return limit + 1
  for (let column = 0; column <= right.length; column++) {
    const first = rows[0]
    if (first !== undefined) first[column] = column
  }
  for (let row = 1; row <= left.length; row++) if (fillRow(left, right, row) > limit) return limit + 1
  return rows[left.length % 3]?.[right.length] ?? 0
}

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
    const distance = editDistance(left, right, Math.min(limit, bestDistance))
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

const partsOf = (word: string): readonly string[] => word.toLowerCase().split('_')
const withoutDigits = (word: string): string => word.toLowerCase().replace(/\d+/g, '')

/** A part of a name as a slip of the keys leaves it: one edit, two in a long one, none in one that two letters make. */
function isSlip(part: string, meant: string): boolean {
  if (part === meant) return true
  const limit = Math.min(part.length, meant.length) < 3 ? 0 : meant.length < 8 ? 1 : 2
  return editDistance(part, meant, limit) <= limit
}

/**
 * Whether a name of parts joined by `_` is another one misspelt: narrower than what `didYouMean` finds near, to
 * which `DLF_SPARK` is `CDH_SPARK` with two faults. Another number is another name.
 */
export function isMisspelling(name: string, known: string): boolean {
  const [parts, meant] = [partsOf(name), partsOf(known)]
  if (parts.join('') === meant.join('')) return true
  if (withoutDigits(name) === withoutDigits(known) || meant.join('').length < 5) return false
  const slips = parts.filter((part, index) => part !== meant[index])
  return (
    parts.length === meant.length &&
    slips.length === 1 &&
    parts.every((part, index) => isSlip(part, meant[index] ?? ''))
  )
}

/** Letters and digits only: how they are joined, and in which case, is what is easily mistaken. */
const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
const endingOf = (name: string): string => /\.[^.]*$/.exec(name)?.[0] ?? ''

/**
 * The name that one which may well be another's is for certain: the same but for case and what joins its parts, or one of
 * the same ending misspelt as {@link isMisspelling} has it.
 */
export function misspeltNameOf(name: string, known: readonly string[]): string | undefined {
  const near = known.filter(
    (other) =>
      other !== name &&
      (lettersOf(other) === lettersOf(name) || (endingOf(other) === endingOf(name) && isMisspelling(name, other))),
  )
  return didYouMean(name, near) ?? near[0]
}
