import { checkIndex } from '../../check/check-spec.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { ListWorkflowDefinitionsParams } from '../operations/workflow-definitions.ts'
import type { Buildable, SubmitOptions, SubmitSource } from './submission.ts'

/** What is submitted: the one workflow of a checked document. */
export interface Source {
  readonly name: string
  /** Undefined when the document is of another kind than those of workflows. */
  readonly type: ListWorkflowDefinitionsParams['type']
  /** The view over the document that everything on the way reads; it is made once. */
  readonly index: SpecIndex
}

/**
 * Builds and checks what is to be submitted.
 *
 * @throws FlowSpecError with everything that is wrong with it
 */
export function readSource(source: SubmitSource, options: SubmitOptions): Source {
  const isBuilt = isBuildable(source)
  const index = indexSpec(isBuilt ? source.build(options.build) : source)
  const found = [...(isBuilt ? [] : checkIndex(index, options.check)), ...leftOut(index)]
  if (found.some((diagnostic) => diagnostic.severity === 'error')) throw new FlowSpecError(found)
  const name = readText(index.entitiesOf('Workflow')[0]?.value, 'name') ?? ''
  return { name, type: typeOf(index), index }
}

function isBuildable(source: SubmitSource): source is Buildable {
  return 'build' in source && typeof source.build === 'function'
}

/** What of a document an import would leave out without a word. */
function leftOut(index: SpecIndex): Diagnostic[] {
  const faults: Diagnostic[] = []
  const workflows = index.entitiesOf('Workflow').length
  const outside = index.nodes.filter((node) => node.flow.entity.name === 'Spec').length
  if (workflows !== 1) {
    faults.push(fault(`The document holds ${workflows} workflows; one at a time is submitted.`, '/spec/workflows'))
  }
  if (outside > 0) {
    faults.push(
      fault(`${outside === 1 ? '1 node stands' : `${outside} nodes stand`} outside of the workflow.`, '/spec/nodes'),
    )
  }
  return faults
}

function fault(message: string, path: string): Diagnostic {
  const hint = 'ImportWorkflowDefinition takes the first workflow of a document, with its nodes, and nothing else.'
  return createDiagnostic({ rule: 'document/one-workflow', severity: 'error', message, hint, path })
}

function typeOf({ document }: SpecIndex): Source['type'] {
  const kind = readText(document, 'kind')
  return kind === 'ManualWorkflow' || kind === 'CycleWorkflow' || kind === 'TriggerWorkflow' ? kind : undefined
}
