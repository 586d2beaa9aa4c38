import { childEntities, childEntity, type Entity } from '../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { awaitedStatuses } from '../../graph/branch-conditions.ts'
import { type Arm, type Arms, isArm, type Wait } from './arms.ts'
import { readCondition } from './condition.ts'
import type { Expression } from './expression.ts'

/** A node that waits for two arms of one branch, and for neither only because something before it does. */
export interface ArmMeeting {
  readonly node: NodeEntry
  readonly pairs: readonly (readonly [Arm, Arm])[]
}

type ArmSet = ReadonlySet<Arm>

const none: ArmSet = new Set()

/** All branches together look at so many nodes; what comes later in a very large document is not looked at. */
const mostSteps = 1_000_000

/** So many pairs of arms are told of one node. */
const mostPairs = 20

/** Finds, branch by branch, the arms that have to be taken for each node to run. "Not run" spreads to what comes after. */
export class RequiredArms {
  readonly #index: SpecIndex
  readonly #arms: Arms
  readonly #ranks: ReadonlyMap<NodeEntry, number>
  #steps = 0

  constructor(index: SpecIndex, arms: Arms) {
    this.#index = index
    this.#arms = arms
    this.#ranks = ranksOf(index.nodes, arms)
  }

  /** The nodes at which arms of a branch meet. */
  *meetings(): Iterable<ArmMeeting> {
    for (const arms of this.#arms.ofBranches.values()) {
      if (this.#steps > mostSteps) return
      if (arms.length > 1) yield* this.#meetingsOf(arms)
    }
  }

  *#meetingsOf(arms: readonly Arm[]): Iterable<ArmMeeting> {
    const required = new Map<Wait, ArmSet>(arms.map((arm) => [arm, new Set([arm])]))
    for (const node of this.#behind(arms)) {
      const parts = this.#partsOf(node, required)
      const all = unionOf(parts)
      if (all.size === 0) continue
      required.set(node, all)
      const pairs = parts.some(({ size }) => size === all.size) ? [] : newPairs(parts)
      if (pairs.length > 0) yield { node, pairs }
    }
  }

  /** The nodes after some arms, each after all that it waits for; nodes in a cycle are left out. */
  #behind(arms: readonly Arm[]): readonly NodeEntry[] {
    const seen = new Set<NodeEntry>()
    const queue: Wait[] = [...arms]
    for (const wait of queue) {
      for (const node of this.#arms.followersOf(wait)) {
        if (++this.#steps > mostSteps) break
        if (seen.has(node) || !this.#ranks.has(node)) continue
        seen.add(node)
        // The arms of a branch need what the branch needs.
        queue.push(node, ...(this.#arms.ofBranches.get(node) ?? []))
      }
    }
    const rank = (node: NodeEntry): number => this.#ranks.get(node) ?? 0
    return [...seen].sort((left, right) => rank(left) - rank(right))
  }

  /** What each thing that a node waits for requires. */
  #partsOf(node: NodeEntry, required: ReadonlyMap<Wait, ArmSet>): readonly ArmSet[] {
    const { entity } = node
    if ([entity, entity.child('strategy')].some((holder) => holder?.value['ignoreBranchConditionSkip'] === true))
      return []
    const join = entity.child('join')
    if (join !== undefined) return this.#partsOfJoin(join, required)
    return this.#arms.waitsOf(node).map((wait) => requiredFor(wait, required))
  }

  /** Of a join, what must have succeeded in any case: what is combined with `and`, and does not hold for "not run" too. */
  #partsOfJoin(join: Entity, required: ReadonlyMap<Wait, ArmSet>): readonly ArmSet[] {
    const sets = new Map<string, ArmSet>()
    for (const arm of childEntities(join, 'branches')) {
      const statuses = awaitedStatuses(arm)
      const wait =
        statuses.includes('1') && !statuses.includes('2') ? this.#arms.waitOfJoin(arm, this.#index) : undefined
      sets.set(readText(arm.value, 'name') ?? '', wait === undefined ? none : requiredFor(wait, required))
    }
    const logic = readText(childEntity(join, 'logic')?.value, 'expression') ?? ''
    const { expression } = readCondition(logic.replace(/\b(?:AND|OR|NOT)\b/g, (word) => word.toLowerCase()))
    return expression === undefined ? [] : requiredBy(expression, sets)
  }
}

/** What something that is waited for requires; an arm of another branch what that branch does. */
function requiredFor(wait: Wait, required: ReadonlyMap<Wait, ArmSet>): ArmSet {
  return required.get(wait) ?? (isArm(wait) ? required.get(wait.branch) : undefined) ?? none
}

/** The sets that all must be required for an expression of a join to hold. */
function requiredBy(expression: Expression, sets: ReadonlyMap<string, ArmSet>): readonly ArmSet[] {
  if (expression.kind === 'name') return [sets.get(expression.text) ?? none]
  if (expression.kind === 'and') return expression.operands.flatMap((operand) => requiredBy(operand, sets))
  if (expression.kind !== 'or') return []
  const [first = none, ...others] = expression.operands.map((operand) => unionOf(requiredBy(operand, sets)))
  return [new Set([...first].filter((arm) => others.every((other) => other.has(arm))))]
}

function unionOf(sets: readonly ArmSet[]): ArmSet {
  const [first = none, ...others] = sets.filter(({ size }) => size > 0)
  return others.length === 0 ? first : new Set([first, ...others].flatMap((set) => [...set]))
}

/** The pairs of arms that come together here: one in one set, the other in another, and both in none. */
function newPairs(sets: readonly ArmSet[]): readonly (readonly [Arm, Arm])[] {
  const arms = [...unionOf(sets)]
  const pairs: (readonly [Arm, Arm])[] = []
  for (const [at, left] of arms.entries()) {
    for (const right of arms.slice(at + 1)) {
      if (pairs.length >= mostPairs) return pairs
      if (!sets.some((set) => set.has(left) && set.has(right))) pairs.push([left, right])
    }
  }
  return pairs
}

/** The nodes in an order in which each comes after all it waits for; those of a cycle, and behind one, have no rank. */
function ranksOf(nodes: readonly NodeEntry[], arms: Arms): ReadonlyMap<NodeEntry, number> {
  const ranks = new Map<NodeEntry, number>()
  if (arms.ofBranches.size === 0) return ranks
  const before = (node: NodeEntry): NodeEntry[] => {
    return arms.waitsOf(node).map((wait) => (isArm(wait) ? wait.branch : wait))
  }
  const left = new Map(nodes.map((node) => [node, before(node).length]))
  const after = (node: NodeEntry): NodeEntry[] => {
    return [node, ...(arms.ofBranches.get(node) ?? [])].flatMap((wait) => arms.followersOf(wait))
  }
  const queue = nodes.filter((node) => left.get(node) === 0)
  for (const node of queue) {
    ranks.set(node, ranks.size)
    for (const next of after(node)) {
      const count = (left.get(next) ?? 0) - 1
      left.set(next, count)
      if (count === 0) queue.push(next)
    }
  }
  return ranks
}
