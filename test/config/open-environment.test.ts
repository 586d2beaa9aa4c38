import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fileResource, hologresSql, odpsSql, project, readSpec, shell, virtual, workflow, writeJson } from 'flowspec'
import { type Config, defineConfig, type EndpointSettings, openEnvironment, type ProjectInput } from 'flowspec/config'
import { deploy, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from '../dataworks/support/caught.ts'
import { emulated } from '../dataworks/support/emulated.ts'

const orders = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(
    virtual('start'),
    odpsSql('ods').code('select 1').after('start'),
    odpsSql('own').code('select 1').datasource('mine').after('start'),
    hologresSql('fast').code('select 1').after('start'),
  )
const shop = project('dw_project').add(orders)

/** A configuration of one environment, whose address nobody answers at. */
function configOf(
  given: ProjectInput,
  settings: Partial<EndpointSettings> = {},
  others: Partial<Config> = {},
): Config<'prod'> {
  const prod = { projectId: 10000, endpoint: 'http://127.0.0.1:1', ...settings }
  return defineConfig({ ...others, project: given, environments: { prod } })
}

interface SeenNode {
  readonly name: string
  readonly datasource?: unknown
  readonly runtimeResource?: unknown
  readonly recurrence?: unknown
}

/** The nodes of the workflows of what an environment builds. */
async function nodesOf(given: ProjectInput, settings: Partial<EndpointSettings>): Promise<readonly SeenNode[]> {
  const { project: opened } = await openEnvironment(configOf(given, { identifier: 'dw_project', ...settings }), 'prod')
  const { documents } = opened.build()
  const parsed: { spec: { workflows?: { nodes: SeenNode[] }[] } }[] = documents.map((one) => JSON.parse(writeJson(one)))
  return parsed.flatMap(({ spec }) => spec.workflows ?? []).flatMap(({ nodes }) => nodes)
}

/** The ways in which one workflow can be given. */
const ways: Readonly<Record<string, ProjectInput>> = {
  'a project': shop,
  'a workflow': orders,
  'a list': [orders, fileResource('lib.py')],
  'a document': orders.build({ project: 'dw_project' }),
  'a document that was read': readSpec(writeJson(orders.build({ project: 'dw_project' }))),
  'a built project': shop.build(),
  'a promise': Promise.resolve(shop),
  'a function': () => shop,
  'a function that gives a promise': async ({ environment }) => project(environment).add(orders),
  'a project with environments': project('other')
    .environments({ prod: { sql: 'select 1' }, dev: { sql: 'select 2' } })
    .add(() => orders),
}

describe('an environment', () => {
  for (const [what, given] of Object.entries(ways)) {
    test(`gives the nodes of ${what} its data sources and its resource group where they name none`, async () => {
      const settings = { datasources: { odps: 'odps_prod', hologres: 'holo_prod' }, resourceGroup: 'group_prod' }
      expect(await nodesOf(given, settings)).toMatchObject([
        { name: 'start' },
        {
          name: 'ods',
          datasource: { name: 'odps_prod', type: 'odps' },
          runtimeResource: { resourceGroup: 'group_prod' },
        },
        { name: 'own', datasource: { name: 'mine' }, runtimeResource: { resourceGroup: 'group_prod' } },
        { name: 'fast', datasource: { name: 'holo_prod', type: 'hologres' } },
      ])
    })

    test(`pauses what ${what} schedules`, async () => {
      const nodes = await nodesOf(given, { paused: true })
      expect(nodes.map(({ recurrence }) => recurrence)).toEqual(['Pause', 'Pause', 'Pause', 'Pause'])
      expect((await nodesOf(given, {})).filter(({ recurrence }) => recurrence !== undefined)).toEqual([])
    })

    test(`deploys ${what}, and then finds nothing to do`, async () => {
      const { client } = await emulated()
      const settings = { identifier: 'dw_project', datasources: { odps: 'odps_prod' }, paused: true }
      const opened = await openEnvironment(configOf(given, settings), 'prod', { client })
      expect(opened).toMatchObject({ name: 'prod', projectId: '10000', identifier: 'dw_project' })
      const planned = await plan(client, opened.project, { projectId: opened.projectId })
      await deploy(client, planned, { projectId: opened.projectId, wait: { interval: 1 } })
      expect((await plan(client, opened.project, { projectId: opened.projectId })).isEmpty).toBe(true)
    })
  }

  test('has data sources that are laid over those of the project, and under those of a workflow', async () => {
    const other = workflow('other').cron('00 02 00 * * ?').defaults({ datasource: 'of_workflow' })
    const given = project('dw_project')
      .defaults({ datasource: { odps: 'of_project', hologres: 'of_project' } })
      .add(orders, other.nodes(odpsSql('x').code('select 1')))
    const nodes = await nodesOf(given, { datasources: { odps: 'of_environment' } })
    const names = Object.fromEntries(nodes.map(({ name, datasource }) => [name, datasource]))
    expect(names).toMatchObject({
      ods: { name: 'of_environment' },
      fast: { name: 'of_project' },
      x: { name: 'of_workflow' },
    })
  })

  test('keeps silent what the configuration silences, in all documents, and says why', async () => {
    const loud = (name: string) =>
      workflow(name)
        .cron('00 02 00 * * ?')
        .nodes(shell(`run_${name}`).code('echo $1'))
    const suppress = [{ rule: 'parameter/positional', node: 'run_a', reason: 'the machine fills it in' }] as const
    const config = { ...configOf(project('dw_project').add(loud('a'), loud('b'))), suppress }
    const { project: opened } = await openEnvironment(config, 'prod')
    const { diagnostics, suppressed } = opened.review()
    expect(diagnostics.map(({ rule, subject }) => [rule, subject?.name])).toEqual([['parameter/positional', 'run_b']])
    expect(suppressed.map(({ reason, diagnostic }) => [reason, diagnostic.subject?.name])).toEqual([
      ['the machine fills it in', 'run_a'],
    ])
    const all = { suppress: [{ rule: 'parameter/positional', reason: 'told elsewhere' }] } as const
    expect(opened.check(all)).toEqual([])
  })

  test('leaves a node that is skipped skipped, and workflows without a schedule as they are', async () => {
    const given = workflow('orders')
      .cron('00 02 00 * * ?')
      .nodes(virtual('skipped').extra({ recurrence: 'Skip' }), virtual('start'))
    const nodes = await nodesOf(given, { paused: true })
    expect(nodes.map(({ recurrence }) => recurrence)).toEqual(['Skip', 'Pause'])
  })

  test('gives its name to a project that is called otherwise elsewhere', async () => {
    const config = configOf(project('retail').add(orders), { identifier: 'dw_project' })
    const { project: opened } = await openEnvironment(config, 'prod')
    expect(opened.identifier).toBe('dw_project')
    expect(JSON.stringify(opened.build())).toContain('"dw_project.ods"')
    expect(JSON.stringify(opened.build())).not.toContain('retail')
  })

  test('asks the service for the name of the workspace only where nobody says it', async () => {
    const { client, emulator } = await emulated()
    await openEnvironment(configOf(shop), 'prod', { client })
    expect(emulator.requests).toHaveLength(0)
    const { identifier } = await openEnvironment(configOf(orders), 'prod', { client })
    expect([identifier, emulator.requests.map(({ action }) => action)]).toEqual(['dw_project', ['GetProject']])
  })

  test('of another name than the workspace has is refused by plan before anything is changed', async () => {
    const { client } = await emulated()
    const opened = await openEnvironment(configOf(orders, { identifier: 'retail' }), 'prod', { client })
    const error = await caught(plan(client, opened.project, { projectId: opened.projectId }))
    expect([error.kind, error.message]).toEqual(['other-workspace', expect.stringContaining("'retail'")])
  })

  test('whose name nobody tells says where to write it', async () => {
    const { client, emulator } = await emulated()
    emulator.addFault({ action: 'GetProject', status: 403, code: 'Forbidden.RAM' })
    const error = await caught(openEnvironment(configOf(orders), 'prod', { client }))
    expect(error.hint).toContain('environments.prod.identifier')
  })

  test('makes a client of its own for its endpoint and access key', async () => {
    const { emulator } = await emulated()
    const config = configOf(orders, { endpoint: emulator.url, credentials: emulator.credentials })
    const { client, identifier } = await openEnvironment(config, 'prod')
    expect([identifier, (await client.getProject({ id: 10000 })).name]).toEqual(['dw_project', 'dw_project'])
  })

  test('that the configuration does not have is told with the near name', async () => {
    await expect(Reflect.apply(openEnvironment, undefined, [configOf(shop), 'prd'])).rejects.toThrow(
      /"prd".*Did you mean "prod"/,
    )
  })

  test('is checked by the rules of the configuration, and by those of the call over them', async () => {
    const empty = project('dw_project').add(workflow('empty').cron('00 02 00 * * ?'))
    const config = configOf(empty, {}, { rules: { 'graph/empty-workflow': 'error' } })
    const { project: opened } = await openEnvironment(config, 'prod')
    expect(() => opened.build()).toThrow(/empty/)
    expect(opened.check()).toMatchObject([{ rule: 'graph/empty-workflow', severity: 'error' }])
    expect(opened.check({ rules: { 'graph/empty-workflow': 'off' } })).toEqual([])
    expect(opened.build({ rules: { 'graph/empty-workflow': 'warning' } }).documents).toHaveLength(1)
  })
})

/** Modules that hold a project, and how they export it. */
const modules: Readonly<Record<string, string>> = {
  default: 'export default { identifier: "dw_project", documents: [] }',
  'a function': 'export default () => ({ identifier: "dw_project", documents: [] })',
  project: 'export const project = { identifier: "dw_project", documents: [] }',
}

describe('a project in a module', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flowspec-config-'))
  for (const [what, text] of Object.entries(modules)) {
    test(`is its export ${what}`, async () => {
      const file = join(folder, `${what.replace(' ', '-')}.mjs`)
      await writeFile(file, text)
      const name = `./${what.replace(' ', '-')}.mjs`
      for (const [given, baseDir] of [
        [file, undefined],
        [pathToFileURL(file), undefined],
        [name, folder],
        [name, pathToFileURL(`${folder}/`)],
      ] as const) {
        const { project: opened } = await openEnvironment(configOf(given), 'prod', { baseDir })
        expect(opened.build()).toEqual({ identifier: 'dw_project', documents: [] })
      }
    })
  }

  test('is loaded by what the caller loads modules with', async () => {
    const asked: string[] = []
    const load = async (address: URL) => {
      asked.push(address.href)
      return { default: shop }
    }
    const { identifier } = await openEnvironment(configOf('./pipelines.ts'), 'prod', { baseDir: '/work', load })
    expect([identifier, asked]).toEqual(['dw_project', ['file:///work/pipelines.ts']])
  })

  test('that exports none is told with what it exports', async () => {
    const load = async () => ({ orders })
    await expect(openEnvironment(configOf('./x.ts'), 'prod', { load })).rejects.toThrow(/exports orders.*as default/)
  })

  test.each([
    [5, /gives a number|gives number/],
    [[orders, shop], /a list with a project in it, "dw_project"\. .*project\.add/],
    [undefined, /undefined/],
  ])('that exports %s is refused', async (value, message) => {
    const load = async () => ({ default: () => value })
    await expect(openEnvironment(configOf('./x.ts'), 'prod', { load })).rejects.toThrow(message)
  })
})

test.each([
  [{ project: 'retail' }, /openEnvironment: .*project/],
  [{ lopps: 'nested' }, /openEnvironment: .*lopps/],
  [{ loops: 'inside' }, /openEnvironment: .*loops/],
])('settings of a build that nothing reads are refused when an environment is opened: %o', async (build, message) => {
  await expect(Reflect.apply(openEnvironment, undefined, [configOf(shop), 'prod', { build }])).rejects.toThrow(message)
})
