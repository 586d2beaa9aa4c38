import {
  arm,
  bundle,
  container,
  edges,
  flow,
  node,
  output,
  outputs,
  scripted,
  times,
  upstream,
  variable,
  workflows,
} from './parts.ts'

/** A document of which something grows with a number. */
export type Shape = (size: number) => object

/** Documents that stay valid as they grow, and documents that are wrong in each of their parts. */
export const shapes: Readonly<Record<string, Shape>> = {
  chain: (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size - 1, (at) => edges(at + 1, [upstream(`n${at}`)])),
    ),
  'fan out': (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size - 1, (at) => edges(at + 1, [upstream('n0')])),
    ),
  'fan in': (size) =>
    bundle(
      times(size, (at) => node(at)),
      [
        edges(
          0,
          times(size - 1, (at) => upstream(`n${at + 1}`)),
        ),
      ],
    ),
  'one cycle': (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size, (at) => edges(at, [upstream(`n${(at + 1) % size}`)])),
    ),
  'many cycles': (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size, (at) => edges(at, [upstream(`n${at ^ 1}`)])),
    ),
  'previous cycles': (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size, (at) => edges(at, [upstream(`n${at}`, 'CrossCycleDependsOnSelf')])),
    ),
  'no edges': (size) => bundle(times(size, (at) => node(at))),
  'nodes without a workflow': (size) => ({
    kind: 'Node',
    version: '1.1.0',
    spec: { nodes: times(size, (at) => node(at)) },
  }),
  'unknown upstream nodes': (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size, (at) => edges(at, [upstream(`m${at}`)])),
    ),
  'entries of unknown nodes': (size) =>
    bundle(
      [node(0)],
      times(size, (at) => edges(at + 1, [upstream('n0')])),
    ),
  'entries for one node': (size) =>
    bundle(
      [node(0), node(1)],
      times(size, () => edges(1, [upstream('n0')])),
    ),
  'unknown references': (size) => bundle(times(size, (at) => node(at, { script: `{{m${at}}}` }))),
  'unknown resource groups': (size) => bundle(times(size, (at) => node(at, { runtimeResource: `{{r${at}}}` }))),
  'unknown outputs': (size) =>
    bundle(
      times(size, (at) => node(at, outputs(`retail.n${at}`))),
      times(size, (at) => edges(at, [{ output: `retial.n${at}`, type: 'Normal' }])),
    ),
  'outputs of others': (size) =>
    bundle(
      times(size, (at) => node(at)),
      times(size, (at) => edges(at, [{ output: `other.n${at}`, type: 'Normal' }])),
    ),
  'inputs that are not listed': (size) =>
    bundle(times(size, (at) => node(at, { inputs: { nodeOutputs: [output(`a.x${at}`), output(`a.y${at}`)] } }))),
  'one name': (size) => bundle(times(size, (at) => node(at, { name: 'same' }))),
  'one id': (size) => bundle(times(size, (at) => node(at, { id: 'same' }))),
  'one output': (size) => bundle(times(size, (at) => node(at, outputs('retail.same')))),
  'one path': (size) => bundle(times(size, (at) => scripted(at, 'ODPS_SQL', { path: 'retail/same', content: 'x' }))),
  'many outputs of one node': (size) => bundle([node(0, outputs(...times(size, (at) => `retail.n${at}`)))]),
  'many inputs of one node': (size) =>
    bundle([node(0, { inputs: { nodeOutputs: times(size, (at) => output(`other.n${at}`)) } })]),
  'many parameters of one node': (size) =>
    bundle([
      scripted(0, 'ODPS_SQL', {
        content: times(size, (at) => `\${p${at}}`).join(' '),
        parameters: times(size, (at) => variable(`p${at}`, '$[yyyymmdd]')),
      }),
    ]),
  'parameters that are not declared': (size) =>
    bundle([scripted(0, 'ODPS_SQL', { content: times(size, (at) => `\${p${at}}`).join(' ') })]),
  'lines with parameters that are not declared': (size) =>
    bundle([scripted(0, 'ODPS_SQL', { content: times(size, (at) => `\${p${at}}`).join('\n'.repeat(20)) })]),
  'lines with parameters that the workflow lacks': (size) =>
    bundle([scripted(0, 'ODPS_SQL', { content: times(size, (at) => `\${workflow.p${at}}`).join('\n'.repeat(20)) })]),
  'parameters that are not used': (size) =>
    bundle([scripted(0, 'ODPS_SQL', { content: 'select 1', parameters: times(size, (at) => variable(`p${at}`)) })]),
  'one parameter many times': (size) =>
    bundle([scripted(0, 'ODPS_SQL', { content: 'x', parameters: times(size, () => variable('p')) })]),
  'parameters of each node': (size) =>
    bundle(
      times(size, (at) =>
        scripted(at, 'ODPS_SQL', { content: 'select ${bizdate}', parameters: [variable('bizdate', '$bizdate')] }),
      ),
    ),
  'nodes without a workflow with parameters': (size) => ({
    kind: 'Node',
    version: '1.1.0',
    spec: {
      nodes: times(size, (at) =>
        scripted(at, 'ODPS_SQL', { content: 'select ${d}', parameters: [variable('d', '$bizdate')] }),
      ),
    },
  }),
  'faulty parameters': (size) =>
    bundle(times(size, (at) => scripted(at, 'ODPS_SQL', { parameters: [variable('p', `$[yyyy${at}`)] }))),
  'parameters of a shell': (size) =>
    bundle([
      scripted(0, 'DIDE_SHELL', {
        content: times(size, (at) => `echo $${at}`).join('\n'),
        parameters: times(size, (at) => variable(`p${at}`)),
      }),
    ]),
  'variables of the body': (size) => bundle([], [], { variables: times(size, (at) => variable(`v${at}`)) }),
  'scripts of the body': (size) =>
    bundle(
      times(size, (at) => node(at, { script: `{{s${at}}}` })),
      [],
      { scripts: times(size, (at) => ({ id: `s${at}`, path: `retail/n${at}`, runtime: { command: 'ODPS_SQL' } })) },
    ),
  'a script of all': (size) =>
    bundle(
      times(size, (at) => node(at, { script: '{{s}}' })),
      [],
      {
        scripts: [{ id: 's', path: 'retail/s', runtime: { command: 'ODPS_SQL' } }],
      },
    ),
  'unknown fields of the document': (size) => ({
    ...bundle([node(0)]),
    ...Object.fromEntries(times(size, (at) => [`field${at}`, at])),
  }),
  'unknown fields of a node': (size) => bundle([node(0, Object.fromEntries(times(size, (at) => [`field${at}`, at])))]),
  'an unknown field of each node': (size) => bundle(times(size, (at) => node(at, { [`field${at}`]: 1 }))),
  'nodes of a wrong type': (size) => bundle(times(size, () => 5)),
  'fields of a wrong type': (size) => bundle(times(size, (at) => node(at, { script: 5, priority: 'x' }))),
  'unknown commands': (size) => bundle(times(size, (at) => scripted(at, `ODPS_SQ${at}`, {}))),
  'nodes without a script': (size) => bundle(times(size, (at) => node(at, { script: undefined }))),
  'arms of a join': (size) =>
    bundle(
      [
        ...times(size, (at) => node(at)),
        scripted(
          size,
          'CONTROLLER_JOIN',
          {},
          {
            join: { branches: times(size, arm), logic: { expression: times(size, (at) => `n${at}`).join(' and ') } },
          },
        ),
      ],
      [
        edges(
          size,
          times(size, (at) => upstream(`n${at}`)),
        ),
      ],
    ),
  'arms of a join that are not there': (size) =>
    bundle([
      scripted(
        0,
        'CONTROLLER_JOIN',
        {},
        {
          join: {
            branches: times(size, (at) => arm(at + 1)),
            logic: { expression: times(size, (at) => `n${at + 1}`).join(' or ') },
          },
        },
      ),
    ]),
  'arms of a branch': (size) =>
    bundle(
      [
        scripted(
          0,
          'CONTROLLER_BRANCH',
          {},
          {
            branch: { branches: times(size, (at) => ({ when: `\${x} == ${at}`, output: `retail.b${at}` })) },
            ...outputs(...times(size, (at) => `retail.b${at}`)),
          },
        ),
        ...times(size, (at) => node(at + 1)),
      ],
      times(size, (at) => edges(at + 1, [{ output: `retail.b${at}`, type: 'Normal' }])),
    ),
  'a long condition': (size) =>
    bundle([
      scripted(
        0,
        'CONTROLLER_BRANCH',
        {},
        {
          branch: {
            branches: [{ when: times(size, (at) => `\${x} == ${at}`).join(' or '), output: 'retail.b' }],
          },
          ...outputs('retail.b'),
        },
      ),
    ]),
  'a loop with many nodes': (size) =>
    bundle([scripted(0, 'CONTROLLER_TRAVERSE', {}, { 'for-each': { nodes: times(size, (at) => node(at + 1)) } })]),
  'many loops': (size) =>
    bundle(times(size, (at) => scripted(at, 'CONTROLLER_TRAVERSE', {}, { 'for-each': { nodes: [] } }))),
  'loops in loops': (size) =>
    bundle(
      times(size, (at) => scripted(at, 'CONTROLLER_TRAVERSE', {}, { 'for-each': { nodes: [] }, ...container(at) })),
    ),
  'containers that are not there': (size) =>
    bundle(times(size, (at) => node(at, { metadata: { container: { type: 'Node', uuid: `m${at}` } } }))),
  workflows: (size) => workflows(times(size, (at) => flow(at))),
  'workflows of one name': (size) => workflows(times(size, (at) => flow(at, { name: 'same' }))),
  'workflows with a node each': (size) => workflows(times(size, (at) => flow(at, { nodes: [node(at)] }))),
  'workflows with other crons': (size) =>
    workflows(
      times(size, (at) => flow(at, { trigger: { type: 'Scheduler', cron: `00 ${at % 60} ${at % 24} * * ?` } })),
    ),
  'workflows with faulty crons': (size) =>
    workflows(times(size, (at) => flow(at, { trigger: { type: 'Scheduler', cron: `00 00 02 ${at}-x * ?` } }))),
  'workflows with unknown zones': (size) =>
    workflows(
      times(size, (at) =>
        flow(at, { trigger: { type: 'Scheduler', cron: '00 00 02 * * ?', timezone: `Asia/City${at}` } }),
      ),
    ),
  'a long cron': (size) =>
    workflows([flow(0, { trigger: { type: 'Scheduler', cron: `00 00 02 ${times(size, () => '1').join(',')} * ?` } })]),
  'long code': (size) => bundle([scripted(0, 'ODPS_SQL', { content: 'select 1;\n'.repeat(size) })]),
  'long code of a shell': (size) => bundle([scripted(0, 'DIDE_SHELL', { content: 'echo $1 "$x" \\\n'.repeat(size) })]),
  'code of open quotes': (size) => bundle([scripted(0, 'ODPS_SQL', { content: `'"\`${'--;'.repeat(size)}` })]),
  'a long name': (size) =>
    bundle(
      [node(0, { name: 'x'.repeat(size * 20) })],
      times(20, (at) => edges(0, [upstream(`m${at}`)])),
    ),
  'datasources of two types': (size) =>
    bundle(times(size, (at) => node(at, { datasource: { name: `d${at >> 1}`, type: at % 2 ? 'odps' : 'hologres' } }))),
  'functions and resources': (size) => ({
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      functions: times(size, (at) => ({ id: `f${at}`, name: `f${at}`, className: 'a.B' })),
      fileResources: times(size, (at) => ({ id: `r${at}`, name: `r${at}`, type: 'jar' })),
    },
  }),
}
