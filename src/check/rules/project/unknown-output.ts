import { showValue } from '../../../diagnostics/show-value.ts'
import { readText } from '../../../document/json/records.ts'
import { edgeFinding } from '../../engine/finding.ts'
import { isOfProject, isOwnOutput, rootMeantBy } from '../../engine/outputs.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { hasUnreadOutputs } from '../../engine/unread-parts.ts'
import type { CitedOwner } from '../../project/project-view.ts'

/** The way out for an output that nothing offers. */
function hintOf(output: string, identifier: string, near: () => string | undefined): string {
  const own = `${identifier}_root`
  const root = output.toLowerCase() === own.toLowerCase() ? own : undefined
  const meant = root === undefined ? near() : undefined
  if (meant !== undefined) return `Did you mean "${meant}"?`
  const other = root ?? rootMeantBy(output)
  if (other === undefined) return 'Suppress this where the workspace has it from elsewhere.'
  return `The root of a project is "${other}": projectRoot().`
}

type Said = Pick<Finding, 'message' | 'hint'>

/** What is said of a handle of something that the project lacks: it knows what it is of, so that no name is misspelt. */
function ofHandle(output: string, { kind, name }: CitedOwner, identifier: string): Said {
  const called = /^[A-Za-z_$][\w$]*$/.test(name) ? name : '…'
  return {
    message: `The ${kind} ${showValue(name)}, which offers the output ${showValue(output)}, is not in project '${identifier}'.`,
    hint: kind === 'workflow' ? `Add it: .add(${called}).` : 'Add the workflow that holds it: .add(…).',
  }
}

function ofText(output: string, identifier: string, near: () => string | undefined): Said {
  const message = `Nothing in project '${identifier}' offers the output ${showValue(output)}.`
  return { message, hint: hintOf(output, identifier, near) }
}

/** A dependency names an output of the project that no document of it offers. */
export const projectUnknownOutput: Rule = {
  name: 'project/unknown-output',
  severity: 'warning',
  summary:
    'A dependency names an output that begins with the name of the project, in whatever case, or is its root in another case, and no document of it offers it.',
  evidence: 'The service resolves outputs by their exact string; the workspace may hold more than the project.',
  example: `
    import { external, odpsSql, project, workflow } from 'flowspec'

    const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
    const report = odpsSql('report').code('select 2')
    const retail = project('retail').add(daily('orders').nodes(odpsSql('ods_orders').code('select 1')))

    export const wrong = retail.add(daily('reports').nodes(report.after(external('retail.ods_order'))))

    export const right = retail.add(daily('reports').nodes(report.after(external('retail.ods_orders'))))
  `,
  run(index, report, project) {
    if (project === undefined || project.hasUnreadOutputs || hasUnreadOutputs(index)) return
    const suggester = new Suggester()
    const cited = index
      .entitiesOf('SubFlow')
      .map((entity) => ({ entity, node: undefined, workflow: undefined, upstream: undefined }))
    for (const { entity, node, workflow, upstream } of [...index.edges, ...cited]) {
      const output = upstream === undefined ? readText(entity.value, 'output') : undefined
      if (output === undefined || !isOfProject(output, project.identifier)) continue
      if (index.outputs.first.has(output) || project.provides(output)) continue
      const dependent = { entity, node, workflow }
      const isOwn = (one: string): boolean => isOwnOutput(one, dependent, index)
      const near = (): string | undefined => suggester.nearestBut(output, project.outputsLike(output), isOwn)
      const owner = project.ownerOf(output)
      const isLacking = owner !== undefined && !project.has(owner.kind, owner.name)
      const said = isLacking ? ofHandle(output, owner, project.identifier) : ofText(output, project.identifier, near)
      report(edgeFinding(dependent, 'output', said))
    }
  },
}
