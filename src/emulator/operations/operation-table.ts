import { businessOperations } from './business.ts'
import type { Answerer, OperationTable } from './call.ts'
import { componentOperations } from './components.ts'
import { importOperations } from './import-jobs.ts'
import { nodeChanges } from './node-changes.ts'
import { nodeOperations } from './nodes.ts'
import { pipelineOperations } from './pipeline-runs.ts'
import { projectOperations } from './projects.ts'
import { resourceAndFunctionOperations } from './resources-and-functions.ts'
import { snapshotOperations } from './snapshots.ts'
import { workflowChanges } from './workflow-changes.ts'
import { workflowOperations } from './workflow-definitions.ts'

const operations: OperationTable = {
  ...businessOperations,
  ...componentOperations,
  ...importOperations,
  ...nodeChanges,
  ...nodeOperations,
  ...pipelineOperations,
  ...projectOperations,
  ...resourceAndFunctionOperations,
  ...snapshotOperations,
  ...workflowChanges,
  ...workflowOperations,
}

/** What answers the operation that a request names, if there is one. Names are matched exactly. */
export function findOperation(version: string, method: string, action: string): Answerer | undefined {
  const operation = Object.hasOwn(operations, action) ? operations[action] : undefined
  return operation?.method === method && operation.versions.includes(version) ? operation.answer : undefined
}
