import { createClient, type DataWorksClient } from '../dataworks/client/data-works-client.ts'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'

/** Hands a value to a test, and waits until that is over. */
export type UseFixture<Value> = (value: Value) => Promise<void>

/**
 * A fixture: an emulator that is started when a test asks for it and stopped after it.
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { deploy } from 'flowspec/dataworks'
 * import { client, emulator } from 'flowspec/testing/vitest'
 * import { expect, test as base } from 'vitest'
 *
 * const test = base.extend({ emulator, client })
 *
 * test('orders arrive', async ({ emulator, client }) => {
 *   const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 *   await deploy(client, orders, { projectId: 10000, wait: { interval: 10 } })
 *   expect(emulator.projects[0]?.workflows).toHaveLength(1)
 * })
 * ```
 */
// biome-ignore lint/correctness/noEmptyPattern: the names that a fixture asks for are read from its text, and there are none.
export async function emulator({}: object, use: UseFixture<Emulator>): Promise<void> {
  const started = await startEmulator({ jobDuration: { polls: 0 } })
  try {
    await use(started)
  } finally {
    await started.stop()
  }
}

/**
 * A fixture: a client of the fixture `emulator`, which has to be there, too.
 *
 * @example
 * ```ts
 * import { client, emulator } from 'flowspec/testing/vitest'
 * import { test as base } from 'vitest'
 *
 * const test = base.extend({ emulator, client })
 *
 * test('the emulator has a workspace', async ({ client, expect }) => {
 *   expect((await client.getProject({ id: 10000 })).id).toBe('10000')
 * })
 * ```
 */
export async function client(
  { emulator: running }: { readonly emulator: Emulator },
  use: UseFixture<DataWorksClient>,
): Promise<void> {
  await use(createClient({ endpoint: running.url, credentials: running.credentials }))
}
