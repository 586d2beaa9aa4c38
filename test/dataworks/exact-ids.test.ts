import { describe, expect, test } from 'vitest'
import { clientOf } from './support/test-client.ts'

describe('an id of 19 digits comes out as text', () => {
  const id = '8763436097170422238'

  test.each([
    ['as text', `"${id}"`],
    ['as a number', id],
  ])('when it is on the wire %s', async (_, wire) => {
    const listed = `{"PagingInfo":{"WorkflowDefinitions":[{"Id":${wire},"Name":"n","Script":{"Id":${wire}}}],"TotalCount":1}}`
    const answers = [
      `{"Id":${wire}}`,
      `{"AsyncJob":{"Id":${wire},"Response":${wire},"Status":"Running"}}`,
      `{"JobStatus":{"JobId":${wire},"Status":"Running"}}`,
      `{"WorkflowDefinition":{"Id":${wire},"WorkflowId":${wire},"ProjectId":${wire},"Spec":"{}"}}`,
      listed,
      `{"PagingInfo":{"Nodes":[{"Id":${wire},"Name":"n","TaskId":${wire}}]}}`,
      `{"BusinessId":${wire},"Success":true}`,
      `{"X":[{"Id":${wire}}]}`,
    ]
    const { client } = await clientOf(answers.map((body) => ({ body })))
    const spec = {}
    expect(await client.createWorkflowDefinition({ projectId: 1, spec })).toMatchObject({ id })
    expect(await client.importWorkflowDefinition({ projectId: 1, spec })).toMatchObject({ jobId: id, workflowId: id })
    expect(await client.getJobStatus({ jobId: id })).toMatchObject({ jobId: id })
    expect(await client.getWorkflowDefinition({ id })).toMatchObject({ id, workflowId: id, projectId: id })
    expect(await client.listWorkflowDefinitions({ projectId: 1 })).toMatchObject({ items: [{ id, script: { id } }] })
    expect(await client.listNodes({ projectId: 1 })).toMatchObject({ items: [{ id, taskId: id }] })
    expect(await client.createBusiness({ projectId: 1, businessName: 'b' })).toMatchObject({ businessId: id })
    expect(String(JSON.stringify(await client.call('ListX')))).toContain(id)
  })
})
