import { type FlowSpecError, isFlowSpecError, readSpec, virtual, workflow } from 'flowspec'
import { submit } from 'flowspec/dataworks'
import { expect, test } from 'vitest'
import { actions, base, emulated, options, start } from './support/emulated.ts'

// "Script path must end with node name": what breaks a path, or is blank, can never be a name. Node pages: at most 128
// characters. Half of a surrogate pair has no UTF-8 form.
const impossible: readonly [name: string, rule: string][] = [
  ['', 'name/characters'],
  [' ', 'name/characters'],
  ['\t', 'name/characters'],
  ['\u00a0', 'name/characters'],
  ['\u200b', 'name/characters'],
  ['a/b', 'name/characters'],
  ['/', 'name/characters'],
  ['a\\b', 'name/characters'],
  ['.', 'name/characters'],
  ['..', 'name/characters'],
  ['\0', 'name/characters'],
  ['a\nb', 'name/characters'],
  [' orders', 'name/characters'],
  ['orders ', 'name/characters'],
  ['\ud800', 'name/characters'],
  ['x'.repeat(129), 'name/length'],
  ['x'.repeat(300), 'name/length'],
  ['数'.repeat(300), 'name/length'],
]

async function faultOf(source: Parameters<typeof submit>[1]): Promise<FlowSpecError> {
  const { client, emulator } = await emulated()
  const error: unknown = await submit(client, source, options).catch((thrown: unknown) => thrown)
  // Nothing may be sent: an import would be half done before the service says no.
  expect(actions(emulator)).toEqual([])
  if (!isFlowSpecError(error)) throw error
  return error
}

const named = (rule: string) => ({
  diagnostics: expect.arrayContaining([expect.objectContaining({ rule, severity: 'error' })]),
})

test.each(impossible)('a workflow called %j is refused before anything is sent', async (name, rule) => {
  const orders = workflow(name).cron('00 02 00 * * ?').nodes(start)
  expect(await faultOf(orders)).toMatchObject(named(rule))
  expect(await faultOf(readSpec(JSON.stringify(orders)))).toMatchObject(named(rule))
})

test.each(impossible)('a node called %j is refused before anything is sent', async (name, rule) => {
  expect(await faultOf(base.nodes(virtual(name)))).toMatchObject(named(rule))
})

test.each(['orders', '订单_日报', 'orders.v2', 'x'.repeat(128)])('a workflow called %j is submitted', async (name) => {
  const { client } = await emulated()
  expect(await submit(client, workflow(name).cron('00 02 00 * * ?').nodes(start), options)).toMatchObject({
    created: true,
  })
})
