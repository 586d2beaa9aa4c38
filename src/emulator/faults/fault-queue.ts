import type { Fault } from './fault.ts'

interface Waiting {
  readonly fault: Fault
  left: number
}

/** Faults that wait for their calls, in the order they were given. */
export class FaultQueue {
  readonly #waiting: Waiting[] = []

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 })
  }

  /** The fault that strikes this call, if any; it is used up by it. */
  take(action: string): Fault | undefined {
    const index = this.#waiting.findIndex(({ fault }) => waitsFor(fault, action))
    const found = this.#waiting[index]
    if (found === undefined) return undefined
    found.left -= 1
    if (found.left <= 0) this.#waiting.splice(index, 1)
    return found.fault
  }
}

/** Lost edges only make sense for an import, whatever else the fault says. */
function waitsFor(fault: Fault, action: string): boolean {
  if ('loseEdges' in fault && action !== 'ImportWorkflowDefinition') return false
  return fault.action === undefined || fault.action === action
}
