import type { NoteTaker } from '../note.ts'
import type { UpstreamDraft } from './draft.ts'

type ExternalDraft = Extract<UpstreamDraft, { kind: 'external' }>

function outputOf(scheduler: string, title: string): string {
  return `${scheduler}.${title.replaceAll(/[^\p{L}\p{N}_.]+/gu, '_')}`
}

/** What stands for something to wait for that is not in what was given: an output that there is none of, which is told. */
export function awaitedElsewhere(scheduler: string, title: string, note: NoteTaker): ExternalDraft {
  const output = outputOf(scheduler, title)
  note({
    what: `dependency on ${title}`,
    why: `That is not in what was given; the node waits for the output '${output}', which there is none of yet.`,
    wayOut: 'Migrate both together, or put the output of the node there is into external(…).',
  })
  return { kind: 'external', output }
}

/**
 * What stands for a workflow to run that is not in what was given: an output that there is none of, which is told.
 *
 * @param kind - what the source calls workflows
 */
export function runElsewhere(scheduler: string, kind: string, title: string, note: NoteTaker): ExternalDraft {
  const output = outputOf(scheduler, title)
  note({
    what: `${kind} ${title} that it runs`,
    why: `That is not in what was given; the node runs the output '${output}', which there is none of yet.`,
    wayOut: 'Migrate both together, or put the output of the workflow there is into .runs(external(…)).',
  })
  return { kind: 'external', output }
}
