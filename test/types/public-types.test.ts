import { type FlowDocument, type NodeBuilder, odpsSql, virtual, type Workflow, workflow } from 'flowspec'
import { expectTypeOf, it } from 'vitest'

const start = virtual('start')
const ods = odpsSql('ods').owner('1').code('select 1').param('a', 'b').after(start, 'seed')

it('carries the literal name and needs of a node through every method', () => {
  expectTypeOf(start).toEqualTypeOf<NodeBuilder<'start', never>>()
  expectTypeOf(ods).toEqualTypeOf<NodeBuilder<'ods', 'start' | 'seed'>>()
  expectTypeOf(ods.name).toEqualTypeOf<'ods'>()
})

it('carries the names of a workflow', () => {
  expectTypeOf(workflow('w')).toEqualTypeOf<Workflow<never>>()
  expectTypeOf(workflow('w').nodes(start).owner('1')).toEqualTypeOf<Workflow<'start'>>()
  expectTypeOf(workflow('w').nodeList([start])).toEqualTypeOf<Workflow<string>>()
  expectTypeOf(workflow('w').nodes(start)).toExtend<Workflow>()
})

it('gives a document that is readonly throughout', () => {
  expectTypeOf(workflow('w').build).returns.toEqualTypeOf<FlowDocument>()
  expectTypeOf<FlowDocument['spec']['workflows']>().toExtend<readonly object[] | undefined>()
  expectTypeOf<FlowDocument>().toHaveProperty('kind')
})
