/** What a new project is made of. */
export interface NewProject {
  /** The name of its folder, and of its package. */
  readonly name: string
  /** English name of its workspace: letters, digits and underscores. */
  readonly identifier: string
  /** The version of flowspec that it needs. */
  readonly version: string
}

function manifest({ name, version }: NewProject): string {
  const content = {
    name,
    private: true,
    type: 'module',
    engines: { node: '>=20.19' },
    scripts: {
      test: 'flowspec check && node --test',
      check: 'flowspec check',
      typecheck: 'tsc',
      deploy: 'flowspec deploy',
    },
    // Configurations and rules read files and the environment; the types are those of the oldest Node that is supported.
    devDependencies: { '@types/node': '^20.19.0', flowspec: `^${version}`, typescript: '^6.0.3' },
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

const compiler = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2023',
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      types: ['node'],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      // What Node itself takes out of TypeScript, which later versions run so.
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      skipLibCheck: true,
    },
    include: ['flowspec.config.ts', 'pipelines'],
  },
  undefined,
  2,
)}\n`

const config = `import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'pipelines/index.ts',
  environments: {
    dev: {
      // The id of the workspace: in the console, Workspace Details.
      projectId: 10000,
      region: 'cn-shanghai',
    },
  },
})
`

const pipelines = ({ identifier }: NewProject): string => `import { project } from 'flowspec'
import { orders } from './orders.ts'

/** Everything that is deployed together. The name is that of the workspace. */
export default project('${identifier}').defaults({ datasource: 'odps_first' }).add(orders)
`

const orders = `import { odpsSql, virtual, workflow } from 'flowspec'
import { daily } from 'flowspec/schedule'

const start = virtual('start')

const load = odpsSql('ods_orders')
  .codeFile(new URL('../sql/ods_orders.sql', import.meta.url))
  .param('bizdate', '$[yyyymmdd-1]')
  .after(start)

export const orders = workflow('daily_orders')
  .path('retail/daily_orders')
  .schedule(daily('00:30'))
  .strategy({ rerunMode: 'Allowed', rerunTimes: 3, rerunInterval: 180_000 })
  .nodes(start, load)
`

const sql = `-- The orders of the business date.
insert overwrite table ods_orders partition (ds = '\${bizdate}')
select id, customer, amount
from raw_orders
where ds = '\${bizdate}';
`

const tests = `import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

const flowspec = (...words) =>
  JSON.parse(execFileSync('npx', ['flowspec', ...words, '--format', 'json'], { encoding: 'utf8', shell: process.platform === 'win32' }))

test('the orders of a day are loaded in the night after it', () => {
  const { workflows } = flowspec('runs', '--from', '2026-03-02', '--count', '1', '--workflow', 'daily_orders')
  const [run] = workflows[0].runs
  assert.equal(run.wallClock, '2026-03-02 00:30:00')
  assert.equal(run.businessDate, '2026-03-01')
})
`

const readme = ({ name }: NewProject): string => `# ${name}

Pipelines of Alibaba Cloud DataWorks, written with flowspec.

\`\`\`sh
npm install
npm test                          # checks the pipelines, and tests them
npm run typecheck                 # compiles: finds what an editor underlines
npx flowspec runs                 # when they run
npx flowspec deploy --emulator    # tries a deploy on this machine, without an account
npx flowspec plan --env dev       # what a deploy to the workspace of dev would change
npx flowspec deploy --env dev     # deploys
\`\`\`

Workspaces stand in \`flowspec.config.ts\`, workflows in \`pipelines/\`, their code in \`sql/\`.

A deploy writes down what it did, in \`.flowspec/dev.json\`: ids and hashes, no secrets. Commit that file, so that the next deploy
knows, on whatever machine, what is this project's own and what somebody else changed.
`

/** The files of a new project, by their paths in it. */
export function projectFiles(project: NewProject): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', manifest(project)],
    ['tsconfig.json', compiler],
    ['flowspec.config.ts', config],
    ['pipelines/index.ts', pipelines(project)],
    ['pipelines/orders.ts', orders],
    ['sql/ods_orders.sql', sql],
    ['test/orders.test.mjs', tests],
    ['README.md', readme(project)],
    ['.gitignore', 'node_modules\n'],
  ])
}
