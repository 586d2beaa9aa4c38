import { isFlowSpecError } from '../../src/diagnostics/flow-spec-error.ts'
import { simulate, streamInstances } from '../../src/simulate/index.ts'
import { nodesDocument } from './nodes-document.ts'

/** Simulates in a process of its own, whose heap is small, and prints what came of it: `node … small-heap.ts <what>`. */
const month = { from: '2026-01-01', to: '2026-01-31' }
const pad = (number: number): string => String(number).padStart(2, '0')

/** Workflows by the minute, each with a start of its own, so that no two share a schedule. */
function byTheMinute(count: number): object[] {
  return Array.from({ length: count }, (_, at) =>
    nodesDocument({
      [`n${at}`]: {
        cron: '00 */1 * * * ?',
        trigger: {
          startTime: `2000-01-01 ${pad(Math.floor(at / 3600) % 24)}:${pad(Math.floor(at / 60) % 60)}:${pad(at % 60)}`,
        },
      },
    }),
  )
}

/** A workflow of some nodes, one after the other. */
function chain(workflow: number, length: number): object {
  const names = Array.from({ length }, (_, at) => `w${workflow}_n${at}`)
  return nodesDocument(
    Object.fromEntries(
      names.map((name, at) => [
        name,
        { cron: `00 ${pad(workflow % 60)} 02 * * ?`, self: true, after: at === 0 ? [] : [names[at - 1] ?? ''] },
      ]),
    ),
  )
}

function count(documents: readonly object[], span = month): number {
  let found = 0
  for (const _ of streamInstances(JSON.parse(JSON.stringify(documents)), span)) found++
  return found
}

const cases: Readonly<Record<string, () => unknown>> = {
  'simulate 90 by the minute': () => simulate(JSON.parse(JSON.stringify(byTheMinute(90))), month).instances.length,
  'simulate 90 by the minute in a long span': () =>
    simulate(JSON.parse(JSON.stringify(byTheMinute(90))), { from: '2026-01-01', to: '2026-03-09' }).instances.length,
  'simulate 3,000 by the minute in a day': () =>
    simulate(JSON.parse(JSON.stringify(byTheMinute(3000))), { from: '2026-01-31', to: '2026-01-31' }).instances.length,
  'stream 1,000 workflows over a month': () => count(Array.from({ length: 1000 }, (_, at) => chain(at, 4))),
  'stream 4 by the minute over a month': () => count(byTheMinute(4)),
}

try {
  process.stdout.write(JSON.stringify({ instances: cases[process.argv[2] ?? '']?.() }))
} catch (error) {
  if (!isFlowSpecError(error)) throw error
  process.stdout.write(JSON.stringify(error.diagnostics.map(({ rule, message, hint }) => [rule, message, hint])))
}
