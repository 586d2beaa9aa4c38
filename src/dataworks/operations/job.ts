/** The state of an asynchronous job. `Success`, `Fail` and `Cancel` are final. */
export type JobState = 'Cancel' | 'Fail' | 'Running' | 'Success' | (string & {})

const finalStates: ReadonlySet<string> = new Set(['Cancel', 'Fail', 'Success'])

/** Whether a job is over. Its state and its own flag agree; where one of them is missing the other decides. */
export function isOver(status: string, completed: boolean | undefined): boolean {
  return completed === true || finalStates.has(status)
}
