import { Ajv } from 'ajv'
import { schemaBundle } from 'flowspec/schema'
import type { Bound } from './bound.ts'
import { buildChain, chainOf } from './chain.ts'
import { collectGarbage } from './collect-garbage.ts'
import { measure, median } from './measure.ts'

/** The plainest deep freeze there is, as most programs have it. */
function plainFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  Object.freeze(value)
  Object.values(value).forEach(plainFreeze)
}

const validate = new Ajv().compile(schemaBundle())

/** Milliseconds of one round: ours from the first builder call to JSON text, and the yardstick on the same document. */
function round(length: number): { ours: number; yardstick: number; bytes: number } {
  const written = measure(() => JSON.stringify(buildChain(chainOf(length))))
  const copy: unknown = JSON.parse(written.result)
  const stringified = measure(() => JSON.stringify(copy))
  const validated = measure(() => validate(copy))
  const frozen = measure(() => plainFreeze(copy))
  if (validated.result !== true) throw new Error('the built document does not validate')
  const yardstick = stringified.ms + validated.ms + frozen.ms
  return { ours: written.ms, yardstick, bytes: written.result.length / length }
}

const millis = (value: number): string => `${value.toFixed(0)} ms`

/** Building, checking and writing a chain of 10,000 nodes against writing, validating and freezing the same document. */
export function benchBuild(): Bound[] {
  const rounds = Array.from({ length: 15 }, () => round(10_000))
  const ours = median(rounds.map((one) => one.ours))
  const yardstick = median(rounds.map((one) => one.yardstick))
  return [
    {
      name: 'build, check and write 10,000 nodes / stringify, validate and freeze them',
      value: ours / yardstick,
      most: 3,
      detail: `${millis(ours)} / ${millis(yardstick)}, ${rounds[0]?.bytes.toFixed(0)} bytes a node`,
    },
  ]
}

/** Builds, checks and writes chains, and keeps documents and texts, as a program does that makes several. */
function makeChains(count: number, length: number): unknown {
  return Array.from({ length: count }, () => {
    const document = buildChain(chainOf(length))
    return [document, JSON.stringify(document)]
  })
}

/** One chain of 100,000 nodes against a tenth of ten chains of 10,000: as many nodes, so garbage collection is alike. */
export function benchGrowth(): Bound[] {
  const rounds = Array.from({ length: 5 }, () => {
    collectGarbage()
    const small = measure(() => makeChains(10, 10_000)).ms / 10
    collectGarbage()
    return [small, measure(() => makeChains(1, 100_000)).ms] as const
  })
  const small = median(rounds.map(([ms]) => ms))
  const large = median(rounds.map(([, ms]) => ms))
  const detail = `${millis(large)} / ${millis(small)}`
  return [{ name: '100,000 nodes in one workflow / 10,000 nodes', value: large / small, most: 12, detail }]
}
