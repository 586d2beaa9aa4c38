import { external, project, projectRoot, shell, workflow } from 'flowspec'
import { submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, options } from './support/emulated.ts'

const rooted = workflow('rooted').cron('00 02 00 * * ?').nodes(shell('a').code('ls').after(projectRoot()))
const byText = workflow('by_text')
  .cron('00 02 00 * * ?')
  .nodes(shell('b').code('ls').after(external('retail_root')))

const plain = workflow('plain').cron('00 02 00 * * ?').nodes(shell('p').code('ls'))
const inner = workflow('inner')
  .cron('00 02 00 * * ?')
  .nodes(shell('c').code('ls').after(external('retail.elsewhere')))

/** The root of a workspace provides `<workspace>_root`; the emulator's first workspace is called dw_project. */
describe('the root of a workspace of another name', () => {
  test.each([
    ['a builder that is built for it', rooted, { ...options, build: { project: 'retail' } }],
    ['a document of a project of that name', project('retail').add(rooted).build().documents[0] ?? rooted, options],
    [
      'a builder that is built for another, whatever it comes after',
      plain,
      { ...options, build: { project: 'retail' } },
    ],
    ['a document that comes after an output of the other', inner.build({ project: 'retail' }), options],
    [
      'a workflow that waits for it as a whole',
      rooted.nodes().after(external('retail_root')),
      { ...options, build: { project: 'retail' } },
    ],
  ])('is told before anything is imported: %s', async (_, source, settings) => {
    const { client, emulator } = await emulated()
    const error = await caught(submit(client, source, settings))
    expect(error).toMatchObject({ kind: 'other-workspace', code: 'OtherWorkspace' })
    expect(error.message).toContain('retail')
    expect(error.hint).toContain("build({ project: 'dw_project' })")
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

test.each([
  ['built for this workspace, in other letters', plain, { ...options, build: { project: 'DW_Project' } }],
  ['after an output of a workspace that it was not built for', inner, { ...options, build: { project: 'dw_project' } }],
  [
    'a document built for another workspace that comes after nothing in it',
    plain.build({ project: 'retail' }),
    options,
  ],
])('is taken: %s', async (_, source, settings) => {
  const { client } = await emulated({
    projects: [{ id: 10000, identifier: 'dw_project', outputs: ['retail.elsewhere'] }],
  })
  expect(await submit(client, source, settings)).toMatchObject({ created: true })
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
