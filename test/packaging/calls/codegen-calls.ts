import { shell, udf, virtual, workflow } from '../../../src/index.ts'

const orders = workflow('w').cron('00 02 00 * * ?').nodes(shell('load').code('ls'))

/** Good arguments of what writes documents as code, and of the builders that such code uses. */
export const ofCodegen: Readonly<Record<string, readonly unknown[]>> = {
  'VerbatimDocument.nodes': [virtual('w')],
  'VerbatimDocument.workflows': [orders],
  'VerbatimDocument.entities': [udf('u')],
  'flowspec external': ['o'],
  'flowspec dependency': [{ output: 'o' }],
  'flowspec verbatim': [{ kind: 'Node', version: '2.0.0' }, { edges: 'output' }],
  'flowspec/codegen importFiles': ['package.json'],
  'flowspec/codegen toLayout': [orders.build(), 'git'],
  'flowspec/codegen toCode': [orders.build(), { layout: 'files' }],
}
