/** What a command waits for that code of the user has to give. */
interface UserWait {
  /** Ends the wait with an error. */
  fail(): void
}

/** The waits of this process, which has one event loop, from the outside in. */
const waits: UserWait[] = []

/**
 * Waits for what code of the user gives: a promise of it may be one that nothing settles, and a process with nothing else to do
 * then ends as if all were well.
 *
 * @param unsettled - the error when nothing is left that could settle it
 */
export async function awaitUser<Value>(
  unsettled: () => Error,
  give: () => Value | PromiseLike<Value>,
): Promise<Awaited<Value>> {
  let fail: UserWait['fail'] = () => undefined
  const stalled = new Promise<never>((_, reject) => {
    fail = () => reject(unsettled())
  })
  const wait: UserWait = { fail: () => fail() }
  waits.push(wait)
  try {
    return await Promise.race([give(), stalled])
  } finally {
    waits.splice(waits.indexOf(wait), 1)
  }
}

/** Ends the innermost wait, when nothing is under way any more that could. */
export function failInnermostWait(): void {
  waits.at(-1)?.fail()
}
