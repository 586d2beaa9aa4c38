import { checkIndex } from '../../check/check-spec.ts'
import { type ArgumentKind, checkArgument, object } from '../../diagnostics/arguments.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { ownDocument } from '../../document/json/json-copy.ts'
import { readText } from '../../document/json/records.ts'
import { reading } from '../../document/reading.ts'
import type { ListWorkflowDefinitionsParams } from '../operations/workflow-definitions.ts'
import { foreignParts, isOtherThanDocument } from './foreign-source.ts'
import type { Buildable, SubmitOptions, SubmitSource } from './submission.ts'

/** What is submitted: the one workflow of a checked document. */
export interface Source {
  readonly name: string
  /** Undefined when the document is of another kind than those of workflows. */
  readonly type: ListWorkflowDefinitionsParams['type']
  /** The id that the document itself gives the workflow. */
  readonly ownId: string | undefined
  /** The view over the document that everything on the way reads; it is made once. */
  readonly index: SpecIndex
}

const workflow: ArgumentKind = { ...object, takes: 'a workflow, or a document that readSpec gives' }

/** The same, where there is no better word for a list than that it is none. */
export const oneWorkflow: ArgumentKind = {
  ...workflow,
  holds: (value) => workflow.holds(value) && !Array.isArray(value),
}

/**
 * Builds and checks what is to be submitted.
 *
 * @param call - the function that was called, for the words of errors
 * @throws FlowSpecError with everything that is wrong with it
 */
export function readSource(call: string, source: SubmitSource, options: SubmitOptions): Source {
  checkArgument(call, 'workflow', source, workflow)
  const isBuilt = isBuildable(source)
  // Between two requests the caller may change what was given.
  const document = isBuilt ? source.build(options.build) : reading(call, source, () => ownDocument(source))
  const other = reading(call, document, () => isOtherThanDocument(document))
  if (other !== undefined) throw new FlowSpecError([other])
  const index = reading(call, document, () => indexSpec(document))
  const found = [...(isBuilt ? [] : checkIndex(index, options.check)), ...foreignParts(index, options)]
  if (found.some((diagnostic) => diagnostic.severity === 'error')) throw new FlowSpecError(found)
  const submitted = index.entitiesOf('Workflow')[0]?.value
  return { name: readText(submitted, 'name') ?? '', type: typeOf(index), ownId: readText(submitted, 'id'), index }
}

/** Whether something is still to be built; documents are. */
export function isBuildable(source: SubmitSource): source is Buildable {
  return 'build' in source && typeof source.build === 'function'
}

function typeOf({ document }: SpecIndex): Source['type'] {
  const kind = readText(document, 'kind')
  return kind === 'ManualWorkflow' || kind === 'CycleWorkflow' || kind === 'TriggerWorkflow' ? kind : undefined
}
