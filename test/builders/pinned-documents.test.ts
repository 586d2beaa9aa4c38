import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { odpsSql, virtual, type Workflow, workflow, writeJson } from 'flowspec'
import { expect, it } from 'vitest'
import { importExample, requestExample } from './pinned-documents.ts'

type Step = (builder: Workflow) => Workflow

const requestSteps: readonly Step[] = [
  (builder) => builder.path('XX/OpenAPITest/WorkflowTest/OpenAPITestWorkflowDemo'),
  (builder) => builder.cron('00 02 00 * * ?'),
  (builder) => builder.timezone('Asia/Shanghai'),
  (builder) => builder.strategy({ timeout: 0, instanceMode: 'T+1' }),
  (builder) => builder.strategy({ rerunMode: 'Allowed', rerunTimes: 3, rerunInterval: 180_000 }),
  (builder) => builder.strategy({ failureStrategy: 'Break' }),
  (builder) => builder.output('workflow_output'),
]

function apply(name: string, steps: readonly Step[]): Workflow {
  return steps.reduce<Workflow>((builder, step) => step(builder), workflow(name))
}

it('builds the request example of CreateWorkflowDefinition, whatever the order of the calls', () => {
  const text = writeJson(apply('OpenAPITestWorkflowDemo', requestSteps).build())
  fc.assert(
    fc.property(fc.shuffledSubarray([...requestSteps], { minLength: requestSteps.length }), (steps) => {
      const document = apply('OpenAPITestWorkflowDemo', steps).build()
      expect(document).toEqual(requestExample)
      expect(JSON.stringify(document)).toBe(JSON.stringify(requestExample))
      expect(writeJson(document)).toBe(text)
    }),
  )
})

it('builds the document that follows the request example of ImportWorkflowDefinition', () => {
  const nodes = [virtual('start'), odpsSql('ods').code('select 1').after('start')] as const
  const first = workflow('orders')
    .cron('00 02 00 * * ?')
    .nodes(...nodes)
  const second = workflow('orders').nodes(nodes[0]).cron('00 02 00 * * ?').nodes(nodes[1])
  for (const builder of [first, second]) {
    expect(builder.build()).toEqual(importExample)
    expect(JSON.stringify(builder.build())).toBe(JSON.stringify(importExample))
    expect(JSON.stringify(builder)).toBe(JSON.stringify(importExample))
  }
})

it('writes the same bytes in another process', () => {
  const program = [
    "import { odpsSql, virtual, workflow, writeJson } from './src/index.ts'",
    "const ods = odpsSql('ods').after('start').code('select 1')",
    "const built = workflow('orders').nodes(virtual('start'), ods).cron('00 02 00 * * ?').build()",
    'process.stdout.write(writeJson(built))',
  ].join('\n')
  const root = new URL('../../', import.meta.url)
  const run = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const text = execFileSync(process.execPath, run, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'America/New_York' },
  })
  expect(text).toBe(writeJson(importExample))
})
