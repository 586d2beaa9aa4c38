import type { ArgumentKind } from '../../diagnostics/arguments.ts'
import { isRecord } from '../../document/json/records.ts'
import { requireArgument } from '../client/given-arguments.ts'
import { fileKind, parsedJson, readOptional, writeJsonFile } from './json-file.ts'
import { type Plan, type PlanData, PlanOfParts } from './plan-result.ts'

/** Whether a value is a plan as data, of the version that this library reads. */
function isPlanData(value: unknown): value is PlanData {
  return (
    isRecord(value) &&
    value['version'] === 1 &&
    typeof value['projectId'] === 'string' &&
    Array.isArray(value['changes']) &&
    Array.isArray(value['seen']) &&
    Array.from<unknown>(value['seen']).every(isRecord)
  )
}

/** Whether a value is a plan of this copy of the library, or one as data. */
export const anyPlanKind: ArgumentKind = {
  takes: 'what plan() gave, or readPlan() read',
  holds: (value) => PlanOfParts.isPlan(value) || isPlanData(value),
}

/** A plan as data. */
export function dataOf(plan: Plan | PlanData): PlanData {
  return 'toJSON' in plan ? plan.toJSON() : plan
}

/**
 * Writes a plan into a file, whole or not at all, for somebody to look at before it is deployed, by another process or on
 * another day: `deploy(client, source, { plan: await readPlan(file) })` carries out that plan or nothing.
 *
 * The file holds what would be done, with differences of code, and hashes of what documents and workspace said. The
 * documents themselves are not in it, nor any access key.
 *
 * @param file - in a folder that is there
 * @param plan - what `plan` gave
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { createClient, plan, writePlan } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * await writePlan('plan.json', await plan(client, workflow('orders').cron('00 02 00 * * ?'), { projectId: 10000 }))
 * ```
 */
export async function writePlan(file: string | URL, plan: Plan | PlanData): Promise<void> {
  requireArgument('writePlan', 'file', file, fileKind)
  requireArgument('writePlan', 'plan', plan, anyPlanKind)
  await writeJsonFile(file, dataOf(plan))
}

/**
 * Reads a plan that {@link writePlan} wrote, to be given to `deploy` with the documents it was made of.
 *
 * @param file - where it was written
 * @throws TypeError when there is no such file, or it holds something else, such as a plan of a later version
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { createClient, deploy, readPlan } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 * await deploy(client, orders, { projectId: 10000, plan: await readPlan('plan.json') })
 * ```
 */
export async function readPlan(file: string | URL): Promise<PlanData> {
  requireArgument('readPlan', 'file', file, fileKind)
  const text = await readOptional('readPlan', file)
  if (text === undefined)
    throw new TypeError(`readPlan: there is no file ${String(file)}. Write a plan with writePlan.`)
  const data = parsedJson(text, `readPlan: ${String(file)} is not JSON. Plan again.`)
  if (isPlanData(data)) return data
  throw new TypeError(`readPlan: ${String(file)} holds no plan of version 1. Plan again.`)
}
