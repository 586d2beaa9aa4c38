import type { NoteTaker } from '../note.ts'
import type { TableRow } from './table-rows.ts'

/** What stands in the column of states for what runs: the words of Quartz, and what people write. */
const runs = 'waiting acquired executing blocked normal none enabled enable active online on yes true 1'

/** And for what does not: an error or the end of a trigger of Quartz among it. */
const rests =
  'paused pausedblocked pause stopped stop error complete completed deleted disabled disable inactive offline off no false 0'

const known: ReadonlyMap<string, boolean> = new Map([
  ...runs.split(' ').map((word) => [word, true] as const),
  ...rests.split(' ').map((word) => [word, false] as const),
])

/**
 * Whether a workflow is paused, which each of its rows may say. One whose state is a word that is not known is paused too:
 * what must not run would do harm, and what waits does none.
 */
export function isPaused(rows: readonly TableRow[], isScheduled: boolean, note: NoteTaker): boolean {
  const resting = rows.flatMap((row) => {
    const state = row.text('state')
    const isRun = state === undefined || known.get(state.toLowerCase().replaceAll(/[\s_-]+/g, ''))
    return state === undefined || isRun === true ? [] : [{ state, isKnown: isRun === false }]
  })
  const [first] = [...resting.filter(({ isKnown }) => !isKnown), ...resting]
  if (first === undefined) return false
  note({
    what: `state ${first.state.slice(0, 60)}`,
    why: `${first.isKnown ? '' : 'It is no state that is known. '}${isScheduled ? 'The workflow is paused: its instances do not run.' : 'The workflow is run by hand, and cannot be paused.'}`,
    wayOut: isScheduled
      ? "Take .strategy({ recurrenceType: 'Pause' }) out when it shall run."
      : 'Run it only when it shall run.',
  })
  return isScheduled
}
