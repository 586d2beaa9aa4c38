import { checkSpec } from '../../check/check-spec.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { IndexedDocument } from './pin-ids.ts'
import type { Buildable, SubmitOptions, SubmitSource } from './submission.ts'

function isBuildable(source: SubmitSource): source is Buildable {
  return 'build' in source && typeof source.build === 'function'
}

function fault(message: string, path: string): Diagnostic {
  const hint = 'ImportWorkflowDefinition takes the first workflow of a document, with its nodes, and nothing else.'
  return createDiagnostic({ rule: 'document/one-workflow', severity: 'error', message, hint, path })
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

/**
 * Builds and checks what is to be submitted.
 *
 * @throws FlowSpecError with everything that is wrong with it
 */
export function sourceDocument(source: SubmitSource, options: SubmitOptions): IndexedDocument {
  const document = isBuildable(source) ? source.build(options.build) : source
  const index = indexSpec(document)
  const found = [...(isBuildable(source) ? [] : checkSpec(document, options.check)), ...leftOut(index)]
  if (found.some((diagnostic) => diagnostic.severity === 'error')) throw new FlowSpecError(found)
  return { document, index }
}
