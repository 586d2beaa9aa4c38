/** Whether a name answers a fuzzy search: it holds the words sought, whatever their case. */
export function isFuzzyMatch(name: string, sought: string): boolean {
  return name.toLowerCase().includes(sought.toLowerCase())
}
