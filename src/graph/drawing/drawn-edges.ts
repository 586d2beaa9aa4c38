import { addToGroup } from '../../document/index/first-by-key.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { statusName } from '../../language/join-status.ts'
import {
  type GraphArm,
  type GraphEdge,
  type GraphVariable,
  type GraphVertex,
  pairId,
  type SpecGraph,
} from '../spec-graph.ts'
import type { RenderOptions } from './render-options.ts'

/** An arrow of a picture. */
export interface DrawnEdge {
  readonly from: GraphVertex
  readonly to: GraphVertex
  /** What stands beside it; the empty text for nothing. */
  readonly label: string
  /**
   * Whether it is a dependency within one cycle, which is drawn solid, or on a previous one; `other` where only variables go
   * along it. Both of these are dotted.
   */
  readonly meaning: 'same cycle' | 'previous cycle' | 'other'
  /** Of the label, what the look of the arrow does not say. */
  readonly note: string
}

const typeWords: ReadonlyMap<string, string> = new Map([
  [dependencyTypes.sameCycle, ''],
  [dependencyTypes.self, 'previous cycle'],
  [dependencyTypes.children, 'previous cycle of its children'],
  [dependencyTypes.other, 'previous cycle'],
])

function armText({ name, statuses }: GraphArm): string {
  return statuses.length === 0 ? name : `${name}: ${statuses.map(statusName).join(', ')}`
}

function isDrawn({ from, to }: GraphEdge, { externals }: Required<RenderOptions>): boolean {
  return externals || (from.kind !== 'external' && to.kind !== 'external')
}

/** The types whose meaning arrows show by their look. */
const plainTypes: ReadonlySet<string> = new Set([
  dependencyTypes.sameCycle,
  dependencyTypes.self,
  dependencyTypes.other,
])

function labelOf({ when, arm }: GraphEdge, typeWord: string, variables: readonly string[]): string {
  const words = [when ?? '', arm === undefined ? '' : armText(arm), typeWord, variables.join(', ')]
  return words.filter((word) => word !== '').join('; ')
}

function meaningOf(type: string): DrawnEdge['meaning'] {
  if (type === dependencyTypes.sameCycle) return 'same cycle'
  return typeWords.has(type) ? 'previous cycle' : 'other'
}

/** The variables of each pair of nodes, handed out once. */
class VariableNames {
  readonly #variables: readonly GraphVariable[]
  readonly #names: Map<string, string[]> = new Map()

  constructor(variables: readonly GraphVariable[]) {
    this.#variables = variables
    for (const variable of variables) addToGroup(this.#names, pairId(variable), variable.name)
  }

  take(pair: string): readonly string[] {
    const names = this.#names.get(pair) ?? []
    this.#names.delete(pair)
    return names
  }

  /** Arrows for the pairs that no dependency joins. */
  *rest(): Generator<DrawnEdge> {
    for (const variable of this.#variables) {
      const names = this.take(pairId(variable))
      if (names.length === 0) continue
      const label = names.join(', ')
      yield { from: variable.from, to: variable.to, label, meaning: 'other', note: label }
    }
  }
}

/** The arrows of a picture, each once, in the order of the document; the first arrow of a pair names its variables. */
export function drawnEdges(graph: SpecGraph, options: Required<RenderOptions>): readonly DrawnEdge[] {
  const variables = new VariableNames(options.variables ? graph.variables : [])
  const seen = new Set<string>()
  const edges: DrawnEdge[] = []
  for (const edge of graph.edges) {
    if (!isDrawn(edge, options)) continue
    const { from, to, type } = edge
    const pair = pairId(edge)
    const meaning = meaningOf(type)
    const names = meaning === 'same cycle' ? variables.take(pair) : []
    const typeWord = typeWords.get(type) ?? type
    const label = labelOf(edge, typeWord, names)
    const key = `${pair} ${type} ${label}`
    if (seen.has(key)) continue
    seen.add(key)
    const note = labelOf(edge, plainTypes.has(type) ? '' : typeWord, names)
    edges.push({ from, to, label, meaning, note })
  }
  return [...edges, ...variables.rest()]
}
