import { manualWorkflow, shell, triggerWorkflow, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

describe('a workflow that a trigger starts', () => {
  const taken = triggerWorkflow('on_order').trigger('orders_topic').nodes(shell('take').code('./take.sh'))

  it('names the trigger, and makes no instances by itself', () => {
    const document = taken.build()
    expect(document).toMatchObject({ kind: 'TriggerWorkflow', spec: { type: 'TriggerWorkflow' } })
    expect(document.spec.workflows?.[0]).toMatchObject({
      trigger: { type: 'Custom', identifier: 'orders_topic' },
      strategy: { recurrenceType: 'NoneAuto' },
    })
    expect(document.spec.workflows?.[0]?.trigger).not.toHaveProperty('cron')
    expect(taken.check()).toEqual([])
  })

  it('keeps a recurrence type that a user gives, and the trigger named last', () => {
    const built = taken.strategy({ recurrenceType: 'Pause', priority: 3 }).trigger('other').build()
    expect(built.spec.workflows?.[0]).toMatchObject({
      trigger: { identifier: 'other' },
      strategy: { priority: 3, recurrenceType: 'Pause' },
    })
  })

  it('is not changed by naming another trigger', () => {
    const before = JSON.stringify(taken)
    expect(JSON.stringify(taken.trigger('other').param('a', 'b'))).not.toBe(before)
    expect(JSON.stringify(taken)).toBe(before)
  })

  it('stays a workflow of its kind at every step', () => {
    expect(taken.owner('1').citable(true).kind).toBe('TriggerWorkflow')
    expect(workflow('w').kind).toBe('CycleWorkflow')
    expect(manualWorkflow('m').build().spec.workflows?.[0]).not.toHaveProperty('strategy')
  })
})
