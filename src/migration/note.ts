/** Something of the source that the documents do not say, or say in another way: nothing is left out without one. */
export interface MigrationNote {
  /** Where it stands in the source, by names: `orders › load`. */
  readonly place: string
  /** What it is, as the source has it: `task type K8S`. */
  readonly what: string
  /** Why it is not carried, or what stands there instead. */
  readonly why: string
  /** What to do about it. */
  readonly wayOut: string
}

/** What is said of something, beside where it stands. */
export type Remark = Omit<MigrationNote, 'place'>

/** Takes a remark up, as a note of the place that is looked at. */
export type NoteTaker = (remark: Remark) => void

/** Collects notes, each once. */
export class Notes {
  readonly #notes: Map<string, MigrationNote> = new Map()

  add(place: string, remark: Remark): void {
    const note = { place, ...remark }
    this.#notes.set(JSON.stringify([place, remark.what, remark.why]), Object.freeze(note))
  }

  list(): readonly MigrationNote[] {
    return Object.freeze([...this.#notes.values()])
  }
}

/** Names from the outside in, as places show them. */
export function placeOf(...names: readonly string[]): string {
  return names.join(' › ')
}

const mostNamed = 5

/** Several things by their names, the first ones of many. */
export function namesOf(all: readonly string[], most: number = mostNamed): string {
  const shown = all.slice(0, most).join(', ')
  return all.length > most ? `${shown} and ${all.length - most} more` : shown
}
