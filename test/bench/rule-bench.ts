import { RulePlan } from '../../src/check/rule-plan.ts'
import { rules } from '../../src/check/rules/index.ts'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import { buildChain, chainOf } from './chain.ts'
import { measure, median } from './measure.ts'

const length = 10_000
const rounds = 9

interface Share {
  readonly name: string
  readonly ms: number
}

/** Milliseconds of each rule in one check, and of reading the document into the index before. */
function timesOf(document: unknown): Share[] {
  const { ms, result: index } = measure(() => indexSpec(document))
  const times = rules.map((rule) => {
    const { name } = rule
    const plan = new RulePlan([rule])
    let found = 0
    const { ms: taken } = measure(() => plan.run({ index, project: undefined, reportOf: () => () => found++ }))
    // Making messages takes its own time, so a rule that has something to say shows how often.
    return { name: found === 0 ? name : `${name} (${found} findings)`, ms: taken }
  })
  return [{ name: '(the index)', ms }, ...times]
}

function line({ name, ms }: Share, total: number): string {
  return `${ms.toFixed(2).padStart(9)} ms ${((100 * ms) / total).toFixed(1).padStart(5)} %  ${name}\n`
}

/** A table of how long each rule takes on a chain of 10,000 nodes, the slowest first. It has no bound of its own. */
export function describeRules(): string {
  const document: unknown = JSON.parse(JSON.stringify(buildChain(chainOf(length))))
  const all = Array.from({ length: rounds }, () => timesOf(document))
  const shares = (all[0] ?? []).map(({ name }, at) => ({ name, ms: median(all.map((times) => times[at]?.ms ?? 0)) }))
  const total = shares.reduce((sum, { ms }) => sum + ms, 0)
  const sorted = shares.toSorted((left, right) => right.ms - left.ms)
  const title = `check of ${length} nodes, ${total.toFixed(0)} ms: time and share of each rule\n`
  return [title, ...sorted.map((share) => line(share, total))].join('')
}
