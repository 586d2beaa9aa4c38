import { odpsSql, virtual, workflow } from 'flowspec'
import { createClient, deploy, publish } from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const projectId = 10000
const wait = { interval: 1 }
const hostile = `<script>alert(1)</script><img src=x onerror="alert(2)">`

async function filled(): Promise<Emulator> {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
  const start = virtual('start')
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(start, odpsSql('ods').code('select 1').after(start))
  const { workflows } = await deploy(client, orders, { projectId, wait })
  await publish(client, { projectId, workflowIds: workflows.map(({ workflowId }) => workflowId), wait })
  await client.createBusiness({ projectId: 20000, businessName: hostile })
  await client.getProject({ id: 1 }).catch(() => undefined)
  return emulator
}

const browser = { accept: 'text/html' }

describe('the page of an emulator', () => {
  test('shows workspaces, workflows with their graphs, calls, jobs and releases', async () => {
    const { url } = await filled()
    const answer = await fetch(url, { headers: browser })
    const page = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8'])
    for (const shown of ['dw_project', 'dw_legacy', 'orders', 'published', 'ImportWorkflowDefinition', 'Success']) {
      expect(page).toContain(shown)
    }
    const [, picture = ''] = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(page) ?? []
    const svg = Buffer.from(picture, 'base64').toString('utf8')
    expect(svg).toMatch(/^<svg /)
    expect(svg).toContain('ods')
  })

  test('says how many calls were answered, and that it shows the last', async () => {
    const emulator = await filled()
    for (let call = emulator.requests.length; call < 70; call++) await fetch(emulator.url)
    expect(await (await fetch(emulator.url, { headers: browser })).text()).toContain(
      '70 were answered; the last 50 are shown.',
    )
  })

  test('runs nothing and loads nothing, whatever names are', async () => {
    const { url } = await filled()
    const answer = await fetch(url, { headers: browser })
    const page = await answer.text()
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toMatch(/<script|<img(?! alt)|onerror="/)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:/)
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('shows no access key and no signature', async () => {
    const { url, credentials } = await filled()
    const page = await (await fetch(url, { headers: browser })).text()
    for (const secret of [credentials.accessKeyId, credentials.accessKeySecret, 'Signature']) {
      expect(page).not.toContain(secret)
    }
  })

  test('is not among the calls, and calls are not taken for it', async () => {
    const emulator = await filled()
    const made = emulator.requests.length
    await fetch(emulator.url, { headers: browser })
    expect(emulator.requests).toHaveLength(made)
    const call = await fetch(emulator.url, { headers: { ...browser, 'x-acs-action': 'GetProject' } })
    expect(call.headers.get('content-type')).toContain('json')
    expect(await (await fetch(emulator.url)).text()).toContain('"Code"')
  })
})
