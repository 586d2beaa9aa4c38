import { component, componentSql, fileResource, odpsSql, udf, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const latest = component('latest')
  .input('source', { type: 'table', description: 'what is read' })
  .input('key', { defaultValue: 'id' })
  .output('target', { type: 'table' })

describe('a component', () => {
  it('takes its SQL from a file', () => {
    const [built] = component('c')
      .codeFile(new URL('./support/select.sql', import.meta.url))
      .check()
    expect(built).toMatchObject({ rule: 'code/file-unreadable', path: '/spec/components/0/script/content' })
  })

  it('is used by a node with values for its parameters, its version and its id', () => {
    const use = { inputs: { source: 'ods_orders' }, outputs: { target: 'dwd_orders' }, version: '3' }
    const node = componentSql('use').component(latest.id('568780096083'), use)
    const [built] = workflow('w').cron('00 02 00 * * ?').nodes(node).build().spec.workflows?.[0]?.nodes ?? []
    expect(built?.script?.runtime?.command).toBe('COMPONENT_SQL')
    expect(built?.component).toEqual({
      id: '568780096083',
      name: 'latest',
      inputs: [
        { name: 'source', type: 'table', description: 'what is read', value: 'ods_orders' },
        { name: 'key', type: 'string', defaultValue: 'id', value: 'id' },
      ],
      outputs: [{ name: 'target', type: 'table', value: 'dwd_orders' }],
      metadata: { version: '3' },
    })
  })
})

describe('a node', () => {
  it('names the resources and functions its code uses, and mounts datasets', () => {
    const dataset = { identifier: 'models', version: 2, mountPath: '/mnt/models', readOnly: true }
    const node = odpsSql('n')
      .code('select 1')
      .resources(fileResource('a.jar'), 'b.jar')
      .functions(udf('f'))
      .functions('g')
      .datasets(dataset)
    const [built] = workflow('w').cron('00 02 00 * * ?').nodes(node).build().spec.workflows?.[0]?.nodes ?? []
    expect(built).toMatchObject({
      fileResources: [{ name: 'a.jar' }, { name: 'b.jar' }],
      functions: [{ name: 'f' }, { name: 'g' }],
      datasets: [dataset],
    })
    expect(Object.keys(built ?? {})).toEqual([
      'id',
      'name',
      'script',
      'datasets',
      'fileResources',
      'functions',
      'inputs',
      'outputs',
    ])
  })
})
