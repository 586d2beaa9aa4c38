import type { ReadDocument } from '../document/read-spec.ts'
import type { FlowDocument } from '../model/generated/types.ts'

/**
 * A document to simulate: a `FlowDocument`, what `readSpec` or `readYaml` gives, or a builder, which is built.
 *
 * @example
 * ```ts
 * import { readSpec, workflow } from 'flowspec'
 * import type { SimulatedDocument } from 'flowspec/simulate'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 * const documents: SimulatedDocument[] = [orders, orders.build(), readSpec(JSON.stringify(orders))]
 * ```
 */
export type SimulatedDocument =
  | FlowDocument
  | ReadDocument
  | {
      /** Gives the document. */
      build(options?: { readonly project?: string }): FlowDocument
    }
