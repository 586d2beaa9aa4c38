/** What offers an output that a builder names by a handle, which knows what it is of. */
export interface CitedOwner {
  readonly kind: 'workflow' | 'node'
  readonly name: string
}
