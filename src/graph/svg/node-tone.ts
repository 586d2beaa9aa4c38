import { type NodeEngine, nodeEngines } from '../../language/generated/node-engines.ts'
import { structures } from '../../language/structures.ts'
import { vertexShape } from '../drawing/drawn-vertices.ts'
import type { Tone } from '../layout/diagram.ts'
import type { GraphVertex } from '../spec-graph.ts'

const tones: Readonly<Record<NodeEngine, Tone>> = {
  MaxCompute: 'maxcompute',
  Hologres: 'hologres',
  EMR: 'hadoop',
  CDH: 'hadoop',
  'ADB Spark': 'hadoop',
  Lindorm: 'hadoop',
  Flink: 'flink',
  Database: 'database',
  ClickHouse: 'database',
  'Data Integration': 'integration',
  Algorithm: 'algorithm',
  General: 'general',
  CUSTOM: 'general',
}

/** What the tones are called in the legend, in its order. */
export const toneNames: ReadonlyMap<Tone, string> = /* @__PURE__ */ new Map([
  ['maxcompute', 'MaxCompute'],
  ['hologres', 'Hologres'],
  ['hadoop', 'EMR, CDH, Spark'],
  ['flink', 'Flink'],
  ['database', 'Database'],
  ['integration', 'Data Integration'],
  ['algorithm', 'Algorithm'],
  ['general', 'General'],
  ['control', 'Control'],
  ['outside', 'Outside of the document'],
])

const steering: ReadonlySet<string | undefined> = /* @__PURE__ */ new Set(
  Object.values(structures).map(({ command }) => command),
)

const byCommand: { known: ReadonlyMap<string, Tone> | undefined } = { known: undefined }

/** The tone of a command: of one that is not known, that of general nodes. */
export function toneOfCommand(command: string): Tone {
  byCommand.known ??= new Map(
    nodeEngines.flatMap(([engine, commands]) => commands.map((one): [string, Tone] => [one, tones[engine]])),
  )
  return byCommand.known.get(command) ?? 'general'
}

/** The tone of a vertex: of its engine, of control for what only steers others. */
export function toneOf(vertex: GraphVertex): Tone {
  const shape = vertexShape(vertex)
  if (shape === 'external') return 'outside'
  if (vertex.kind !== 'node' || shape !== 'box' || steering.has(vertex.command)) return 'control'
  return toneOfCommand(vertex.command ?? '')
}
