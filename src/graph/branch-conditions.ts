import { childEntities, type Entity } from '../document/index/entity.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import type { GraphArm, GraphVertex } from './spec-graph.ts'
import type { VertexFinder } from './vertex-finder.ts'

/** The statuses a branch of a join waits for, as they are written. */
export function awaitedStatuses(arm: Entity): readonly string[] {
  const codes: unknown = arm.child('assertion')?.value['in']
  return Array.isArray(codes)
    ? codes.filter((code) => typeof code === 'string' || typeof code === 'number').map(String)
    : []
}

/** The conditions of branches by their outputs, and the arms of joins by what they wait for. */
export class BranchConditions {
  readonly #finder: VertexFinder
  readonly #conditions: Map<string, string> = new Map()
  readonly #arms: Map<GraphVertex, Map<GraphVertex | string, GraphArm>> = new Map()

  constructor(index: SpecIndex, finder: VertexFinder) {
    this.#finder = finder
    for (const arm of index.eachEntity('BranchArm')) this.#addCondition(arm)
    for (const join of index.eachEntity('Join')) this.#addArms(join)
  }

  /** The condition an output stands for. */
  conditionOf(output: string | undefined): string | undefined {
    return output === undefined ? undefined : this.#conditions.get(output)
  }

  /** The arm of a join that waits for an output, or for anything of what provides it. */
  armOf(join: GraphVertex, from: GraphVertex, output: string | undefined): GraphArm | undefined {
    const arms = this.#arms.get(join)
    return (output === undefined ? undefined : arms?.get(output)) ?? arms?.get(from)
  }

  #outputOf(arm: Entity): string | undefined {
    const text = readText(arm.child('output')?.value, 'data') ?? readText(arm.value, 'output')
    return text === undefined ? undefined : this.#finder.outputData(text)
  }

  #addCondition(arm: Entity): void {
    const output = this.#outputOf(arm)
    const when = readText(arm.value, 'when') ?? readText(arm.value, 'desc')
    if (output !== undefined && when !== undefined && !this.#conditions.has(output)) this.#conditions.set(output, when)
  }

  #addArms(join: Entity): void {
    const node = this.#finder.around(join)
    if (node === undefined) return
    const arms = new Map<GraphVertex | string, GraphArm>()
    this.#arms.set(node, arms)
    for (const entity of childEntities(join, 'branches')) {
      const arm = { name: readText(entity.value, 'name') ?? '', statuses: awaitedStatuses(entity) }
      const output = this.#outputOf(entity)
      const upstream = this.#finder.byId(readText(entity.value, 'nodeId')) ?? this.#finder.byOutput(output)
      for (const key of [output, upstream]) if (key !== undefined && !arms.has(key)) arms.set(key, arm)
    }
  }
}
