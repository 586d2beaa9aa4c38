import { childEntities, type Entity } from '../document/index/entity.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import type { GraphArm, GraphVertex } from './spec-graph.ts'
import type { VertexFinder } from './vertex-finder.ts'

/** The states an arm waits for, as they are written. */
function statusesOf(arm: Entity): readonly string[] {
  const codes: unknown = arm.child('assertion')?.value['in']
  return Array.isArray(codes)
    ? codes.filter((code) => typeof code === 'string' || typeof code === 'number').map(String)
    : []
}

/** A join, and what one of its arms waits for: a vertex, or one of its outputs. */
function armKey(join: GraphVertex, upstream: GraphVertex | string): string {
  const named = typeof upstream === 'string' ? `output ${upstream}` : `${upstream.kind} ${upstream.place}`
  return `${join.place} ${named}`
}

/** The conditions of branches by their outputs, and the arms of joins by what they wait for. */
export class BranchConditions {
  readonly #finder: VertexFinder
  readonly #conditions: Map<string, string> = new Map()
  readonly #arms: Map<string, GraphArm> = new Map()

  constructor(index: SpecIndex, finder: VertexFinder) {
    this.#finder = finder
    for (const arm of index.eachEntity('BranchArm')) this.#addCondition(arm)
    for (const join of index.eachEntity('Join')) this.#addArms(join)
  }

  /** The condition an output stands for. */
  conditionOf(output: string | undefined): string | undefined {
    return output === undefined || this.#conditions.size === 0 ? undefined : this.#conditions.get(output)
  }

  /** The arm of a join that waits for an output, or for anything of what offers it. */
  armOf(join: GraphVertex, from: GraphVertex, output: string | undefined): GraphArm | undefined {
    if (this.#arms.size === 0 || join.kind !== 'node') return undefined
    const byOutput = output === undefined ? undefined : this.#arms.get(armKey(join, output))
    return byOutput ?? this.#arms.get(armKey(join, from))
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
    for (const entity of childEntities(join, 'branches')) {
      const arm = { name: readText(entity.value, 'name') ?? '', statuses: statusesOf(entity) }
      const output = this.#outputOf(entity)
      if (output !== undefined) this.#add(armKey(node, output), arm)
      const upstream = this.#finder.byId(readText(entity.value, 'nodeId')) ?? this.#finder.byOutput(output)
      if (upstream !== undefined) this.#add(armKey(node, upstream), arm)
    }
  }

  #add(key: string, arm: GraphArm): void {
    if (!this.#arms.has(key)) this.#arms.set(key, arm)
  }
}
