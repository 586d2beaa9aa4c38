import type { DataWorksClient } from '../client/data-works-client.ts'
import type { WaitForJobOptions, WaitForJobParams } from '../client/wait-for-job.ts'
import type { JobStatus } from '../operations/import-job.ts'

/** A client that counts what is called through it. */
export interface CountedClient {
  readonly client: DataWorksClient
  /** How many calls were made so far; each page of a list is one, and each question for a job. */
  readonly calls: number
}

/** Pages as large as walks over lists ask for. */
const pageSize = 100

/** Makes a client that counts its calls; repetitions after failures are not among them. */
export function countCalls(client: DataWorksClient): CountedClient {
  let calls = 0
  const count = (): void => {
    calls++
  }
  const counting = new Proxy(
    { ...client },
    {
      get(target, name, receiver): unknown {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return (...given: readonly unknown[]): unknown => {
          const answer: unknown = Reflect.apply(method, target, given)
          // A walk counts its pages as it goes.
          if (isAsyncIterable(answer)) return eachCounted(answer, count)
          count()
          return answer
        }
      },
    },
  )
  const waitForJob = async (params: WaitForJobParams, waiting: WaitForJobOptions = {}): Promise<JobStatus> => {
    const onProgress = (status: JobStatus): void => {
      count()
      waiting.onProgress?.(status)
    }
    return await client.waitForJob(params, { ...waiting, onProgress })
  }
  return {
    client: { ...counting, waitForJob },
    get calls() {
      return calls
    },
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

async function* eachCounted(items: AsyncIterable<unknown>, count: () => void): AsyncGenerator<unknown> {
  let left = pageSize
  count()
  for await (const item of items) {
    if (left === 0) {
      count()
      left = pageSize
    }
    left--
    yield item
  }
}
