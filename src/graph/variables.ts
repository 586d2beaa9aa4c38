import { childEntities, type Entity } from '../document/index/entity.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import { type GraphFlow, type GraphNode, type GraphVariable, pairId } from './spec-graph.ts'
import type { VertexFinder } from './vertex-finder.ts'

/** Reads which variables nodes take from one another, each once, however often the document says it. */
class VariableReader {
  readonly variables: GraphVariable[] = []
  readonly #seen: Set<string> = new Set()
  readonly #index: SpecIndex
  readonly #finder: VertexFinder

  constructor(index: SpecIndex, finder: VertexFinder) {
    this.#index = index
    this.#finder = finder
  }

  /** Parameters that refer to a variable of another node, and inputs that say whose they are. */
  readVariables(): void {
    for (const variable of this.#index.eachEntity('Variable')) {
      const referred = variable.child('referenceVariable')
      const isInput = variable.parent?.name === 'Artifacts' && variable.parent.field === 'inputs'
      const source = referred ?? (isInput ? variable : undefined)
      const owner = source?.child('node')
      if (source === undefined || owner === undefined) continue
      this.#add(this.#provider(owner), this.#finder.around(variable), readText(source.value, 'name'))
    }
  }

  /** Texts that refer to a variable by its id. */
  readReferences(): void {
    for (const { holder, text, entity } of this.#index.references) {
      const variable = entity === 'Variable' ? this.#index.entityById(entity, text) : undefined
      if (variable === undefined) continue
      this.#add(this.#finder.around(variable), this.#finder.around(holder), readText(variable.value, 'name'))
    }
  }

  /** What PAI flows write beside their dependencies. */
  readVariableDepends(): void {
    for (const dependency of this.#index.eachEntity('VariableDependency')) {
      const to = this.#finder.byId(readText(dependency.parent?.value, 'nodeId'))
      for (const depend of childEntities(dependency, 'depends')) {
        const name = readText(depend.value, 'variableName') ?? readText(dependency.value, 'variableName')
        this.#add(this.#provider(depend), to, name)
      }
    }
  }

  #provider({ value }: Entity): GraphNode | GraphFlow | undefined {
    return this.#finder.byId(readText(value, 'nodeId')) ?? this.#finder.byOutput(readText(value, 'output'))
  }

  #add(from: GraphNode | GraphFlow | undefined, to: GraphNode | GraphFlow | undefined, name: string | undefined): void {
    if (from?.kind !== 'node' || to?.kind !== 'node' || from === to || name === undefined) return
    const key = `${pairId({ from, to })} ${name}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.variables.push({ from, to, name })
  }
}

/** Reads which variables nodes take from one another. */
export function readVariables(index: SpecIndex, finder: VertexFinder): readonly GraphVariable[] {
  const reader = new VariableReader(index, finder)
  reader.readVariables()
  reader.readReferences()
  reader.readVariableDepends()
  return reader.variables
}
