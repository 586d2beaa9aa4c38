import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'

/** The error for a span that gives more than is allowed. */
export function tooMany(what: string, limit: number): FlowSpecError {
  return new FlowSpecError([
    createDiagnostic({
      rule: 'schema/range',
      severity: 'error',
      message: `The span gives more than ${limit.toLocaleString('en-US')} ${what}.`,
      path: '/maxInstances',
      hint: 'Choose a shorter span or fewer documents, or raise maxInstances.',
    }),
  ])
}
