import type { DataWorksClient } from '../client/data-works-client.ts'
import { eachItem } from '../client/pages.ts'

/** A client that counts what is called through it. */
export interface CountedClient {
  readonly client: DataWorksClient
  /** How many calls were made so far: a page of a list is one, and so is each question for a job. */
  readonly calls: number
}

/**
 * Makes a client that counts its calls. The walks over lists are its own, made of single pages, so that each page counts;
 * repetitions after failures do not.
 */
export function countCalls(client: DataWorksClient): CountedClient {
  let calls = 0
  const counting = new Proxy(
    { ...client },
    {
      get(target, name, receiver): unknown {
        const method: unknown = Reflect.get(target, name, receiver)
        // A walk calls the lists, and a wait says itself how often it asked.
        if (typeof method !== 'function' || isOfMany(name)) return method
        return (...given: unknown[]): unknown => {
          calls++
          return Reflect.apply(method, target, given)
        }
      },
    },
  )
  const counted: DataWorksClient = {
    ...counting,
    eachWorkflowDefinition: (params, options) =>
      eachItem((page) => counted.listWorkflowDefinitions({ ...params, ...page }, options)),
    eachNode: (params, options) => eachItem((page) => counted.listNodes({ ...params, ...page }, options)),
    eachNodeDependency: (params, options) =>
      eachItem((page) => counted.listNodeDependencies({ ...params, ...page }, options)),
    waitForJob: async (params, { onProgress, ...waiting } = {}) => {
      const report: typeof onProgress = (status) => {
        calls++
        onProgress?.(status)
      }
      return await client.waitForJob(params, { ...waiting, onProgress: report })
    },
  }
  return {
    client: counted,
    get calls() {
      return calls
    },
  }
}

function isOfMany(name: string | symbol): boolean {
  return typeof name === 'string' && (name.startsWith('each') || name === 'waitForJob')
}
