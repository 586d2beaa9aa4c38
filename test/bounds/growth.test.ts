import { describe, expect, test } from 'vitest'
import { growthOf } from './growth.ts'
import { operations } from './operations.ts'
import { shapes } from './shapes.ts'

const isThorough = process.env['FLOWSPEC_THOROUGH'] !== undefined

/** Shapes on which something was found to grow faster than the document. */
const suspects: readonly (readonly [shape: string, operation: string])[] = [
  ['unknown references', 'check'],
  ['parameters of a shell', 'check'],
  ['arms of a join', 'check'],
  ['parameters that are not declared', 'check'],
  ['lines with parameters that are not declared', 'check'],
  ['lines with parameters that the workflow lacks', 'check'],
  ['parameters of each node', 'check'],
  ['nodes without a workflow with parameters', 'check'],
  ['unknown outputs', 'check'],
  ['loops in loops', 'draw'],
]

const all = Object.keys(shapes).flatMap((shape) =>
  Object.keys(operations).map((operation) => [shape, operation] as const),
)

const smallest = 600

/** Crons are remembered, 1,024 of them: a small document would find all of its own there, and one four times as large none. */
const smallestOf: Readonly<Record<string, number>> = { 'workflows with faulty crons': 1100 }

/** Linear is 4; sorting, caches and collections of garbage add to it, and n² would be 16. */
const most = 8

describe('four times as much takes about four times as long', () => {
  test.each(isThorough ? all : suspects)('%s: %s', (shape, operation) => {
    // A machine that does something else in between makes one measurement wrong, and not three.
    const size = smallestOf[shape] ?? smallest
    let growth = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 3 && growth >= most; tries++) growth = growthOf(shape, operation, size).growth
    if (isThorough) process.stdout.write(`${shape}, ${operation}: ${growth.toFixed(1)}\n`)
    expect(growth).toBeLessThan(most)
  })
})
