/** Compares texts by their code units, which every machine orders alike. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
