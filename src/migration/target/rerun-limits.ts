import type { Remark } from '../note.ts'

/** The limits of reruns: the API page of CreateFile. */
export const mostReruns = 10
export const mostRerunMinutes = 30

/** What is said of more reruns than there can be, or later ones. */
export function beyondReruns(what: string): Remark {
  return {
    what,
    why: `DataWorks has at most ${mostReruns}, after at most ${mostRerunMinutes} minutes each.`,
    wayOut: 'Look at whether that is enough.',
  }
}

/** What is said of a setting of a node that DataWorks starts no code for: a virtual one, or one that runs another workflow. */
export function withoutCode(what: string): Remark {
  return {
    what,
    why: 'The node runs no code of its own, and has no such setting.',
    wayOut: 'Give it to the nodes of the workflow that it runs, or set an alert for what it waits for.',
  }
}
