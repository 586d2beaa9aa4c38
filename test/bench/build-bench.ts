import { Ajv } from 'ajv'
import { schemaBundle } from 'flowspec/schema'
import type { Bound } from './bound.ts'
import { buildChain, chainOf } from './chain.ts'
import { least, measure } from './measure.ts'

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
  const small = Array.from({ length: 9 }, () => round(10_000))
  const ours = least(small.map((one) => one.ours))
  const yardstick = least(small.map((one) => one.yardstick))
  const large = least(Array.from({ length: 3 }, () => measure(() => JSON.stringify(buildChain(chainOf(100_000)))).ms))
  return [
    {
      name: 'build, check and write 10,000 nodes / stringify, validate and freeze them',
      value: ours / yardstick,
      most: 3,
      detail: `${millis(ours)} / ${millis(yardstick)}, ${small[0]?.bytes.toFixed(0)} bytes a node`,
    },
    {
      name: '100,000 nodes / 10,000 nodes',
      value: large / ours,
      most: 12,
      detail: `${millis(large)} / ${millis(ours)}`,
    },
  ]
}
