import type { NoteTaker } from '../../note.ts'
import type { KnownTasks } from '../../reading/known-tasks.ts'
import type { NodeBody, UpstreamDraft } from '../../target/draft.ts'
import { nodeWithoutCode } from '../../target/placeholder.ts'
import type { TargetWorkspace } from '../../target/target-workspace.ts'
import type { DolphinProcess, DolphinTask } from '../model.ts'
import type { TaskScope } from '../scope.ts'

/** Where a task is made a node. */
export interface TaskSite {
  readonly task: DolphinTask
  readonly process: DolphinProcess
  readonly scope: TaskScope
  readonly workspace: TargetWorkspace
  /** The process of a key, and the task in it that has a key or a name. */
  readonly find: (process: string, task?: string) => FoundProcess | undefined
  /** The tasks of the process. */
  readonly tasks: KnownTasks
  readonly note: NoteTaker
}

/** A process of the source, and a task of it where that was asked for and is there. */
export interface FoundProcess {
  readonly process: DolphinProcess
  readonly key: string
  readonly task: string | undefined
}

/** What a task becomes. */
export interface ConvertedTask extends NodeBody {
  /** What it comes after beside what its relations say. */
  readonly after?: readonly UpstreamDraft[]
  readonly afterPrevious?: readonly ('self' | UpstreamDraft)[]
}

export type TaskConverter = (site: TaskSite) => ConvertedTask

/** A node whose code stands in fields of the task, the first of them that there is; one to be written where there is none. */
export function scriptNode(site: TaskSite, command: string, ...fields: readonly string[]): ConvertedTask {
  const code = site.task.params.text(...fields)
  return code === undefined ? nodeWithoutCode(site, command) : codeNode(site, command, code)
}

/** A node of a type with its code, whose placeholders are filled in. */
export function codeNode({ scope, note }: TaskSite, command: string, code: string): ConvertedTask {
  const filled = scope.fill(code, command === 'DIDE_SHELL')
  if (command === 'DIDE_SHELL' && filled.parameters.length > 0 && /<<-?\s*['"\\]/.test(code)) {
    note({
      what: "parameters in a text between <<'…' and its end",
      why: 'A shell puts nothing into such a text.',
      wayOut: 'Write the word behind << without quotes, and \\$ for what shall stay a dollar.',
    })
  }
  if (/^PYODPS/.test(command) && filled.parameters.length > 0) {
    note({
      what: 'parameters in Python code',
      why: 'PyODPS puts nothing in the place of ${name}.',
      wayOut: `Write args['name'] in the code: ${filled.parameters.map(({ name }) => name).join(', ')}.`,
    })
  }
  return { making: { kind: 'plain', command }, code: filled.code, parameters: filled.parameters }
}
