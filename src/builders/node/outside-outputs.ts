import type { FlowDepend } from '../../language/generated/types.ts'
import { type EdgeHandle, type EdgeSite, reportEdge } from '../build/edges.ts'

/** An output of a node that stands outside the workflow. */
export interface ExternalOutput {
  readonly kind: 'external'
  /** The output string, such as `project.node`. */
  readonly output: string
}

/**
 * An output of a node outside the workflow, to come after.
 *
 * @param output - the output string, equal to the other node's character by character, such as `project.node`
 *
 * @example
 * ```ts
 * import { external, odpsSql } from 'flowspec'
 *
 * const report = odpsSql('report').code('select 1').after(external('finance.daily_rates'))
 * ```
 */
export function external(output: string): ExternalOutput {
  return Object.freeze({ kind: 'external', output })
}

/** The root node of the project, the usual start of a workflow. */
export interface ProjectRoot {
  readonly kind: 'projectRoot'
}

class ProjectRootImpl implements ProjectRoot, EdgeHandle {
  readonly kind = 'projectRoot' as const

  dependAt(site: EdgeSite): FlowDepend | undefined {
    const { project } = site.context.options
    if (project !== undefined) return { type: site.type, output: `${project}_root` }
    const message = `Node '${site.name}' comes after the project's root, but the project is not known.`
    const hint = "Build with the project's name: build({ project: 'my_project' })."
    return reportEdge(site, 'reference/unknown-project', message, hint)
  }
}

/**
 * The root node of the project, to come after: its output is `<project>_root`, so the project must be known when the
 * workflow is built (`build({ project })`).
 *
 * @example
 * ```ts
 * import { projectRoot, virtual, workflow } from 'flowspec'
 *
 * workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start').after(projectRoot())).build({ project: 'retail' })
 * ```
 */
export function projectRoot(): ProjectRoot {
  return Object.freeze(new ProjectRootImpl())
}
