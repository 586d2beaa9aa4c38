/** One arm of a branch node, to come after: what comes after it runs when its condition is the one that holds. */
export interface BranchCase<Name extends string = string> {
  readonly kind: 'case'
  /** Name of the branch node. */
  readonly name: Name
  /** Name of the arm. */
  readonly arm: string
}
