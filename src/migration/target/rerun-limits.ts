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
