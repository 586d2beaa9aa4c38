import type { DocumentedRule } from '../engine/rule.ts'

/** The rules about how is checked, and not about what: severities, suppressions, rules of a team's own and configurations. */
export const settingsRules: readonly DocumentedRule[] = [
  {
    name: 'settings/config',
    severity: 'error',
    summary: 'A configuration says something that nothing reads, or that is not what belongs there.',
    evidence: 'What nothing reads would change nothing, without a word.',
    remedy: 'Mend the setting that is named; docs/environments.md tells what a configuration holds.',
    example: `
      import { mkdtempSync, writeFileSync } from 'node:fs'
      import { tmpdir } from 'node:os'
      import { join } from 'node:path'
      import { runCommand } from 'flowspec/command'

      async function check(environment: object) {
        const cwd = mkdtempSync(join(tmpdir(), 'flowspec-'))
        const document = { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [] } }
        const config = { project: document, environments: { dev: environment } }
        writeFileSync(join(cwd, 'flowspec.config.mjs'), 'export default ' + JSON.stringify(config))
        let report = ''
        const write = (text: string) => {
          report += text
        }
        await runCommand(['check', '--format', 'json'], { cwd, write })
        return JSON.parse(report).documents.flatMap(({ diagnostics }: { diagnostics: object[] }) => diagnostics)
      }

      export const wrong = () => check({ projectId: 10001, regoin: 'cn-shanghai', identifier: 'retail' })

      export const right = () => check({ projectId: 10001, region: 'cn-shanghai', identifier: 'retail' })
    `,
  },
  {
    name: 'settings/faulty-rule',
    severity: 'error',
    summary: "A rule of a team's own cannot run, throws an error, or reports what is no finding.",
    evidence: 'What it would have found is not known.',
    example: `
      import { odpsSql, workflow } from 'flowspec'
      import { type CustomRule, defineRule, readText } from 'flowspec/rules'

      const demand = { name: 'custom/valid-jobs', severity: 'error', summary: 'Jobs are JSON.' } as const

      // Throws at the first script that is SQL; what other rules find is reported all the same.
      const hasty: CustomRule = defineRule({
        ...demand,
        run(index) {
          for (const { value } of index.eachEntity('Script')) JSON.parse(readText(value, 'content') ?? '{}')
        },
      })
      const careful: CustomRule = defineRule({
        ...demand,
        run(index) {
          for (const { value } of index.eachEntity('Script')) {
            if (readText(value, 'language') === 'json') JSON.parse(readText(value, 'content') ?? '{}')
          }
        },
      })
      const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))

      export const wrong = () => orders.check({ custom: [hasty] })

      export const right = () => orders.check({ custom: [careful] })
    `,
  },
  {
    name: 'settings/unknown-rule',
    severity: 'warning',
    summary:
      'The settings give a severity to a rule that does not exist, or that reads SQL and is not among those of `custom`.',
    evidence: 'They would change nothing.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')
      // Settings may come from a file, which no compiler has seen.
      const settings = (text: string) => ({ rules: JSON.parse(text) })

      export const wrong = () => orders.check(settings('{ "name/character": "off" }'))

      export const right = () => orders.check(settings('{ "name/characters": "off" }'))
    `,
  },
  {
    name: 'settings/unknown-severity',
    severity: 'warning',
    summary: 'The settings give a rule a severity that does not exist.',
    evidence: 'They would change nothing.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')
      // Settings may come from a file, which no compiler has seen.
      const settings = (text: string) => ({ rules: JSON.parse(text) })

      export const wrong = () => orders.check(settings('{ "name/characters": "warn" }'))

      export const right = () => orders.check(settings('{ "name/characters": "warning" }'))
    `,
  },
  {
    name: 'settings/unsilenceable-rule',
    severity: 'warning',
    summary: 'The settings turn off a rule that nothing turns off, or give it a severity that it does not take.',
    evidence: 'They would change nothing: what such a rule tells of leaves nothing to check or to build.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = () => orders.check({ rules: { 'document/syntax': 'off' } })

      export const right = () => orders.check({ rules: { 'document/too-deep': 'off' } })
    `,
  },
  {
    name: 'suppression/missing-reason',
    severity: 'error',
    summary: 'A rule is suppressed without a reason.',
    evidence: 'Who reads it later must be able to tell whether it still holds.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.suppress('strategy/priority-console', ''))

      export const right = orders.nodes(ods.suppress('strategy/priority-console', 'set by the scheduler of the group'))
    `,
  },
  {
    name: 'suppression/unknown-rule',
    severity: 'error',
    summary: 'A suppression names a rule that does not exist.',
    evidence: 'It would silence nothing.',
    example: `
      import { checkSpec } from 'flowspec'

      const orders = { kind: 'ManualWorkflow', version: '1.1.0', spec: { nodes: [] } }
      // Suppressions may come from a file, which no compiler has seen.
      const settings = (text: string) => ({ suppress: JSON.parse(text) })

      export const wrong = () => checkSpec(orders, settings('[{ "rule": "graph/cycles", "reason": "known" }]'))

      export const right = () => checkSpec(orders, settings('[{ "rule": "graph/cycle", "reason": "known" }]'))
    `,
  },
  {
    name: 'suppression/unsilenceable-rule',
    severity: 'error',
    summary: 'A suppression names a rule that no suppression silences.',
    evidence:
      'It would silence nothing: what such a rule tells of leaves nothing to check, or is no fault of a document.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.suppress('document/syntax', 'the text is written by another tool'))

      export const right = orders.nodes(ods.suppress('schema/unknown-field', 'the text is written by another tool'))
    `,
  },
  {
    name: 'suppression/unused',
    severity: 'warning',
    summary:
      'A suppression silences nothing. Told by `flowspec check` where it checks all of a project; `review()` gives them as `unused`.',
    evidence:
      'What was silenced is gone, or the suppression names another place: it would hide the fault that comes there next.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')
      const unused = (builder: typeof orders) => builder.review().unused.map(({ diagnostic }) => diagnostic)

      export const wrong = () => unused(orders.nodes(ods.suppress('strategy/priority-console', 'agreed upon')))

      export const right = () => unused(orders.nodes(ods))
    `,
  },
]
