import type { Diagram, DiagramItem, DiagramLine, Tone } from '../../graph/layout/diagram.ts'
import type { LineNames } from '../../graph/svg/legend.ts'
import { toneOfCommand } from '../../graph/svg/node-tone.ts'
import type { Lineage, LineageNode, LineageTable } from './lineage.ts'
import { drawnNodes, ends } from './lineage-drawing.ts'

const tones: ReadonlyMap<string, Tone> = /* @__PURE__ */ new Map([
  ['odps', 'maxcompute'],
  ['hologres', 'hologres'],
  ['lake', 'hadoop'],
  ['flink', 'flink'],
])

const engineNames: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['odps', 'MaxCompute'],
  ['hologres', 'Hologres'],
  ['lake', 'Hive, Spark, Trino'],
  ['flink', 'Flink'],
  ['postgresql', 'PostgreSQL'],
  ['mysql', 'MySQL'],
])

/** What people call the engine of a table. */
export function engineName(engine: string): string {
  return engineNames.get(engine) ?? engine
}

/** What the lines of such a picture mean. */
export const lineageLineNames: LineNames = { normal: 'rows', loose: 'SQL in other code' }

/** What pictures call tables, by their places: never a text of a document. */
export function tableId(place: number): string {
  return `t${place}`
}

function tableItem({ name, engine }: LineageTable, id: string): DiagramItem {
  const tone = tones.get(engine) ?? 'database'
  return {
    id,
    label: name,
    detail: engineName(engine),
    shape: 'table',
    tone,
    isFrame: false,
    within: undefined,
  }
}

/** What is drawn is called by these names. */
interface DiagramIds {
  ofNode(node: LineageNode, place: number): string
  ofTable(table: LineageTable, place: number): string
}

const idsByPlace: DiagramIds = {
  ofNode: (_, place) => `n${place}`,
  ofTable: (_, place) => tableId(place),
}

/**
 * What is drawn of a lineage: its tables, and then the nodes that use them.
 *
 * @param ids - what nodes and tables are called. Default: by their places among those that are drawn
 */
export function lineageDiagram(lineage: Lineage, ids: DiagramIds = idsByPlace): Diagram {
  const nodes = drawnNodes(lineage)
  const items = [
    ...lineage.tables.map((table, at) => tableItem(table, ids.ofTable(table, at))),
    ...nodes.map((node, at): DiagramItem => {
      const { name, workflow, command = '' } = node
      const detail = workflow === '' ? command : workflow
      const tone = toneOfCommand(command)
      return { id: ids.ofNode(node, at), label: name, detail, shape: 'box', tone, isFrame: false, within: undefined }
    }),
  ]
  const places = new Map<object, number>([...lineage.tables, ...nodes].map((one, at) => [one, at]))
  const lines = lineage.links.flatMap((link): DiagramLine[] => {
    const [from, to] = ends(link).map((end) => places.get(end))
    if (from === undefined || to === undefined) return []
    return [{ from, to, kind: link.sure === false ? 'loose' : 'normal', label: '' }]
  })
  return { items, lines }
}
