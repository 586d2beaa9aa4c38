import type { NoteTaker } from '../note.ts'
import type { ElsewhereDraft } from './draft.ts'

/** Something that is not in what was given, as its scheduler has it. */
interface NotGiven {
  readonly scheduler: string
  /** Names from the outside in. */
  readonly titles: readonly string[]
}

/** Numbers are what the scheduler tells things apart by, and no names that anything gets. */
function draftOf({ scheduler, titles }: NotGiven, tell: ElsewhereDraft['tell']): ElsewhereDraft {
  const isNamed = !/^\d*$/.test(titles.at(-1) ?? '')
  return { kind: 'elsewhere', scheduler, titles, isNamed, tell }
}

/** What stands for something to wait for that is not in what was given: an output that none of it offers, which is told. */
export function awaitedElsewhere(missing: NotGiven, note: NoteTaker): ElsewhereDraft {
  return draftOf(missing, (output) =>
    note({
      what: `dependency on ${missing.titles.join('.')}`,
      why: `That is not in what was given; the node waits for the output '${output}', which nothing of it offers.`,
      wayOut: 'Migrate both together, or put the output of the node there is into external(…).',
    }),
  )
}

/**
 * What stands for a workflow to run that is not in what was given: an output that none of it offers, which is told.
 *
 * @param kind - what the source calls workflows
 */
export function runElsewhere(missing: NotGiven, kind: string, note: NoteTaker): ElsewhereDraft {
  return draftOf(missing, (output) =>
    note({
      what: `${kind} ${missing.titles.join('.')} that it runs`,
      why: `That is not in what was given; the node runs the output '${output}', which nothing of it offers.`,
      wayOut: 'Migrate both together, or put the output of the workflow there is into .runs(external(…)).',
    }),
  )
}
