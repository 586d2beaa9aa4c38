import type { DocumentedRule } from '../engine/rule.ts'
import { settingsRules } from './settings-rules.ts'

/** The rules that are not looked for in a finished document, but raised where it is read, built, scheduled or submitted. */
export const otherRules: readonly DocumentedRule[] = [
  {
    name: 'builder/argument',
    severity: 'error',
    summary: 'A function or a method of a builder is given what it cannot use.',
    evidence: 'What nothing reads would be left out of the document without a word.',
    remedy: 'Give what the message asks for. A call that cannot be carried out has nothing that could be built.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      // As a program gives them that is not type checked, or that reads its settings from a file.
      const settings = (text: string) => JSON.parse(text)
      const orders = workflow('orders').cron('00 02 00 * * ?')
      const ods = odpsSql('ods').code('select 1')

      export const wrong = () => orders.nodes(ods.strategy(settings('{ "timeout": 3600 }'))).build()

      export const right = orders.nodes(ods.strategy(settings('{ "timeout": { "value": 1, "unit": "HOURS" } }')))
    `,
  },
  {
    name: 'check/failed',
    severity: 'error',
    summary: 'The check itself failed, which is a fault of flowspec or of an old engine and not of the document.',
    evidence: 'A check that ended early has not said all there is, so nothing can be built on it.',
    example: `
      import { checkSpec } from 'flowspec'

      // Nothing in a document does this; a document that throws once, and can be read after that, shows how it is told.
      const document = (times: number) => {
        let left = times
        return {
          get kind() {
            if (left-- > 0) throw new Error('once')
            return 'CycleWorkflow'
          },
          version: '1.1.0',
          spec: { workflows: [] },
        }
      }

      export const wrong = () => checkSpec(document(1))

      export const right = () => checkSpec(document(0))
    `,
  },
  {
    name: 'code/unread-sql',
    severity: 'info',
    summary:
      'A statement of SQL is not read, so its tables are not known, and the node declares none. Found by `sqlRules()` of `flowspec/sql`, and among the faults of `tablesOf` and `deriveDependencies`.',
    evidence: 'What is not understood is said, since an edge that was guessed is worse than one that is missing.',
    example: `
      import { odpsSql, workflow } from 'flowspec'
      import { sqlRules } from 'flowspec/sql'

      const load = odpsSql('load')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = () => orders.nodes(load.code('select * form ods_orders')).check({ custom: sqlRules() })

      export const right = () => orders.nodes(load.code('select * from ods_orders')).check({ custom: sqlRules() })
    `,
  },
  {
    name: 'code/file-unreadable',
    severity: 'error',
    summary: 'A code file of a node cannot be read, or is not UTF-8.',
    evidence: 'A node without its code would be deployed empty.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(odpsSql('ods').codeFile('sql/there_is_no_such_file.sql'))

      export const right = orders.nodes(odpsSql('ods').code('select 1'))
    `,
  },
  {
    name: 'document/cyclic',
    severity: 'error',
    summary: 'A document contains itself.',
    evidence: 'JSON cannot hold it.',
    example: `
      const document: Record<string, unknown> = { kind: 'ManualWorkflow', version: '1.1.0', spec: {} }

      // Parts may be shared by what they stand in, but no part may stand in itself.
      export const wrong: Record<string, unknown> = { ...document, spec: { nodes: [] } }
      wrong['spec'] = { workflows: [wrong] }

      export const right = { ...document, spec: { workflows: [] } }
    `,
  },
  {
    name: 'document/expansion',
    severity: 'error',
    summary: 'The references of a document, written out by a conversion, are more than memory is made for.',
    evidence: 'A document of half a megabyte can refer a thousand times to what has a thousand parts.',
    remedy: 'Keep the document in its version, or divide it.',
    example: `
      import { convertSpec } from 'flowspec'

      const each = (count: number, make: (at: number) => object) => Array.from({ length: count }, (_, at) => make(at))
      const parameters = each(1000, (at) => ({ artifactType: 'Variable', name: 'p' + at, scope: 'NodeParameter' }))
      const nodes = (count: number) => each(count, (at) => ({ id: 'n' + at, name: 'n' + at, script: '{{shared}}' }))
      const scripts = [{ id: 'shared', path: 'shared', parameters }]
      const bundle = (count: number) => ({ kind: 'Node', version: '1.1.0', spec: { scripts, nodes: nodes(count) } })

      export const wrong = () => convertSpec(bundle(1000), { version: '2.0.0' })

      export const right = () => convertSpec(bundle(10), { version: '2.0.0' })
    `,
  },
  {
    name: 'document/more-faults',
    severity: 'error',
    summary: 'A document has more faults than a check tells.',
    evidence:
      'A list that nobody reads to its end would take the memory of a program that checks documents of strangers.',
    example: `
      import { workflow } from 'flowspec'

      const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => ['field' + at, at]))
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.extra(fields(10_001))

      export const right = orders
    `,
  },
  {
    name: 'document/not-json',
    severity: 'error',
    summary: 'A document, or a field added to one, is not what JSON can hold.',
    evidence: 'A FlowSpec document is a JSON object.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.extra({ metadata: { since: new Date(0) } }))

      export const right = orders.nodes(ods.extra({ metadata: { since: new Date(0).toISOString() } }))
    `,
  },
  {
    name: 'document/one-workflow',
    severity: 'error',
    summary:
      'A document to be submitted does not hold exactly one workflow with its nodes, or has nodes outside of it.',
    evidence:
      'ImportWorkflowDefinition takes the first workflow with its nodes and leaves the rest out without a word.',
    remedy: 'Submit each workflow in a document of its own, and put nodes that stand alone into a workflow.',
    example: `
      import { createClient, submit } from 'flowspec/dataworks'
      import { startEmulator } from 'flowspec/testing'

      async function send(workflows: readonly object[]) {
        const { url, credentials, stop } = await startEmulator()
        const document = { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows } }
        await submit(createClient({ endpoint: url, credentials }), document, { projectId: 10000 }).finally(stop)
      }
      const daily = (name: string) => ({
        name,
        script: { path: name, runtime: { command: 'WORKFLOW' } },
        trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
      })

      export const wrong = () => send([daily('orders'), daily('invoices')])

      export const right = () => send([daily('orders')])
    `,
  },
  {
    name: 'document/syntax',
    severity: 'error',
    summary: 'A text is neither JSON nor, where YAML is read, YAML.',
    evidence: 'The JSON standard; one key with two values is refused too, because readers disagree on the winner.',
    remedy: 'Mend the text at the line that is told. Of a text that is not read there is nothing to check.',
    example: `
      import { readSpec } from 'flowspec'

      export const wrong = () => readSpec('{ "kind": "CycleWorkflow", }')

      export const right = () => readSpec('{ "kind": "CycleWorkflow" }')
    `,
  },
  {
    name: 'document/too-deep',
    severity: 'error',
    summary: 'A document is nested deeper than any workflow is.',
    evidence: 'A limit of this library, far above real documents.',
    example: `
      import { readSpec } from 'flowspec'

      const nested = (depth: number) => \`{ "metadata": \${'['.repeat(depth)}\${']'.repeat(depth)} }\`

      export const wrong = () => readSpec(nested(1000))

      export const right = () => readSpec(nested(10))
    `,
  },
  {
    name: 'document/too-large',
    severity: 'error',
    summary: 'A document has more entities than this library looks at, or more words than are read from YAML.',
    evidence: 'Limits of this library, above 100,000 nodes, and far above pipelines of the same length in YAML.',
    example: `
      import { checkSpec } from 'flowspec'

      const node = { name: 'start', script: { path: 'start', runtime: { command: 'VIRTUAL' } } }
      const flow = (length: number) => {
        return { kind: 'ManualWorkflow', version: '1.1.0', spec: { nodes: Array.from({ length }, () => node) } }
      }

      export const wrong = () => checkSpec(flow(4_000_000))

      export const right = () => checkSpec(flow(1))
    `,
  },
  {
    name: 'document/unsafe-key',
    severity: 'error',
    summary: 'A document has a key "__proto__".',
    evidence: 'No field has that name, and JavaScript would take it for a prototype.',
    example: `
      import { readSpec } from 'flowspec'

      export const wrong = () => readSpec('{ "kind": "CycleWorkflow", "metadata": { "__proto__": { "owner": "1" } } }')

      export const right = () => readSpec('{ "kind": "CycleWorkflow", "metadata": { "owner": "1" } }')
    `,
  },
  {
    name: 'migration/source',
    severity: 'error',
    summary: 'What is to be migrated is no export of that scheduler, or lacks what nothing can be made without.',
    evidence: 'What was guessed would run at other times or in another order than before.',
    remedy: 'Mend the exported file, or export it anew.',
    example: `
      import { fromDolphinScheduler } from 'flowspec/migration'

      const task = { code: 11, name: 'load', taskType: 'SHELL', taskParams: { rawScript: './load.sh' } }
      const exported = (definition: object) => ({
        processDefinition: definition,
        processTaskRelationList: [],
        taskDefinitionList: [task],
      })

      export const wrong = () => fromDolphinScheduler(exported({ code: 1 }))

      export const right = () => fromDolphinScheduler(exported({ code: 1, name: 'orders' }))
    `,
  },
  {
    name: 'module/unusable',
    severity: 'error',
    summary: 'A module that the command is to read cannot be loaded, or exports no pipeline.',
    evidence: 'Its pipelines are not known, so nothing is said of them; programs that read a report must see that.',
    remedy:
      'Mend what the message says, at its line; FLOWSPEC_DEBUG=1 shows the whole error. A file of a folder that is no pipeline belongs in another folder.',
    example: `
      import { mkdtempSync, writeFileSync } from 'node:fs'
      import { tmpdir } from 'node:os'
      import { join } from 'node:path'
      import { runCommand } from 'flowspec/command'

      async function check(code: string) {
        const cwd = mkdtempSync(join(tmpdir(), 'flowspec-'))
        writeFileSync(join(cwd, 'orders.mjs'), code)
        let report = ''
        const write = (text: string) => {
          report += text
        }
        await runCommand(['check', 'orders.mjs', '--format', 'json'], { cwd, write })
        return JSON.parse(report).documents.flatMap(({ diagnostics }: { diagnostics: object[] }) => diagnostics)
      }

      export const wrong = () => check("export default virtual('start')")

      export const right = () =>
        check("export default { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [] } }")
    `,
  },
  {
    name: 'parameter/date-range',
    severity: 'error',
    summary: 'A scheduling parameter comes to a date outside of the years 1 to 9999.',
    evidence: 'No format of a date has room for it.',
    example: `
      import { evaluateParameter } from 'flowspec/schedule'

      const day = { businessDate: '2026-06-30' }

      export const wrong = () => evaluateParameter('\${yyyy-2026}', day)

      export const right = () => evaluateParameter('\${yyyy-1}', day)
    `,
  },
  {
    name: 'parameter/missing-time',
    severity: 'error',
    summary: 'A scheduling parameter is evaluated without the time it depends on.',
    evidence: '${…} counts from the business date, $[…] from the schedule time.',
    example: `
      import { evaluateParameter } from 'flowspec/schedule'

      export const wrong = () => evaluateParameter('$[yyyymmdd-1]')

      export const right = () => evaluateParameter('$[yyyymmdd-1]', { scheduleTime: '2026-07-01 00:02:00' })
    `,
  },
  {
    name: 'parameter/runtime-only',
    severity: 'error',
    summary: 'A scheduling parameter has a value that only the service knows.',
    evidence: 'Ids of instances, and parameters kept in the workspace, are given out when an instance is made.',
    example: `
      import { evaluateParameter } from 'flowspec/schedule'

      const run = { scheduleTime: '2026-07-01 00:02:00' }

      // The id of the task's instance.
      export const wrong = () => evaluateParameter('$taskid', run)

      export const right = () => evaluateParameter('$cyctime', run)
    `,
  },
  {
    name: 'parameter/spacing',
    severity: 'warning',
    summary: 'A scheduling parameter has a space or an equals sign.',
    evidence:
      '"Supported formats of scheduling parameters": expressions support neither, and they separate parameters written in one line.',
    example: `
      import { parseParameter } from 'flowspec/schedule'

      export const wrong = () => parseParameter('day = \${yyyymmdd}').diagnostics

      export const right = () => parseParameter('day_\${yyyymmdd}').diagnostics
    `,
  },
  {
    name: 'project/failed-part',
    severity: 'error',
    summary: 'A function that makes parts of a project threw an error.',
    evidence: 'Without its parts the project would be deployed as if they were gone.',
    remedy: 'Mend the function where it is told to throw. The error of `build()` has what it threw as its `cause`.',
    example: `
      import { odpsSql, project, workflow } from 'flowspec'

      const retail = (tables: ReadonlyMap<string, string>) =>
        project('retail').environments({ prod: {} }).add(() => {
          const table = tables.get('orders')
          if (table === undefined) throw new Error('nothing says which table has the orders')
          const ods = odpsSql('ods').code('select * from ' + table)
          return workflow('orders').cron('00 02 00 * * ?').nodes(ods)
        })

      export const wrong = () => retail(new Map()).check()

      export const right = () => retail(new Map([['orders', 'raw.orders']])).check()
    `,
  },
  {
    name: 'project/missing-part',
    severity: 'warning',
    summary:
      'A node of a project takes a function or a resource by its builder, or a function a resource, and the project does not have that.',
    evidence:
      'A document names them by their names alone, so that what was not added is not deployed, and the code fails when it runs where the workspace does not have it.',
    example: `
      import { fileResource, odpsSql, project, udf, workflow } from 'flowspec'

      const jar = fileResource('concat.jar')
      const concat = udf('concat').className('com.example.Concat').resources(jar)
      const load = odpsSql('load').code("select concat('a', 'b')").functions(concat)
      const orders = workflow('orders').cron('00 02 00 * * ?').nodes(load)

      export const wrong = () => project('retail').add(orders, jar).check()

      export const right = () => project('retail').add(orders, jar, concat).check()
    `,
  },
  {
    name: 'project/not-added',
    severity: 'info',
    summary: 'A module of a folder exports a workflow or an entity that no project of the folder has.',
    evidence: 'What was not added is not deployed with the project, and nothing else tells of it.',
    example: `
      import { mkdtempSync, writeFileSync } from 'node:fs'
      import { tmpdir } from 'node:os'
      import { basename, join } from 'node:path'
      import { odpsSql, project, workflow } from 'flowspec'
      import { runCommand } from 'flowspec/command'

      const daily = (name: string) => workflow(name).cron('00 02 00 * * ?').nodes(odpsSql(name + '_load').code('select 1'))
      const [orders, returns] = [daily('orders'), daily('returns')]

      async function check(modules: Record<string, object>) {
        const cwd = mkdtempSync(join(tmpdir(), 'flowspec-'))
        for (const name of Object.keys(modules)) writeFileSync(join(cwd, name), '')
        let report = ''
        const write = (text: string) => {
          report += text
        }
        const importModule = async (path: string) => ({ default: modules[basename(path)] })
        await runCommand(['check', '.', '--format', 'json'], { cwd, write, importModule })
        const documents: { diagnostics: object[] }[] = JSON.parse(report).documents
        return documents.flatMap(({ diagnostics }) => diagnostics.map((told) => ({ ...told, source: undefined })))
      }

      export const wrong = () => check({ 'index.ts': project('retail').add(orders), 'returns.ts': returns })

      export const right = () => check({ 'index.ts': project('retail').add(orders, returns), 'returns.ts': returns })
    `,
  },
  {
    name: 'project/unknown-environment',
    severity: 'error',
    summary: 'A project is built for an environment it does not have.',
    evidence: 'Each environment has the values that the documents are made with.',
    remedy: 'Name an environment that the project has, or give it that one.',
    example: `
      import { project, workflow } from 'flowspec'

      const retail = project('retail')
        .environments({ dev: { hour: '01' }, prod: { hour: '03' } })
        .add(({ hour }) => workflow('orders').cron(\`00 00 \${hour} * * ?\`))
      // The name may come from a command line, which no compiler has seen.
      const build = (environment: string) => retail.build(JSON.parse(JSON.stringify({ environment })))

      export const wrong = () => build('production')

      export const right = () => build('prod')
    `,
  },
  {
    name: 'project/unknown-variable',
    severity: 'error',
    summary: 'A part of a project is made from a variable that its environment does not have.',
    evidence: 'In code it would be the text "undefined".',
    remedy: 'Give the variable to every environment, or mend its name.',
    example: `
      import { odpsSql, project, workflow } from 'flowspec'

      const environments = { dev: { schema: 'retail_dev' }, prod: { schema: 'retail' } }
      // A program in JavaScript, which no compiler has seen.
      const retail = (name: string) =>
        project('retail').environments(environments).add((variables) => {
          const values: Readonly<Record<string, string>> = variables
          const ods = odpsSql('ods').code(\`select * from \${values[name]}.raw\`)
          return workflow('orders').cron('00 02 00 * * ?').nodes(ods)
        })

      export const wrong = () => retail('shcema').check()

      export const right = () => retail('schema').check()
    `,
  },
  {
    name: 'reference/unknown-project',
    severity: 'error',
    summary: 'A node comes after the root of a project that is not known.',
    evidence: 'The output of the root is <project>_root.',
    example: `
      import { odpsSql, projectRoot, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1').after(projectRoot())
      const orders = workflow('orders').cron('00 02 00 * * ?').nodes(ods)

      export const wrong = () => orders.check()

      export const right = () => orders.check({ project: 'retail' })
    `,
  },
  {
    name: 'schedule/calendar-unknown',
    severity: 'error',
    summary: 'The runs of a custom calendar are asked for.',
    evidence: 'Its days are kept by the service and are in no document.',
    example: `
      import { runs } from 'flowspec/schedule'

      const daily = { cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
      const range = { from: '2026-07-01T00:00:00+08:00', count: 5 }

      export const wrong = () => [...runs({ ...daily, calendarId: 1000001 }, range)]

      export const right = () => [...runs(daily, range)]
    `,
  },
  {
    name: 'schedule/cron-not-carried',
    severity: 'error',
    summary: 'A cron of another dialect says what a cron of DataWorks cannot.',
    evidence:
      'The help page "DataWorks cron expression": no seconds, no years, no W, nothing counted back from the last day.',
    example: `
      import { fromQuartzCron } from 'flowspec/schedule'

      // The weekday nearest to the 15th.
      export const wrong = () => fromQuartzCron('0 0 2 15W * ?')

      export const right = () => fromQuartzCron('0 0 2 15 * ?')
    `,
  },
  ...settingsRules,
  {
    name: 'table/contradicted',
    severity: 'warning',
    summary:
      'A node declares with `.reads(…)` or `.writes(…)` a table that its SQL does not read or write, or its SQL writes one that is not among those it declares. Found by `sqlRules()` of `flowspec/sql`.',
    evidence: 'What is declared is what lineage shows, and the code is what runs.',
    example: `
      import { odpsSql, workflow } from 'flowspec'
      import { sqlRules } from 'flowspec/sql'

      const load = odpsSql('load').code('insert into dwd_orders select * from ods_orders')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = () => orders.nodes(load.reads('odps.retail.ods_order')).check({ custom: sqlRules() })

      export const right = () => orders.nodes(load.reads('odps.retail.ods_orders')).check({ custom: sqlRules() })
    `,
  },
  {
    name: 'table/later-cycle',
    severity: 'warning',
    summary:
      'A node reads a table that a node after it writes, so that it reads what the cycle before wrote and does not wait for it. Found by `sqlRules()` of `flowspec/sql`.',
    evidence: 'Inferred: the previous cycle may still run, or the edge may lead the wrong way.',
    example: `
      import { odpsSql, workflow } from 'flowspec'
      import { sqlRules } from 'flowspec/sql'

      const report = odpsSql('report').code('select * from ods_orders')
      const load = odpsSql('load').code('insert into ods_orders select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      // The report reads what the load of the day before wrote, whether or not that has ended.
      export const wrong = () => orders.nodes(report, load.after(report)).check({ custom: sqlRules() })

      export const right = () => orders.nodes(report.after(load), load).check({ custom: sqlRules() })
    `,
  },
  {
    name: 'table/unjustified-edge',
    severity: 'info',
    summary:
      'A node comes after another, and the SQL of the two has no table in common that either writes. Found by `sqlRules()` of `flowspec/sql`.',
    evidence: 'Such an edge may be left over from code that is gone; it can be meant, too.',
    example: `
      import { odpsSql, workflow } from 'flowspec'
      import { sqlRules } from 'flowspec/sql'

      const load = odpsSql('load').code('insert into ods_orders select 1')
      const stock = odpsSql('stock').code('insert into rpt_stock select * from ods_stock')
      const report = odpsSql('report').code('insert into rpt_orders select * from ods_orders')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = () => orders.nodes(load, stock.after(load)).check({ custom: sqlRules() })

      export const right = () => orders.nodes(load, report.after(load)).check({ custom: sqlRules() })
    `,
  },
  {
    name: 'table/unordered-read',
    severity: 'warning',
    summary:
      'A node reads a table that another node writes, and no path leads from the one to the other. Found by `sqlRules()` of `flowspec/sql`.',
    evidence: 'Inferred: the two may run at once, so what is read may be of the cycle before, or half of it.',
    example: `
      import { odpsSql, workflow } from 'flowspec'
      import { sqlRules } from 'flowspec/sql'

      const load = odpsSql('load').code('insert overwrite table ods_orders select 1')
      const report = odpsSql('report').code('select * from ods_orders')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = () => orders.nodes(load, report).check({ custom: sqlRules() })

      export const right = () => orders.nodes(load, report.after(load)).check({ custom: sqlRules() })
    `,
  },
  {
    name: 'table/unordered-writes',
    severity: 'warning',
    summary:
      'Two nodes write one table, or one partition of it, and no path leads from one to the other; at most 8 writers of a table are compared. Found by `sqlRules()` of `flowspec/sql`.',
    evidence: 'Inferred: which of them is last is chance, and one may overwrite what the other wrote.',
    example: `
      import { type AnyNode, odpsSql, workflow } from 'flowspec'
      import { sqlRules } from 'flowspec/sql'

      const web = odpsSql('web').code("insert overwrite table orders partition (ds = '\${bizdate}') select 1")
      const shop = odpsSql('shop').code("insert into orders partition (ds = '\${bizdate}') select 2")
      const day = (node: AnyNode) => node.param('bizdate', '$[yyyymmdd-1]')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = () => orders.nodes(day(web), day(shop)).check({ custom: sqlRules() })

      export const right = () => orders.nodes(day(web), day(shop).after(web)).check({ custom: sqlRules() })
    `,
  },
]
