import type { Answerer, OperationTable } from './call.ts'
import { componentOperations } from './components.ts'
import { importOperations } from './import-jobs.ts'
import { businessOperations } from './legacy/business.ts'
import { fileReleaseOperations } from './legacy/file-releases.ts'
import { fileTypeOperations } from './legacy/file-types.ts'
import { fileOperations } from './legacy/files.ts'
import { folderOperations } from './legacy/folders.ts'
import { nodeChanges } from './node-changes.ts'
import { nodeOperations } from './nodes.ts'
import { pipelineOperations } from './pipeline-runs.ts'
import { projectOperations } from './projects.ts'
import { resourceAndFunctionOperations } from './resources-and-functions.ts'
import { instanceCreation } from './scheduler/create-instances.ts'
import { instanceOperations } from './scheduler/instances.ts'
import { scheduledOperations } from './scheduler/scheduled-lists.ts'
import { snapshotOperations } from './snapshots.ts'
import { workflowChanges } from './workflow-changes.ts'
import { workflowOperations } from './workflow-definitions.ts'
import { connectionOperations } from './workspace-bindings.ts'

const operations: OperationTable = {
  ...businessOperations,
  ...componentOperations,
  ...fileOperations,
  ...fileReleaseOperations,
  ...fileTypeOperations,
  ...folderOperations,
  ...connectionOperations,
  ...importOperations,
  ...nodeChanges,
  ...nodeOperations,
  ...pipelineOperations,
  ...projectOperations,
  ...resourceAndFunctionOperations,
  ...instanceCreation,
  ...instanceOperations,
  ...scheduledOperations,
  ...snapshotOperations,
  ...workflowChanges,
  ...workflowOperations,
}

/** What answers the operation that a request names, if there is one. Names are matched exactly. */
export function findOperation(version: string, method: string, action: string): Answerer | undefined {
  const operation = Object.hasOwn(operations, action) ? operations[action] : undefined
  return operation?.method === method && operation.versions.includes(version) ? operation.answer : undefined
}
