import type { DolphinProcess } from './model.ts'
import { isSubProcess, runCodeOf } from './tasks/sub-process.ts'
import type { FoundProcess } from './tasks/task-site.ts'

/** Finds processes and their tasks by whatever others know them by. */
export class ProcessTable {
  readonly #byKey: Map<string, DolphinProcess> = new Map()
  readonly #tasks: Map<DolphinProcess, ReadonlyMap<string, string>> = new Map()
  readonly #run: Set<string> = new Set()

  constructor(processes: readonly DolphinProcess[]) {
    for (const process of processes) {
      for (const key of process.keys) if (!this.#byKey.has(key)) this.#byKey.set(key, process)
      const byName = process.tasks.map(({ key, name }) => [name, key] as const)
      const byKey = process.tasks.map(({ key }) => [key, key] as const)
      this.#tasks.set(process, new Map([...byName, ...byKey]))
      for (const { params, type } of process.tasks) {
        const code = isSubProcess(type) ? runCodeOf(params) : undefined
        if (code !== undefined) this.#run.add(code)
      }
    }
  }

  /** The key that tells a process from all others. */
  keyOf({ keys }: DolphinProcess): string {
    return keys[0] ?? ''
  }

  /** Whether a task runs the process of a key. */
  isRun(key: string): boolean {
    return this.#run.has(key)
  }

  find(key: string, task?: string): FoundProcess | undefined {
    const process = this.#byKey.get(key)
    if (process === undefined) return undefined
    const found = task === undefined ? undefined : this.#tasks.get(process)?.get(task)
    return { process, key: this.keyOf(process), task: found }
  }
}
