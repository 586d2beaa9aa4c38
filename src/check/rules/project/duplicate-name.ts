import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { nameClaims, subjectClaims } from '../../project/claims.ts'

const inWorkflows =
  'Call one otherwise: names of nodes are unique in a workspace as documented, though recorded answers show exceptions.'

/** Two documents of a project give one name to two things of one kind. */
export const projectDuplicateName: Rule = {
  name: 'project/duplicate-name',
  severity: 'error',
  summary:
    'Two documents of a project give one name to two workflows, nodes, resources, functions, components or jobs.',
  evidence:
    'Each of these names is unique in a workspace; the service answers "Node with the same name already exists". Of nodes in different workflows it is a warning: recorded answers show such nodes.',
  example: `
    import { odpsSql, project, workflow } from 'flowspec'

    const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
    const retail = project('retail').add(daily('orders').nodes(odpsSql('clean').code('select 1')))

    // Names of nodes are unique in the workspace, not in their workflow.
    export const wrong = retail.add(daily('returns').nodes(odpsSql('clean').code('select 2')))

    export const right = retail.add(daily('returns').nodes(odpsSql('clean_returns').code('select 2')))
  `,
  run(index, report, project) {
    if (!project?.hasRivals) return
    const main = new Set(subjectClaims(index).map((claim) => project.rival(claim)))
    for (const claim of nameClaims(index)) {
      const { what, text, entity } = claim
      const rival = project.rival(claim)
      // A workflow that stands twice has all its nodes twice, which is one fault.
      if (rival === undefined || (what === 'node' && entity.parent?.name !== 'Spec' && main.has(rival))) continue
      const owner = rival === `${what} '${text}'` ? 'another document' : rival
      const message = `A ${what} called '${text}' stands in ${owner} of project '${project.identifier}' already.`
      const isDisputed = what === 'node' && entity.parent?.name !== 'Spec'
      const hint = isDisputed ? inWorkflows : 'Names are unique in the whole workspace: call one otherwise.'
      report(findingAt(entity, 'name', { message, hint, ...(isDisputed && { severity: 'warning' }) }))
    }
  },
}
