import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { commandProgram, flowspec, writeAll } from './run-command.ts'

const folder = mkdtempSync(join(inject('consumerFolder'), 'ends-'))
const imports = "import { odpsSql, workflow } from 'flowspec'\n"
const orders = "export default workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))\n"
const open = {
  'timer.mjs': 'setInterval(() => {}, 1000)\n',
  'server.mjs': "import { createServer } from 'node:net'\ncreateServer().listen(0, '127.0.0.1')\n",
}
for (const [name, text] of Object.entries(open)) writeAll(folder, { [name]: `${imports}${text}${orders}` })

const nodes = 10
const size = 1_050_000
writeAll(folder, {
  'large.mjs': `${imports}setInterval(() => {}, 1000)
const text = 'x'.repeat(${size})
const nodes = Array.from({ length: ${nodes} }, (_, at) => odpsSql('n' + at).code('select 1 -- ' + text))
export default workflow('orders').cron('00 02 00 * * ?').nodes(...nodes)\n`,
})

test.each([
  ['check', 0],
  ['check --format json', 0],
  ['build', 0],
  ['plan --emulator', 3],
  ['deploy --emulator --yes', 0],
] as const)('%s ends with %i, whatever its modules leave open', (command, code) => {
  for (const name of Object.keys(open)) {
    const ended = flowspec([...command.split(' '), name], folder)
    expect(ended.code, `${name}: ${ended.stderr}`).toBe(code)
    expect(ended.stdout).not.toBe('')
  }
})

const started = () =>
  spawn(process.execPath, [commandProgram(), 'build', 'large.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

test('who reads slowly gets all of a large result', async () => {
  const child = started()
  const ended = once(child, 'close')
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => {
    parts.push(part)
    child.stdout.pause()
    setTimeout(() => child.stdout.resume(), 3)
  })
  expect(await ended).toEqual([0, null])
  const text = Buffer.concat(parts).toString()
  expect(text.length).toBeGreaterThan(nodes * size)
  expect(() => JSON.parse(text)).not.toThrow()
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a command at once that is done, though nobody reads it',
  async (signal) => {
    const child = started()
    const ended = once(child, 'exit')
    await once(child.stdout, 'readable')
    // The first part is there, and the rest waits for who reads.
    await pause(1000)
    child.kill(signal)
    const hanging = setTimeout(() => child.kill('SIGKILL'), 20_000)
    expect(await ended).toEqual([null, signal])
    clearTimeout(hanging)
  },
)

test('a deploy whose reader goes away does not end as if it were done', async () => {
  const many = Array.from(
    { length: 60 },
    (_, at) => `workflow('w${at}').cron('00 02 00 * * ?').nodes(odpsSql('n${at}').code('select 1'))`,
  )
  writeAll(folder, { 'many.mjs': `${imports}export default [\n${many.join(',\n')},\n]\n` })
  const child = spawn(process.execPath, [commandProgram(), 'deploy', '--emulator', '--yes', 'many.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  for (const stream of [child.stdout, child.stderr])
    stream.once('data', () => [child.stdout, child.stderr].map((one) => one.destroy()))
  expect(await ended).toEqual([1, null])
})

test.each([
  ['check', 0],
  ['plan --emulator', 3],
] as const)('%s ends with its own code %i when nobody reads what it says', async (command, code) => {
  const child = spawn(process.execPath, [commandProgram(), ...command.split(' '), 'timer.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await ended).toEqual([code, null])
})
