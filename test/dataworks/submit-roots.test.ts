import { external, project, projectRoot, shell, workflow } from 'flowspec'
import { submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, options } from './support/emulated.ts'

const rooted = workflow('rooted').cron('00 02 00 * * ?').nodes(shell('a').code('ls').after(projectRoot()))
const byText = workflow('by_text')
  .cron('00 02 00 * * ?')
  .nodes(shell('b').code('ls').after(external('retail_root')))

/** The root of a workspace provides `<workspace>_root`; the emulator's first workspace is called dw_project. */
describe('the root of a workspace of another name', () => {
  test.each([
    ['a builder that is built for it', rooted, { ...options, build: { project: 'retail' } }],
    ['a document of a project of that name', project('retail').add(rooted).build().documents[0] ?? rooted, options],
    [
      'a workflow that waits for it as a whole',
      rooted.nodes().after(external('retail_root')),
      { ...options, build: { project: 'retail' } },
    ],
  ])('is told before anything is imported: %s', async (_, source, settings) => {
    const { client, emulator } = await emulated()
    const error = await caught(submit(client, source, settings))
    expect(error).toMatchObject({ kind: 'other-workspace', code: 'OtherWorkspace' })
    expect(error.message).toContain("'retail_root'")
    expect(error.message).toContain("workspace 10000 is called 'dw_project'")
    expect(actions(emulator)).not.toContain('ImportWorkflowDefinition')
  })

  test('is told as the cause of the loss where it could be known to the service', async () => {
    const { client } = await emulated()
    const error = await caught(submit(client, byText, options))
    expect(error).toMatchObject({ kind: 'incomplete', lost: { edges: [{ upstream: 'retail_root' }] } })
    expect(error.hint).toContain("The workspace is called 'dw_project', and its root is 'dw_project_root'")
  })

  test('is taken where the service knows it', async () => {
    const { client } = await emulated({ projects: [{ id: 10000, identifier: 'dw_project', outputs: ['retail_root'] }] })
    expect(await submit(client, byText, options)).toMatchObject({ created: true })
  })
})

test('the root of the workspace itself is taken', async () => {
  const { client } = await emulated()
  const built = { ...options, build: { project: 'dw_project' } }
  expect(await submit(client, rooted, built)).toMatchObject({ created: true, edges: [{ upstream: 'dw_project_root' }] })
})

test('a key that may not read workspaces submits all the same', async () => {
  const fault = { action: 'GetProject', status: 403, code: 'NoPermission', times: 9 } as const
  const { client } = await emulated({ faults: [fault] })
  expect(await submit(client, rooted, { ...options, build: { project: 'dw_project' } })).toMatchObject({
    created: true,
  })
})
