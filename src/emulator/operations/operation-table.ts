import { createBusiness, getBusiness, legacyEnvelope, listBusiness } from './business.ts'
import type { Operation } from './call.ts'
import { getJobStatus, importWorkflowDefinition } from './import-jobs.ts'
import { getNode, listNodeDependencies, listNodes } from './nodes.ts'
import { getProject, listProjects } from './projects.ts'
import {
  createWorkflowDefinition,
  deleteWorkflowDefinition,
  getWorkflowDefinition,
  listWorkflowDefinitions,
  updateWorkflowDefinition,
} from './workflow-definitions.ts'

/** The operations there are, by version, HTTP method and name. */
const operations: ReadonlyMap<string, Operation> = new Map([
  ['2020-05-18 POST CreateBusiness', legacyEnvelope(createBusiness)],
  ['2020-05-18 POST GetBusiness', legacyEnvelope(getBusiness)],
  ['2020-05-18 POST ListBusiness', legacyEnvelope(listBusiness)],
  ['2024-05-18 POST CreateBusiness', legacyEnvelope(createBusiness)],
  ['2024-05-18 POST GetBusiness', legacyEnvelope(getBusiness)],
  ['2024-05-18 POST ListBusiness', legacyEnvelope(listBusiness)],
  ['2024-05-18 POST CreateWorkflowDefinition', createWorkflowDefinition],
  ['2024-05-18 POST DeleteWorkflowDefinition', deleteWorkflowDefinition],
  ['2024-05-18 GET GetJobStatus', getJobStatus],
  ['2024-05-18 GET GetNode', getNode],
  ['2024-05-18 GET GetProject', getProject],
  ['2024-05-18 GET GetWorkflowDefinition', getWorkflowDefinition],
  ['2024-05-18 POST ImportWorkflowDefinition', importWorkflowDefinition],
  ['2024-05-18 GET ListNodeDependencies', listNodeDependencies],
  ['2024-05-18 GET ListNodes', listNodes],
  ['2024-05-18 POST ListProjects', listProjects],
  ['2024-05-18 GET ListWorkflowDefinitions', listWorkflowDefinitions],
  ['2024-05-18 POST UpdateWorkflowDefinition', updateWorkflowDefinition],
])

/** The operation a request names, if there is one. Names are matched exactly. */
export function findOperation(version: string, method: string, action: string): Operation | undefined {
  return operations.get(`${version} ${method} ${action}`)
}
