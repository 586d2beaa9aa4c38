/** Whether a field's text lets every value pass: what makes it safe to restrict the other of the two day fields. */
export function isWildcard(text: string): boolean {
  return text === '*' || text === '?' || text === '*/1'
}
