import { component } from '../../../src/index.ts'

const nested = { list: [{ deep: ['x'] }], object: { deep: { x: 'y' } } }

/** Good arguments with objects in objects, for those who change them afterwards; what has none stands in `goodCalls`. */
export const deepCalls: Readonly<Record<string, readonly unknown[]>> = {
  runtime: [{ engine: 'e', sparkConf: { cores: 1, ...nested }, container: { image: 'i', ...nested } }],
  datasets: [{ identifier: 'i', version: 1, mountPath: '/mnt' }, { identifier: 'j' }],
  component: [component('c').input('i'), { inputs: { i: 'x' }, outputs: { o: 'x' } }],
  'Workflow.param': ['p', 'v', { description: 'd' }],
  usedWith: [{ inputs: { i: 'x' }, outputs: { o: 'x' } }],
  reads: [{ guid: 't', calcEngine: { type: 'ODPS', version: nested } }],
  writes: [{ guid: 't', calcEngine: { type: 'ODPS', version: nested } }],
  'NodeBuilder.after': [{ kind: 'external', output: 'o', ...nested }],
  afterPrevious: [{ kind: 'external', output: 'o', ...nested }],
  strategy: [{ timeout: { value: 2, unit: 'HOURS' }, rerunTimes: 1 }],
  override: [{ timeout: { value: 2, unit: 'HOURS' }, rerunTimes: 1 }],
  defaults: [{ datasource: { name: 'd', type: 'odps' }, strategy: { timeout: { value: 2, unit: 'HOURS' } } }],
  extra: [{ script: { runtime: { sparkConf: nested } }, ...nested }],
  environments: [{ dev: { x: 1 } }],
  config: [nested],
  calcEngine: [{ type: 'ODPS', version: nested }],
  startedBy: [{ kind: 'external', output: 'o' }],
  reader: ['mysql', { ...nested }, { name: 'n' }],
  writer: ['odps', { ...nested }, { name: 'n' }],
  step: ['c', 'p', { ...nested }, { name: 'n' }],
  setting: [nested],
  extend: [nested],
  'JoinBuilder.arm': ['a', 'n', { status: ['Success', 'NotRun'] }],
  while: ['print(True)', { language: 'python2', datasource: { name: 'd', type: 'odps' } }],
  variable: ['x', { kind: 'variable', node: 'n', variable: 'v', ...nested }, {}],
  outputVariable: ['x', { kind: 'variable', node: 'n', variable: 'v', ...nested }, { description: 'd' }],
  param: ['p', { kind: 'variable', node: 'n', variable: 'v', ...nested }, { description: 'd' }],
}
