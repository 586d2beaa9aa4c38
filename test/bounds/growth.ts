import { performance } from 'node:perf_hooks'
import { type Operation, operations } from './operations.ts'
import { type Shape, shapes } from './shapes.ts'

/** How much longer an operation takes on a shape that is four times as large. */
export interface Growth {
  readonly shape: string
  readonly operation: string
  readonly growth: number
  /** Of the large shape, in milliseconds of the processor. */
  readonly time: number
}

/** The least that a figure is made from, in milliseconds: less is noise. */
const floor = 8

function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  const start = performance.now()
  work()
  const { user } = process.cpuUsage(before)
  // Threads of the engine are counted too, which the work did not wait for.
  return Math.min(user / 1000, performance.now() - start)
}

/** The shortest of several runs, each on a document of its own. */
function shortest(runs: number, make: () => object, operation: Operation): number {
  const times = Array.from({ length: runs }, () => {
    const document = make()
    return processorTime(() => operation(document))
  })
  return Math.min(...times)
}

/** Measures one operation on one shape; smaller ones grow until there is something to measure. */
export function growthOf(shape: string, operation: string, size: number): Growth {
  const make: Shape = shapes[shape] ?? (() => ({}))
  const run: Operation = operations[operation] ?? (() => undefined)
  for (let small = size; ; small *= 4) {
    shortest(1, () => make(small), run)
    const before = shortest(3, () => make(small), run)
    const time = shortest(3, () => make(small * 4), run)
    if (time > floor * 4 || small >= size * 16)
      return { shape, operation, growth: time / Math.max(before, floor), time }
  }
}
