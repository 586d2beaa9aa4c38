import type { EdgeForm } from '../../builders/build/context.ts'
import type { DefaultsInput } from '../../builders/node/defaults.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import type { Declaration } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import type { OutsideOutputs } from './outside-outputs.ts'

/** How a document is going to be written. */
export interface Manner {
  /** Whether builders write what is usual by themselves: those of a new pipeline do, those of `verbatim` do not. */
  readonly isFilled: boolean
  /** The project that the builders are parts of; undefined where they are built alone. */
  readonly project?: string | undefined
  /** What other documents of the project offer. */
  readonly outside?: OutsideOutputs | undefined
  readonly edges: EdgeForm
  readonly lifted: DefaultsInput
}

/** A node, workflow or other entity that is being written as code. */
export interface EntityDraft {
  readonly declaration: Declaration
  /** As the document has it. */
  readonly raw: Fields
  readonly entity: EntityName
  /** Where the document holds it: keys and indexes from the outside in. */
  readonly path: readonly (string | number)[]
  /** The fields that steps with builders in them say, such as the nodes of a workflow; of a node with a body, those of the body. */
  readonly said: readonly string[]
  /** The field of a node that holds a body, whose parts in `said` other drafts say. */
  readonly body?: string | undefined
}
