import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { isFlowSpecError, readSpec } from 'flowspec'
import { formatInstances, type SimulatedDocument, simulate, timelineSvg } from 'flowspec/simulate'
import { describe, expect, it, test } from 'vitest'
import { arbitraryDocument } from '../document/support/arbitrary-document.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

const span = { from: '2026-01-05', to: '2026-01-06' }

/** How many instances a document has in the span, all of it shown; undefined when it is refused. */
function countInstances(document: SimulatedDocument): number | undefined {
  try {
    const simulation = simulate(document, span)
    formatInstances(simulation)
    timelineSvg(simulation)
    for (const instance of simulation.instances) simulation.codeOf(instance)
    return simulation.instances.length
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return undefined
  }
}

test('whatever a document is, it is simulated or refused with what is wrong', () => {
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      countInstances(readSpec(document))
    }),
    { numRuns: 500 },
  )
})

describe.skipIf(sharedFolder === undefined)('real documents', () => {
  const corpus =
    sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus')).filter((file) => file.endsWith('.json'))

  it('are simulated, but for those whose schedule is at fault', () => {
    const counts = corpus.map((file) => {
      try {
        return countInstances(readSpec(readFileSync(sharedFile(`corpus/${file}`), 'utf8')))
      } catch (error) {
        if (!isFlowSpecError(error)) throw error
        return undefined
      }
    })
    const simulated = counts.filter((count) => count !== undefined)
    expect(simulated.length).toBeGreaterThan(counts.length / 2)
    expect(simulated.some((count) => count > 0)).toBe(true)
  })
})
