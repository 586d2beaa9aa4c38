import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createClient, deploy, plan, publish } from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { isThorough } from '../schedule/thorough.ts'
import { shop } from './support/deploy-child.ts'

const projectId = 10000
const wait = { interval: 1, maxInterval: 2 }
const child = join(projectFolder, 'test/dataworks/support/deploy-child.ts')

/** Starts a process that deploys and publishes, and kills it when the emulator answered so many calls. */
async function killedAfter(emulator: Emulator, calls: number): Promise<NodeJS.Signals | null> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(projectFolder, 'test/tsconfig.json') }
  const args = ['--import', 'tsx', child, emulator.url, JSON.stringify(emulator.credentials)]
  const running = spawn(process.execPath, args, { cwd: projectFolder, env, stdio: 'ignore' })
  const watch = setInterval(() => {
    if (emulator.requests.length >= calls) running.kill('SIGKILL')
  }, 1)
  try {
    const [, signal]: unknown[] = await once(running, 'exit')
    return signal === 'SIGKILL' ? signal : null
  } finally {
    clearInterval(watch)
  }
}

/** The calls of a whole run are some forty; the points are spread over them. */
const points = Array.from({ length: isThorough ? 50 : 3 }, (_, at) => 1 + ((at * (isThorough ? 1 : 13)) % 40))

test('a process that is killed at any point leaves what the next deploy makes whole', async () => {
  let killed = 0
  for (const calls of points) {
    const emulator = await startEmulator()
    try {
      if ((await killedAfter(emulator, calls)) !== null) killed++
      const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials, rateLimit: false })
      const { workflows } = await deploy(client, shop(), { projectId, wait })
      await publish(client, { projectId, workflowIds: workflows.map(({ workflowId }) => workflowId), wait })
      expect((await plan(client, shop(), { projectId })).isEmpty).toBe(true)
      const made = emulator.projects[0]?.workflows ?? []
      expect(made.map(({ name }) => name).sort()).toEqual(['orders', 'reports'])
      expect(made.flatMap(({ nodes }) => nodes)).toHaveLength(7)
    } finally {
      await emulator.stop()
    }
  }
  process.stdout.write(`${killed} of ${points.length} processes were killed while they deployed; all converged\n`)
  expect(killed).toBeGreaterThan(0)
}, 1_800_000)
