import { type Notes, placeOf } from '../note.ts'
import type { ElsewhereDraft, NodeDraft, UpstreamDraft, WorkflowDraft } from './draft.ts'
import { Names } from './names.ts'

/** A workflow and what it and its nodes are called in the workspace. */
export interface PlannedWorkflow {
  readonly draft: WorkflowDraft
  readonly name: string
  /** The names of its nodes by their keys. */
  readonly nodes: ReadonlyMap<string, string>
  /** A workflow whose nodes run it, one with a schedule if there is any. */
  readonly caller: WorkflowDraft | undefined
}

/** All workflows of a source, with their names. */
export class Plan {
  readonly workflows: ReadonlyMap<string, PlannedWorkflow>
  readonly #project: string | undefined
  readonly #notes: Notes
  readonly #names: Names
  /** The outputs of what is not in the source, by what that calls it. */
  readonly #elsewhere: Map<string, string> = new Map()

  constructor(drafts: readonly WorkflowDraft[], project: string | undefined, notes: Notes) {
    this.#project = project
    this.#notes = notes
    const names = new Names()
    this.#names = names
    const callers = callersOf(drafts)
    const titles = drafts.map((draft) => {
      const name = names.nameOf(draft.title, 'workflow')
      noteOther(notes, [], 'workflow', draft.title, name)
      return { draft, name, caller: callers.get(draft.key) }
    })
    this.workflows = new Map(
      titles.map((one) => [one.draft.key, { ...one, nodes: nodeNames(one.draft, one.name, names, notes) }]),
    )
  }

  /** The output string of another workflow, or of a node of it; undefined for what is not there. */
  outputOf(upstream: Extract<UpstreamDraft, { kind: 'workflow' }>): string | undefined {
    const workflow = this.workflows.get(upstream.workflow)
    const name = upstream.node === undefined ? workflow?.name : workflow?.nodes.get(upstream.node)
    if (workflow === undefined || name === undefined) return undefined
    if (this.#project !== undefined) return `${this.#project}.${name}`
    this.#notes.add(placeOf(workflow.draft.title), {
      what: 'dependency on it',
      why: 'Other workflows name its outputs without a project, for none was said; built as a part of one, they are called otherwise.',
      wayOut: 'Say the English name of the workspace: --identifier retail, or { project: "retail" }.',
    })
    return name
  }

  /**
   * The output string of what is not in the source. With a project it is what that would be called if it came to the same
   * workspace, as far as nothing here is called so; else one that begins with the scheduler, as those of no project do.
   */
  outputElsewhere({ scheduler, titles, isNamed, tell }: ElsewhereDraft): string {
    const key = JSON.stringify(titles)
    const output = this.#elsewhere.get(key) ?? this.#newOutput(scheduler, titles, isNamed)
    this.#elsewhere.set(key, output)
    tell(output)
    return output
  }

  #newOutput(scheduler: string, titles: readonly string[], isNamed: boolean): string {
    const placeholder = [scheduler, ...titles].join('.').replaceAll(/[^\p{L}\p{N}_.]+/gu, '_')
    if (this.#project === undefined) return placeholder
    const around = titles.at(-2)
    const name = isNamed
      ? this.#names.nameOf(titles.at(-1) ?? '', around === undefined ? 'workflow' : 'node', around)
      : placeholder
    return `${this.#project}.${name}`
  }
}

/** Who runs a workflow, by the key of that. */
function callersOf(drafts: readonly WorkflowDraft[]): ReadonlyMap<string, WorkflowDraft> {
  const callers = new Map<string, WorkflowDraft>()
  for (const draft of drafts) {
    for (const key of draft.nodes.flatMap(citedBy)) {
      if (callers.get(key)?.schedule === undefined) callers.set(key, draft)
    }
  }
  return callers
}

function citedBy({ making }: NodeDraft): readonly string[] {
  return making.kind === 'subProcess' && making.target.kind === 'workflow' ? [making.target.workflow] : []
}

function nodeNames(draft: WorkflowDraft, around: string, names: Names, notes: Notes): ReadonlyMap<string, string> {
  return new Map(
    draft.nodes.map(({ key, title }) => {
      const name = names.nameOf(title, 'node', around)
      noteOther(notes, [draft.title], 'task', title, name)
      return [key, name]
    }),
  )
}

function noteOther(notes: Notes, around: readonly string[], what: string, title: string, name: string): void {
  if (title === name) return
  const isTaken = /^[\p{L}\p{N}_.]+$/u.test(title) && title.length < name.length
  const reason = isTaken
    ? `another node or workflow is called '${title}', and each name is there once in a workspace`
    : 'names are letters, digits, "_" and ".", at most 128'
  notes.add(placeOf(...around, title), {
    what: `${what} name`,
    why: `It is called '${name}': ${reason}.`,
    wayOut: 'Give it another name in the code, if you like.',
  })
}
