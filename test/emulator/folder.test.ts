import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { odpsSql, workflow } from 'flowspec'
import { createClient, deploy, plan, publish, submitBusiness } from 'flowspec/dataworks'
import { type EmulatorOptions, startEmulator } from 'flowspec/testing'
import { describe, expect, test } from 'vitest'

const projectId = 10000
const wait = { interval: 1 }
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
const newFolder = async () => await mkdtemp(join(tmpdir(), 'flowspec-emulator-'))

async function open(folder: string, options: EmulatorOptions = {}) {
  const emulator = await startEmulator({ folder, ...options })
  const { url: endpoint, credentials } = emulator
  return { emulator, client: createClient({ endpoint, credentials }) }
}

/** What an emulator holds. */
async function heldBy(folder: string) {
  const { emulator, client } = await open(folder)
  const { projects, jobs, pipelineRuns } = emulator
  const published = await client.listWorkflows({ projectId, envType: 'Prod', pageSize: 10 })
  await emulator.stop()
  return { projects, jobs, pipelineRuns, published: published.items.map(({ name }) => name) }
}

async function filled(): Promise<string> {
  const folder = await newFolder()
  const { emulator, client } = await open(folder, {
    faults: [
      { action: 'ImportWorkflowDefinition', loseEdges: true },
      { action: 'GetProject', status: 500, code: 'X' },
    ],
  })
  const { workflows } = await deploy(client, orders, { projectId, wait })
  await publish(client, { projectId, workflowIds: workflows.map(({ workflowId }) => workflowId), wait })
  await submitBusiness(client, orders, { projectId: 20000 })
  await client.deleteWorkflowDefinition({ projectId, id: '1' }).catch(() => undefined)
  await emulator.stop()
  return folder
}

describe('a folder', () => {
  test('keeps what an emulator holds for the next one', async () => {
    const folder = await filled()
    const first = await heldBy(folder)
    expect(first.projects[0]?.workflows.map(({ name }) => name)).toEqual(['orders'])
    expect(first.projects[1]?.businesses.map(({ name }) => name)).toEqual(['orders'])
    expect(first.published).toEqual(['orders'])
    expect(first.pipelineRuns).toMatchObject([{ status: 'Success' }])
    expect(await heldBy(folder)).toEqual(first)
    const { emulator, client } = await open(folder)
    expect((await plan(client, orders, { projectId })).isEmpty).toBe(true)
    await emulator.stop()
  })

  test('of an emulator that was killed in the middle of a line has all lines before it', async () => {
    const folder = await filled()
    const file = join(folder, 'emulator.jsonl')
    const before = await heldBy(folder)
    await appendFile(file, '{"time":1,"method":"POST","act')
    expect(await heldBy(folder)).toEqual(before)
    expect((await readFile(file, 'utf8')).endsWith('\n')).toBe(true)
  })

  test('is refused with other workspaces, and when it holds something else', async () => {
    const folder = await filled()
    await expect(startEmulator({ folder, projects: [{ id: 1, identifier: 'other' }] })).rejects.toThrow(
      /other settings/,
    )
    const other = await newFolder()
    await writeFile(join(other, 'emulator.jsonl'), '{"some":"json"}\n')
    await expect(startEmulator({ folder: other })).rejects.toThrow(/holds no emulator of version 1/)
    await writeFile(join(other, 'emulator.jsonl'), 'text\n')
    await expect(startEmulator({ folder: other })).rejects.toThrow(/line 1 .* is not JSON/)
  })

  test('tells the time that it was put forward to', async () => {
    const folder = await newFolder()
    const now = () => Date.parse('2026-03-01T00:00:00Z')
    const first = await open(folder, { now })
    first.emulator.advance(86_400_000)
    first.emulator.advance(1000)
    await first.emulator.stop()
    // Requests carry the date of this machine, so the clock is seen by what is done without them.
    const { emulator } = await open(folder, { now })
    emulator.advance(0)
    await emulator.stop()
    const lines = (await readFile(join(folder, 'emulator.jsonl'), 'utf8')).trim().split('\n')
    const times = lines.slice(1).map((line) => JSON.parse(line).time - now())
    expect(times).toEqual([86_400_000, 86_401_000, 86_401_000])
  })

  test('tells it although the machine has gone on since then', async () => {
    const folder = await newFolder()
    const start = Date.now()
    const first = await open(folder, { now: () => start })
    first.emulator.advance(86_400_000)
    await first.client.getProject({ id: projectId })
    await first.emulator.stop()
    const { emulator, client } = await open(folder, { now: () => start + 5000 })
    await client.getProject({ id: projectId })
    expect(emulator.requests.map(({ time }) => time)).toEqual([start + 5000 + 86_400_000])
    await emulator.stop()
  })

  test.skipIf(!existsSync('/proc/self/fd'))('is closed when the start fails', async () => {
    const folder = await filled()
    const isOpen = () =>
      readdirSync('/proc/self/fd').some((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder)
        } catch {
          // The list itself was one of them.
          return false
        }
      })
    const other = await startEmulator()
    const port = Number(new URL(other.url).port)
    await expect(startEmulator({ folder, port })).rejects.toThrow(/EADDRINUSE/)
    expect(isOpen()).toBe(false)
    await other.stop()
    const { emulator } = await open(folder)
    expect(isOpen()).toBe(true)
    await emulator.stop()
    expect(isOpen()).toBe(false)
  })

  test('holds no access key', async () => {
    const folder = await filled()
    const text = await readFile(join(folder, 'emulator.jsonl'), 'utf8')
    expect(text).not.toContain('emulator-access-key')
    expect(text).not.toContain('Signature')
  })
})
