import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { ArgumentKind } from '../../diagnostics/arguments.ts'
import { requireArgument } from '../client/given-arguments.ts'
import type { DeployRecord } from './deploy-record.ts'
import { recordKind } from './record-kind.ts'

const fileKind: ArgumentKind = {
  takes: 'the path of a file, as text or as a file: URL',
  holds: (value) => (typeof value === 'string' && value.trim() !== '' && !value.includes('\0')) || isFileUrl(value),
}

function isFileUrl(value: unknown): boolean {
  return value instanceof URL && value.protocol === 'file:'
}

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
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  const record = parsed(file, text)
  if (isRecordOfDeploy(record)) return record
  throw new TypeError(
    `readRecord: ${String(file)} holds no record of a deploy of version 1. Delete it, and deploy: a new one is made.`,
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function parsed(file: string | URL, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `readRecord: ${String(file)} is not JSON. Delete it, and deploy: a new one is made.`
    throw new TypeError(message, { cause })
  }
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
  const beside = file instanceof URL ? new URL(`${file.href}.${randomUUID()}`) : `${file}.${randomUUID()}`
  try {
    await writeFile(beside, `${JSON.stringify(record, undefined, 2)}\n`, { flag: 'wx' })
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}
