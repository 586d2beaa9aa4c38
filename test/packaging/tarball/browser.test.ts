import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, inject, test } from 'vitest'
import { runNode } from './run-node.ts'

const program = `
  import { checkSpec, odpsSql, readSpec, virtual, workflow, writeJson } from 'flowspec'
  const start = virtual('start')
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(start, odpsSql('ods').code('select 1').after(start))
  const text = writeJson(orders.build())
  const result = JSON.stringify({ text, problems: checkSpec(readSpec(text)) })`

test('the core gives the same where there is no Node', async () => {
  const { outputFiles } = await build({
    stdin: { contents: `${program}\nglobalThis.result = result`, resolveDir: inject('consumerFolder') },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  })
  // What every browser has, and nothing of Node.
  const context = createContext({ URL, TextEncoder, TextDecoder })
  for (const { text } of outputFiles) runInContext(text, context)
  const { result }: { result?: unknown } = context
  expect(JSON.parse(String(result))).toEqual(runNode('core.mjs', `${program}\nconsole.log(result)`))
})
