import { type ClientOptions, createClient, type DataWorksClient } from 'flowspec/dataworks'
import { key } from './key.ts'
import { type LoopbackServer, type Reply, type ReplyMaker, startLoopbackServer } from './loopback-server.ts'

/** A client of a server that gives certain replies; it waits one millisecond before it repeats a call. */
export async function clientOf(
  replies: readonly (Reply | ReplyMaker)[],
  options: Partial<Pick<ClientOptions, 'retry' | 'timeout'>> = {},
): Promise<{ readonly client: DataWorksClient; readonly server: LoopbackServer }> {
  const server = await startLoopbackServer(...replies)
  const retry = { baseDelay: 1, ...options.retry }
  return { server, client: createClient({ endpoint: server.url, credentials: key, timeout: options.timeout, retry }) }
}
