import { expect, it } from 'vitest'
import { tableWorkflow, workflows } from '../../docs/examples/generated/workflows.ts'

it('makes fifty workflows that check clean, of names that are all different', () => {
  expect(workflows).toHaveLength(50)
  for (const workflow of workflows) expect(workflow.check({ project: 'retail' })).toEqual([])
  const names = workflows.flatMap(
    (workflow) => workflow.build().spec.workflows?.[0]?.nodes?.map(({ name }) => name) ?? [],
  )
  expect(new Set(names).size).toBe(150)
})

it('takes the schedule from the metadata', () => {
  const row = { table: 't', source: 's', zone: 'Asia/Singapore', hour: 7, key: 'id' }
  const trigger = (weekly: boolean) => tableWorkflow({ ...row, weekly }).build().spec.workflows?.[0]?.trigger
  expect(trigger(false)).toMatchObject({ cron: '00 00 07 * * ?', timezone: 'Asia/Singapore' })
  expect(trigger(true)).toMatchObject({ cron: '00 00 07 ? * 1' })
})
