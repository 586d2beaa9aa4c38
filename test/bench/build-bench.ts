import { Ajv } from 'ajv'
import { checkProject, checkSpec, external, type FlowDocument, project, shell, type Workflow, workflow } from 'flowspec'
import { schemaBundle } from 'flowspec/schema'
import { buildChain, chainOf } from './chain.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { Figure } from './figure.ts'
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
export function benchBuild(): Figure[] {
  const rounds = Array.from({ length: 15 }, () => round(10_000))
  const ours = median(rounds.map((one) => one.ours))
  const yardstick = median(rounds.map((one) => one.yardstick))
  return [
    {
      name: 'warm: build, check and write 10,000 nodes / stringify, validate and freeze them',
      value: ours / yardstick,
      unit: '×',
      goal: 3,
      detail: `${millis(ours)} / ${millis(yardstick)}, ${rounds[0]?.bytes.toFixed(0)} bytes a node in one line`,
    },
  ]
}

/** The growth of work: the median of rounds in which a large and a small one take turns, garbage cleared before each. */
function growth(name: string, small: () => unknown, large: () => unknown, share: number): Figure {
  const rounds = Array.from({ length: 5 }, () => {
    collectGarbage()
    const few = measure(small).ms / share
    collectGarbage()
    return [few, measure(large).ms] as const
  })
  const few = median(rounds.map(([ms]) => ms))
  const many = median(rounds.map(([, ms]) => ms))
  // Linear growth is 10. What grows with the square is 100, and far over this bound on any machine.
  return { name, value: many / few, unit: '×', goal: 12, most: 30, detail: `${millis(many)} / ${millis(few)}` }
}

/** Builds, checks and writes chains, and keeps documents and texts, as a program does that makes several. */
function makeChains(count: number, length: number): unknown {
  return Array.from({ length: count }, () => {
    const document = buildChain(chainOf(length))
    return [document, JSON.stringify(document)]
  })
}

/** Workflows of a project that wait for one another. */
function workflowsOf(length: number): Workflow[] {
  return Array.from({ length }, (_, at) => {
    const load = shell(`load_${at}` as string).output(`retail.load_${at}`)
    const flow = workflow(`flow_${at}` as string).cron('00 02 00 * * ?')
    return flow.nodes(at === 0 ? load : load.after(external(`retail.load_${at - 1}`)))
  })
}

/** Documents of workflows that wait for one another, as they are read from text. */
function documentsOf(workflows: readonly Workflow[]): readonly FlowDocument[] {
  return workflows.map((flow) => JSON.parse(JSON.stringify(flow)) as FlowDocument)
}

/** Checks each document among all of them, with a project that is made anew for each. */
function checkEach(documents: readonly FlowDocument[]): unknown {
  return documents.map((document) => checkSpec(document, { project: { identifier: 'retail', documents } }))
}

/** What grows with what users have: nodes of a workflow, workflows of a project. */
export function benchGrowth(): Figure[] {
  const [few, many] = [workflowsOf(100), workflowsOf(1000)]
  const [fewDocuments, manyDocuments] = [documentsOf(few), documentsOf(many)]
  const check = (workflows: readonly Workflow[]) => () =>
    project('retail')
      .add(...workflows)
      .check()
  return [
    // As many nodes in ten small ones as in the large one, so that garbage collection is alike.
    growth(
      '100,000 nodes in one workflow / 10,000 nodes',
      () => makeChains(10, 10_000),
      () => makeChains(1, 100_000),
      10,
    ),
    growth('check of a project of 1,000 workflows / 100', check(few), check(many), 1),
    growth(
      'checkProject of 1,000 documents / 100',
      () => checkProject(fewDocuments, { identifier: 'retail' }),
      () => checkProject(manyDocuments, { identifier: 'retail' }),
      1,
    ),
    growth(
      'checkSpec of each of 1,000 documents with their project / 100',
      () => checkEach(fewDocuments),
      () => checkEach(manyDocuments),
      1,
    ),
  ]
}
