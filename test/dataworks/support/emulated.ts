import { external, odpsSql, virtual, workflow } from 'flowspec'
import { createClient, type DataWorksClient } from 'flowspec/dataworks'
import { type Emulator, type EmulatorOptions, startEmulator } from 'flowspec/testing'
import { onTestFinished } from 'vitest'

export const start = virtual('start')
export const ods = odpsSql('ods').code('select 1').after(start).afterPrevious('self')
export const report = odpsSql('report').code('select 2').after(ods, external('dw_project_root'))
/** A workflow without nodes yet. */
export const base = workflow('orders').cron('00 02 00 * * ?')
/** A workflow with every kind of edge. */
export const orders = base.nodes(start, ods, report)
/** The edges of `orders`, by names. */
export const edges = [
  { node: 'ods', type: 'Normal', upstream: 'start', external: false },
  { node: 'ods', type: 'CrossCycleDependsOnSelf', upstream: 'ods', external: false },
  { node: 'report', type: 'Normal', upstream: 'ods', external: false },
  { node: 'report', type: 'Normal', upstream: 'dw_project_root', external: true },
]
/** The workspace of the new Data Studio; jobs are asked for without waiting. */
export const options = { projectId: 10000, wait: { interval: 1 } }

/** A client of an emulator that stops with the test. */
export async function emulated(
  settings: EmulatorOptions = {},
): Promise<{ client: DataWorksClient; emulator: Emulator }> {
  const emulator = await startEmulator(settings)
  onTestFinished(() => emulator.stop())
  const { url, credentials } = emulator
  return { emulator, client: createClient({ endpoint: url, credentials, retry: { baseDelay: 1 } }) }
}

/** The operations that were called. */
export const actions = (emulator: Emulator): string[] => emulator.requests.map((request) => request.action ?? '')
