import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { afterAll, describe, expect, test } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { testConsole } from './support/test-console.ts'

const golden = join(import.meta.dirname, 'golden')
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-options-'))
const [plain, configured] = [join(folder, 'plain'), join(folder, 'configured')]
cpSync(join(golden, 'shared'), plain, { recursive: true })
cpSync(join(golden, 'shared'), configured, { recursive: true })
cpSync(join(golden, 'projects/configured'), configured, { recursive: true })
cpSync(join(golden, 'projects/dolphinscheduler'), plain, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

async function told(cwd: string, call: string): Promise<string> {
  const words = [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  const { console, written } = testConsole({ cwd })
  const code = await runCommand(words, console)
  const [first = ''] = written.stderr.split('\n').filter((line) => !line.startsWith('Environment '))
  return `${code} ${first}`
}

/** Calls in which an option has nothing that it could change, and the words behind `is of no use`. */
const useless: readonly (readonly [cwd: string, option: string, call: string, why: string])[] = [
  // Environments are those of a configuration, or of a project.
  ...['check', 'build', 'runs', 'graph', 'convert --to 1.2.0'].flatMap((command) =>
    ['orders.ts', 'bundle.json'].map(
      (path) =>
        [plain, 'env', `${command} ${path} --env prod`, `for ${path}, where no project has environments`] as const,
    ),
  ),
  [plain, 'env', 'preview orders.ts --out p.html --env prod', 'for orders.ts, where no project has environments'],
  [
    plain,
    'env',
    'preview orders.ts --against ../configured/shop.ts --out p.html --env prod',
    'for orders.ts, where no project has environments',
  ],
  [
    plain,
    'env',
    'diff orders.ts bundle.json --env prod',
    'for orders.ts and bundle.json, where no project has environments',
  ],
  [plain, 'env', 'plan orders.ts --emulator --env prod', 'for orders.ts, where no project has environments'],
  [
    plain,
    'env',
    'deploy orders.ts bundle.json --emulator --env prod',
    'for orders.ts and bundle.json, where no project has environments',
  ],
  [plain, 'env', 'import bundle.json --out code --env prod', 'for bundle.json, where no project has environments'],
  ...['run orders', 'backfill orders --from 2026-03-01', 'status 1', 'publish orders', 'import --out code'].map(
    (command) =>
      [
        plain,
        'env',
        `${command} --env prod --project-id 1 --region cn-shanghai`,
        'without a configuration, and there is no flowspec.config.ts here or above',
      ] as const,
  ),
  // What is only drawn, listed or converted is not checked by the rules of a configuration.
  ...['runs', 'graph', 'convert --to 1.2.0', 'preview --out p.html'].map(
    (command) =>
      [
        configured,
        'config',
        `${command} orders.ts --config flowspec.config.ts`,
        'beside paths, which are taken as they stand',
      ] as const,
  ),
  [
    configured,
    'config',
    "runs --cron '00 02 00 * * ?' --config flowspec.config.ts",
    'with --cron, whose runs are listed instead',
  ],
  [configured, 'env', "runs --cron '00 02 00 * * ?' --env prod", 'with --cron, whose runs are listed instead'],
  [
    configured,
    'workflow',
    "runs --cron '00 02 00 * * ?' --workflow orders",
    'with --cron, whose runs are listed instead',
  ],
  [configured, 'timezone', 'runs --env prod --timezone UTC', 'without --cron'],
  [plain, 'project', 'build bundle.json --project shop', 'for documents, which are written as they are'],
  [plain, 'spec', 'build bundle.json --spec 1.2.0', 'for documents, which are written as they are'],
  [plain, 'project', 'build retail.ts --out built --project shop', 'for a project, which has a name'],
  [configured, 'project', 'build --env prod --out built --project shop', 'for a project, which has a name'],
  [plain, 'format', 'build orders.ts --layout git --out built --format yaml', 'with --layout git, which has its own'],
  [plain, 'port', 'preview orders.ts --out p.html --port 8080', 'without --watch, which shows the page'],
  ...['run orders', 'backfill orders --from 2026-03-01', 'status 1'].map(
    (command) => [configured, 'interval', `${command} --env prod --interval 9`, 'without --wait'] as const,
  ),
  [
    configured,
    'identifier',
    'publish orders --env prod --identifier shop',
    'beside names, which the workspace knows itself',
  ],
  ...['region cn-shanghai', 'endpoint localhost:1', 'record r.json'].map((option) => {
    const [name = ''] = option.split(' ')
    return [configured, name, `plan --env prod --emulator --${option}`, 'with --emulator, which starts empty'] as const
  }),
  ...['map HIVE=ODPS_SQL', 'datasource a=b'].map((option) => {
    const [name = ''] = option.split(' ')
    return [plain, name, `import bundle.json --out code --${option}`, 'without --from'] as const
  }),
  ...['project-id 1', 'region cn-shanghai', 'endpoint localhost:1', 'path retail', 'config flowspec.config.ts'].flatMap(
    (option) => {
      const [name = ''] = option.split(' ')
      const call = `import bundle.json --out code --${option}`
      return [
        [plain, name, call, 'beside paths, which are brought in'] as const,
        [plain, name, `${call} --from airflow`, 'with --from, which brings in files'] as const,
      ]
    },
  ),
  [plain, 'env', 'import bundle.json --out code --from airflow --env prod', 'with --from, which brings in files'],
]

describe('an option that changes nothing is refused', () => {
  test.each(useless)('%s: --%s in %s', async (cwd, option, call, why) => {
    expect(await told(cwd, call)).toBe(`2 error --${option} is of no use ${why}.`)
  })

  test('an environment that neither the configuration nor the project of a path has', async () => {
    expect(await told(configured, 'plan orders.ts --emulator --env prodd')).toBe(
      '2 error The configuration has no environment prodd.',
    )
    expect(await told(configured, 'plan shop.ts --emulator --env prodd')).toBe(
      "2 error The project has no environment 'prodd'.",
    )
  })

  test('and taken where it is of use', async () => {
    const calls = [
      ...['check', 'runs', 'graph', 'diff orders.ts', 'build --out b --spec 1.2.0'].map(
        (one) => `${one} shop.ts --env prod`,
      ),
      'diff bundle.json --env prod',
      'plan orders.ts --emulator --env prod',
      'plan shop.ts --emulator --env prod',
      'check orders.ts --config flowspec.config.ts',
      'build orders.ts --config flowspec.config.ts --project retail --spec 1.2.0',
      'build orders.ts bundle.json --project retail --spec 1.2.0 --out b',
      'build orders.ts --layout git --out b',
      'import shop.ts --env prod --identifier shop --out code',
    ]
    const answers = await Promise.all(calls.map(async (call) => `${call}: ${await told(configured, call)}`))
    expect(answers.filter((answer) => /: 2 /.test(answer))).toEqual([])
  })
})

/** Options that change something in every call that is understood, with the commands that have others of that name. */
const always: Readonly<Record<string, string>> = {
  check: 'format rule strict watch config',
  build: 'layout out config',
  runs: 'from to count everyDay format cron',
  graph: 'format direction inside variables out',
  preview: 'out against from to title watch',
  diff: 'format',
  plan: 'config projectId identifier emulator only allowDelete adopt out format',
  deploy: 'config projectId identifier emulator only allowDelete adopt publish yes format',
  publish: 'env config projectId region endpoint yes format',
  run: 'config projectId region endpoint date name param wait format',
  backfill: 'config projectId region endpoint from to parallel latestFirst name param wait yes format',
  status: 'config projectId region endpoint wait format',
  destroy: 'config projectId region endpoint identifier record yes',
  import: 'out layout from force format identifier',
  convert: 'to format out',
  emulator: 'port workspace format',
  explain: 'format',
  schema: 'out',
  doctor: 'config projectId region endpoint identifier offline format',
  init: 'identifier',
  completion: '',
}

const refusedElsewhere = [
  // Cases of doctor, which tells of it among the rest, and of deploy and destroy, which open what plan opens.
  'doctor env',
  'deploy record region endpoint',
  'destroy env',
]

test('each option of each command is of use in all calls, or refused in those above', async () => {
  const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const refused = [
    ...useless.map(([, option, call]) => `${call.split(' ')[0]} ${camel(option)}`),
    ...refusedElsewhere.flatMap((line) => {
      const [command, ...names] = line.split(' ')
      return names.map((name) => `${command} ${name}`)
    }),
  ]
  const known = new Set([
    ...refused,
    ...Object.entries(always).flatMap(([command, names]) => names.split(' ').map((name) => `${command} ${name}`)),
  ])
  const commands = await Promise.all(
    commandTable.map(async (command) => ({ name: command.name, options: (await command.load()).options })),
  )
  const all = commands.flatMap(({ name, options }) =>
    options.map(({ flags }) => `${name} ${camel(/^--([\w-]+)/.exec(flags)?.[1] ?? '')}`),
  )
  expect(all.filter((one) => !known.has(one))).toEqual([])
})
