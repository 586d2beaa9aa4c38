/** The root node of the project, the usual start of a workflow. */
export interface ProjectRoot {
  readonly kind: 'projectRoot'
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
  return Object.freeze({ kind: 'projectRoot' })
}
