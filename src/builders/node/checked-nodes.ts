import type { AnyNode, Dependency, NodeBuilder, PreviousDependency } from './node-builder.ts'

/** What is to be written in place of something that is no node. */
type NoNode<Item> = Item extends string
  ? 'Give the node itself and not its name: .nodes(node)'
  : Item extends readonly unknown[]
    ? 'Spread the list: .nodes(...list)'
    : Item extends false | null | undefined
      ? 'Add nodes on a condition by .when(condition, (one) => one.nodes(node))'
      : Item extends PromiseLike<unknown>
        ? 'Write await before what makes the node'
        : Item extends { outputOf(): unknown }
          ? 'A workflow holds no workflows: .nodes(subProcess(name).runs(workflow.outputOf())) runs one in another'
          : AnyNode

/** What keeps an item from standing among nodes of these names; never for a node that finds all it comes after. */
type Fault<Item, Names extends string, Place extends string> =
  Item extends NodeBuilder<infer Name, infer Needs>
    ? [Exclude<Needs, Names>] extends [never]
      ? never
      : Record<never, never> extends Record<Exclude<Needs, Names>, 1>
        ? never
        : `'${Name}' comes after '${Exclude<Needs, Names>}', which is not in the ${Place}`
    : NoNode<Item>

/**
 * A node that finds all it comes after among the names; else a sentence that says what it misses, or what to write. Of a
 * list whose items may be this or that, the faults alone are left, so that the error speaks of nothing else.
 */
export type Checked<Item, Names extends string, Place extends string = 'workflow'> = [
  Fault<Item, Names, Place>,
] extends [never]
  ? Item
  : Fault<Item, Names, Place>

/** The names of nodes. */
export type NameOf<Item> = Item extends AnyNode ? Item['name'] : never

/** What the methods that make a node come after something take. */
interface Upstreams {
  readonly after: Dependency
  readonly afterPrevious: PreviousDependency
}

type NoUpstream<Item, Method extends keyof Upstreams> = Item extends Upstreams[Method]
  ? Item
  : Item extends readonly unknown[]
    ? `Spread the list: .${Method}(...list)`
    : Item extends false | null | undefined
      ? `Come after it on a condition by .when(condition, (node) => node.${Method}(other))`
      : Item extends PromiseLike<unknown>
        ? 'Write await before what makes the node'
        : Item extends { outputOf(): unknown }
          ? `Come after a node of the workflow, .${Method}(workflow.outputOf(name)), or after all of it, .${Method}(workflow.outputOf())`
          : Upstreams[Method]

/** What to write in place of each thing that a node cannot come after. */
export type Misplaced<Items extends readonly unknown[], Method extends keyof Upstreams> = {
  [Index in keyof Items]: NoUpstream<Items[Index], Method>
}
