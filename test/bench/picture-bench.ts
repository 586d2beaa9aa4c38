import { toSvg } from '../../src/graph/svg/to-svg.ts'
import { toHtml } from '../../src/preview/to-html.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { Figure } from './figure.ts'
import { measure } from './measure.ts'

/** Far more than ten times as many nodes take, on any machine. */
const mostGrowth = 40

/** A workflow whose nodes come after two others each. */
function documentOf(count: number): object {
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    name: `node_${at}`,
    script: { runtime: { command: 'ODPS_SQL' }, content: `select ${at}` },
  }))
  const dependencies = nodes.slice(2).map(({ id }, at) => ({
    nodeId: id,
    depends: [
      { type: 'Normal', nodeId: `n${at >> 1}` },
      { type: 'Normal', nodeId: `n${at + 1 - (at % 3)}` },
    ],
  }))
  const trigger = { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [{ name: 'w', trigger, nodes, dependencies }] } }
}

/** How long pictures take, and whether the time grows with the document. */
export function benchPictures(): readonly Figure[] {
  const [small, large] = [documentOf(1000), documentOf(10_000)]
  toSvg(documentOf(100))
  const { ms: short } = measure(() => toSvg(small))
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const { ms: long, result } = measure(() => toSvg(large))
  const used = (process.memoryUsage().heapUsed - before) / 1000
  const page = measure(() => toHtml(small, { from: '2026-03-01', to: '2026-03-31' }))
  const detail = `${(result.length / 1e6).toFixed(1)} MB of SVG`
  return [
    { name: 'SVG of 10,000 nodes', value: long, unit: 'ms', detail },
    { name: 'SVG of 10,000 nodes, of that of 1,000', value: long / short, unit: '×', most: mostGrowth, detail },
    { name: 'memory left behind by that', value: used, unit: 'kB', detail: 'the text itself is a part of it' },
    {
      ...{ name: 'page of 1,000 nodes with a month of runs', value: page.ms, unit: 'ms' },
      detail: `${(page.result.length / 1e6).toFixed(1)} MB of HTML`,
    },
  ]
}
