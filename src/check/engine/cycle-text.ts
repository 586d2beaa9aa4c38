const mostShown = 12

/** What waits for what in a circle, beginning and ending with the same. */
export function cycleText(names: readonly string[]): string {
  const shown = names.length > mostShown ? [...names.slice(0, mostShown), '…'] : names
  return [...shown, names[0] ?? ''].join(' → ')
}
