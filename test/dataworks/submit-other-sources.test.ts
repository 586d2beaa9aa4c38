import { component, convertSpec, fileResource, odpsSql, project, standalone, udf, virtual, workflow } from 'flowspec'
import { submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { emulated, options, orders } from './support/emulated.ts'

const retail = project('retail').add(orders, workflow('second').cron('00 02 00 * * ?'))
const [, nodeDocument] = convertSpec(orders.build(), { version: '2.0.0' }).documents

const twoWorkflows = {
  ...orders.build(),
  spec: {
    workflows: ['w1', 'w2'].map(
      (name) =>
        workflow(name)
          .cron('00 02 00 * * ?')
          .nodes(virtual(`start_${name}`))
          .build().spec.workflows?.[0],
    ),
  },
}

describe('what is no workflow is one error that says where it belongs, and nothing is sent', () => {
  test.each<[string, () => unknown, RegExp, RegExp]>([
    [
      'a resource',
      () => fileResource('a.jar').file('a.jar', { type: 'local', root: '/jars' }).build(),
      /of kind Resource.* "a\.jar"/,
      /CreateResource/,
    ],
    ['a function', () => udf('f').className('a.F').resources('a.jar').build(), /of kind Function/, /CreateFunction/],
    ['a component', () => component('c').code('select 1').build(), /of kind Component/, /CreateComponent/],
    [
      'a standalone node',
      () => standalone(odpsSql('n').code('select 1').schedule('00 30 01 * * ?')),
      /of kind Node/,
      /workflow/,
    ],
    ['a node of version 2.0.0', () => nodeDocument, /of kind Node/, /convertSpec/],
    ['a project', () => retail, /project 'retail'/, /deploy\(client, project/],
    ['a built project', () => retail.build(), /project 'retail'/, /deploy\(client/],
    ['a list', () => retail.build().documents, /list/, /deploy\(client/],
    ['nothing', () => undefined, /undefined/, /workflow/],
    ['null', () => null, /null/, /workflow/],
    ['a text', () => '{"kind":"CycleWorkflow"}', /text|"\{/, /readSpec/],
    ['a file as bytes', () => Buffer.from('{}'), /object/, /readSpec/],
    ['an address', () => new URL('file:///orders.json'), /is a URL/, /readSpec/],
    ['a promise', () => Promise.resolve(orders), /Promise|promise/, /await/],
    ['two workflows', () => twoWorkflows, /holds 2 workflows/, /document of its own/],
  ])('%s', async (_, source, message, hint) => {
    const { client, emulator } = await emulated()
    const value: never = source() as never
    const error: unknown = await submit(client, value, options).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({
      name: 'FlowSpecError',
      diagnostics: [{ message: expect.stringMatching(message), hint: expect.stringMatching(hint) }],
    })
    expect(emulator.requests).toEqual([])
  })
})
