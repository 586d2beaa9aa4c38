import { childEntity } from '../../../document/index/entity.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { pathClaims, subjectClaims } from '../../project/claims.ts'

/** Two documents of a project stand at one path. */
export const projectDuplicatePath: Rule = {
  name: 'project/duplicate-path',
  severity: 'warning',
  summary: 'Two documents of a project stand at the same path.',
  evidence:
    'A path is a place in the folders of a workspace; whether things of different kinds may share one is not documented.',
  example: `
    import { fileResource, project, workflow } from 'flowspec'

    const orders = workflow('orders').path('retail/orders').cron('00 02 00 * * ?')
    const retail = project('retail').add(orders)

    export const wrong = retail.add(fileResource('orders').path('retail/orders'))

    export const right = retail.add(fileResource('orders').path('resources/orders'))
  `,
  run(index, report, project) {
    if (!project?.hasRivals) return
    // A name that is taken is the fault, which another rule reports.
    const subjects = subjectClaims(index)
    const clashing = subjects.filter((claim) => project.rival(claim) !== undefined)
    const taken = new Set(clashing.map(({ entity }) => entity.value))
    for (const claim of pathClaims(subjects)) {
      const rival = project.rival(claim)
      const script = childEntity(claim.entity, 'script')
      if (rival === undefined || script === undefined || taken.has(claim.entity.value)) continue
      const message = `At the path "${claim.text}" stands ${rival} already.`
      report(findingAt(script, 'path', { message, hint: 'Give each a path of its own.' }))
    }
  },
}
