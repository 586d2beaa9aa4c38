import { unknownResource } from '../errors/error-catalogue.ts'
import type { JsonObject } from '../json/json-object.ts'
import type { Call } from './call.ts'

/** GetJobStatus: unlike in the answer of the import itself, all values are texts. */
export function getJobStatus({ service, parameters }: Call): JsonObject {
  const id = parameters.requiredText('JobId')
  const job = service.jobs.get(id)
  if (job === undefined) throw unknownResource('job', id)
  job.poll(service.now())
  const Completed = job.status === 'Running' ? 'False' : 'True'
  const CreateTime = String(job.createTime)
  return { JobStatus: { JobId: id, JobType: 'Create', Status: job.status, Completed, CreateTime, Error: job.error } }
}
