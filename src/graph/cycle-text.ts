const mostShown = 12

/** The members of a cycle as a message shows them: each leads to the next, and the last to the first. */
export function cycleText(names: readonly string[]): string {
  const shown = names.length > mostShown ? [...names.slice(0, mostShown), '…'] : names
  return [...shown, names[0] ?? ''].join(' → ')
}

/** The members of a cycle without repetitions side by side: the start and the end of a workflow have one name. */
export function eachNameOnce(names: readonly string[]): readonly string[] {
  const once = names.filter((name, at) => at === 0 || name !== names[at - 1])
  return once.length > 1 && once.at(-1) === once[0] ? once.slice(0, -1) : once
}

/**
 * What is said of nodes that wait for one another, wherever that is found. The arrow is the one of the pictures: it leads
 * from what comes first to what comes after it.
 *
 * @param where - what is said of the cycle besides, such as ` across documents`
 */
export function describeCycle(
  names: readonly string[],
  where = '',
): { readonly message: string; readonly hint: string } {
  return {
    message: `These wait for one another${where}: ${cycleText(names)}.`,
    hint: 'Read "a → b" as "b comes after a"; remove one of these dependencies.',
  }
}
