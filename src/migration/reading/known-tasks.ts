import { showValue } from '../../diagnostics/show-value.ts'
import type { NoteTaker } from '../note.ts'

/** The tasks of one workflow, by what others refer to them by: a reference that leads to none is told. */
export class KnownTasks {
  readonly #titles: ReadonlyMap<string, string>

  /** @param titles - what tasks are called, by their keys */
  constructor(titles: ReadonlyMap<string, string>) {
    this.#titles = titles
  }

  get count(): number {
    return this.#titles.size
  }

  titleOf(key: string): string | undefined {
    return this.#titles.get(key)
  }

  /**
   * The keys of tasks that are there; those of others are told.
   *
   * @param field - where they stand
   */
  those(keys: readonly string[], field: string, note: NoteTaker): readonly string[] {
    return keys.filter((key) => this.has(key, field, note))
  }

  /** Whether there is a task of a key; that there is none is told. */
  has(key: string, field: string, note: NoteTaker): boolean {
    if (this.#titles.has(key)) return true
    note({
      what: `task ${showValue(key)} in ${field}`,
      why: 'The workflow has no such task; the reference to it is left out.',
      wayOut: 'Look at what is meant, and write the dependency into the code: .after(…).',
    })
    return false
  }
}
