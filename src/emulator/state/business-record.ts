/** What a business process is for: scheduled nodes, or nodes that are started by hand. */
export type UseType = 'NORMAL' | 'MANUAL_BIZ'

/** A business process of a legacy workspace. */
export interface BusinessRecord {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly owner: string
  readonly useType: UseType
}
