import { requireArgument } from '../client/given-arguments.ts'
import type { DeployRecord } from './deploy-record.ts'
import { fileKind, parsedJson, readOptional, writeJsonFile } from './json-file.ts'
import { recordKind } from './record-kind.ts'

/**
 * Reads the record of the last deploy from a file.
 *
 * @param file - where {@link writeRecord} wrote it
 * @returns the record; undefined when there is no such file, which a first deploy and a lost record both are
 * @throws TypeError when the file holds something else, such as a record of a later version
 *
 * @example
 * ```ts
 * import { createClient, plan, readRecord } from 'flowspec/dataworks'
 * import { workflow } from 'flowspec'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 * const record = await readRecord('deploy/prod.json')
 * const planned = await plan(client, orders, { projectId: 10000, record })
 * ```
 */
export async function readRecord(file: string | URL): Promise<DeployRecord | undefined> {
  requireArgument('readRecord', 'file', file, fileKind)
  const text = await readOptional('readRecord', file)
  if (text === undefined) return undefined
  const record = parsedJson(text, `readRecord: ${String(file)} is not JSON. Delete it, and deploy: a new one is made.`)
  if (isRecordOfDeploy(record)) return record
  throw new TypeError(
    `readRecord: ${String(file)} holds no record of a deploy of version 1. Delete it, and deploy: a new one is made.`,
  )
}

function isRecordOfDeploy(value: unknown): value is DeployRecord {
  return recordKind.holds(value)
}

/**
 * Writes the record of a deploy into a file, whole or not at all: whoever reads it meanwhile finds the one before. The
 * same record gives the same text.
 *
 * @param file - one for each environment, in a folder that is there; it holds no secrets and belongs into git
 * @param record - what `deploy` gave
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { createClient, deploy, writeRecord } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const { record } = await deploy(client, workflow('orders').cron('00 02 00 * * ?'), { projectId: 10000 })
 * await writeRecord('deploy/prod.json', record)
 * ```
 */
export async function writeRecord(file: string | URL, record: DeployRecord): Promise<void> {
  requireArgument('writeRecord', 'file', file, fileKind)
  requireArgument('writeRecord', 'record', record, recordKind)
  await writeJsonFile(file, record)
}
