import { id, projectId, type Step, spec, step } from './step.ts'

function entitySpec(kind: string, list: string, name: string, command: string, more: object): string {
  const script = { path: `folder/${name}`, content: '', runtime: { command } }
  return spec(kind, { [list]: [{ name, script, ...more }] })
}

const jar = (name: string): string =>
  entitySpec('Resource', 'fileResources', name, 'ODPS_JAR', {
    type: 'jar',
    file: { path: '/home/admin', storage: { type: 'local' } },
    datasource: { name: 'odps_first', type: 'odps' },
  })
const udf = (name: string): string =>
  entitySpec('Function', 'functions', name, 'ODPS_FUNCTION', {
    type: 'math',
    className: 'com.example.ToCents',
    fileResources: [{ name: 'udf.jar' }],
    runtimeResource: { resourceGroupId: '1' },
  })
const component = entitySpec('Component', 'components', 'top', 'SQL_COMPONENT', {
  description: 'the first ones',
  inputs: [{ name: 'table', type: 'string' }],
  outputs: [{ name: 'result', type: 'string', defaultValue: 'r' }],
})

/** Resources, functions and components. */
export const entities: readonly Step[] = [
  step('CreateResource', () => ({ projectId, spec: jar('udf.jar'), resourceFile: 'https://bucket.example/udf.jar' }), {
    resource: ['Id'],
  }),
  step('UpdateResource', (kept) => ({ ...id('resource')(kept), spec: jar('udf.jar') })),
  step('RenameResource', (kept) => ({ ...id('resource')(kept), name: 'cents.jar' })),
  step('MoveResource', (kept) => ({ ...id('resource')(kept), path: 'jars' })),
  step('GetResource', id('resource')),
  step('ListResources', () => ({ projectId, name: 'cents', type: 'Jar' })),
  step('CreateFunction', () => ({ projectId, spec: udf('to_cents') }), { function: ['Id'] }),
  step('UpdateFunction', (kept) => ({ ...id('function')(kept), spec: udf('to_cents') })),
  step('RenameFunction', (kept) => ({ ...id('function')(kept), name: 'cents' })),
  step('MoveFunction', (kept) => ({ ...id('function')(kept), path: 'functions' })),
  step('GetFunction', id('function')),
  step('ListFunctions', () => ({ projectId, owner: '1107550004253538', type: 'Math' })),
  step('CreateComponent', () => ({ projectId, spec: component, clientToken: 'once' }), { component: ['ComponentId'] }),
  step('UpdateComponent', (kept) => ({ componentId: kept('component'), projectId, spec: component })),
  step('GetComponent', (kept) => ({ componentId: kept('component'), projectId })),
  step('ListComponents', () => ({ projectId, name: 'top', pageNumber: 1, pageSize: 10 })),
]
