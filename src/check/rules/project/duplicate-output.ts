import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { claimKey, nameClaims } from '../../project/claims.ts'

const wayOut =
  'Output strings are unique in the whole workspace, and are made from names: give one of the two another name, or an output of its own: .output(…).'

/** Two documents of a project offer one output. */
export const projectDuplicateOutput: Rule = {
  name: 'project/duplicate-output',
  severity: 'error',
  summary: 'Two documents of a project offer the same output string.',
  evidence:
    'Output strings are unique in a workspace; deployment fails with "can not exported multiple nodes into the same output".',
  example: `
    import { odpsSql, project, workflow } from 'flowspec'

    const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
    const orders = odpsSql('clean_orders').code('select 1').output('retail.clean')
    const returns = odpsSql('clean_returns').code('select 2')
    const retail = project('retail').add(daily('orders').nodes(orders))

    export const wrong = retail.add(daily('returns').nodes(returns.output('retail.clean')))

    export const right = retail.add(daily('returns').nodes(returns.output('retail.clean_returns')))
  `,
  run(index, report, project) {
    if (!project?.hasRivals) return
    // Two things of one name are one fault, which another rule reports.
    const clashing = new Set(nameClaims(index).flatMap((claim) => (project.rival(claim) ? [claimKey(claim)] : [])))
    for (const [text, { entity, owner }] of index.outputs.first) {
      const name = readText(owner.value, 'name') ?? ''
      const what = owner.name === 'Workflow' ? 'workflow' : 'node'
      const rival = project.rival({ what: 'output', text, entity: owner })
      if (rival === undefined || clashing.has(claimKey({ what, text: name }))) continue
      const message = `'${name}' offers the output "${text}", which stands in ${rival} already.`
      report(findingAt(entity, 'data', { message, hint: wayOut }))
    }
  },
}
