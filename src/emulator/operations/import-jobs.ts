import { planImport } from '../import/plan-import.ts'
import { readSpecDocument } from '../spec/spec-document.ts'
import { Job } from '../state/job.ts'
import { isServiceId } from '../state/service-id.ts'
import { unknownResource } from '../wire/error-catalogue.ts'
import { type JsonObject, readPlainText } from '../wire/json.ts'
import { type Call, dataStudio, type OperationTable } from './call.ts'
import { findNewProject } from './lookup.ts'

/** The import of a workflow, and how it is getting on. */
export const importOperations: OperationTable = {
  ImportWorkflowDefinition: dataStudio('POST', importWorkflowDefinition),
  GetJobStatus: dataStudio('GET', getJobStatus),
}

/**
 * Starts a job that creates or updates the first workflow of the document with its nodes, by their
 * ids. The id of the workflow is in the answer at once; everything else happens when the job runs.
 */
function importWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const dryRun = parameters.boolean('DryRun')
  const document = readSpecDocument(parameters.requiredText('Spec'))
  const given = readPlainText(document.workflow, 'id')
  const workflowId = isServiceId(given) ? service.ids.claim(given) : service.ids.next()
  const inner = call.losesEdges ? 'lose-edges' : 'take'
  const work = (): void => {
    const workflow = planImport({ service, project, document, workflowId, inner })
    if (!dryRun) project.put(workflow)
  }
  const { jobDuration: duration } = service.settings
  const job = new Job({ id: service.ids.next(), workflowId, now: service.now(), duration, work })
  service.addJob(job)
  return {
    AsyncJob: {
      Completed: false,
      CreateTime: job.createTime,
      Id: job.id,
      Progress: 0,
      Response: workflowId,
      Status: 'Running',
      // Recorded answers say Create even where an existing workflow was updated.
      Type: 'Create',
    },
  }
}

/** Unlike in the answer of the import itself, all values are texts. */
function getJobStatus({ service, parameters }: Call): JsonObject {
  const id = parameters.requiredText('JobId')
  const job = service.jobs.get(id)
  if (job === undefined) throw unknownResource('job', id)
  job.poll(service.now())
  const Completed = job.status === 'Running' ? 'False' : 'True'
  const CreateTime = String(job.createTime)
  return { JobStatus: { JobId: id, JobType: 'Create', Status: job.status, Completed, CreateTime, Error: job.error } }
}
