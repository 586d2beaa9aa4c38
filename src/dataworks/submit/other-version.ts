import type { NamedEdge } from '../../document/compare/named-edge.ts'
import type { SpecDiff } from '../../document/compare/spec-diff.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { DataWorksError } from '../errors/data-works-error.ts'

/** Where a version was found that is not the one that was sent. */
interface FoundVersion {
  readonly workflowId: string
  /** The job that imported the version that was sent. */
  readonly jobId: string
  /** The nodes that the workflow had before, by name; undefined when it is not known. */
  readonly before: ReadonlySet<string> | undefined
}

const mostShown = 5

/** The code of EMR nodes comes back in a template: so official samples of read-backs have it. */
function isRewritten(path: string, command: string | undefined): boolean {
  return path === '/script/content' && command?.startsWith('EMR_') === true
}

/** Fields that hold another value than was sent. What is missing altogether may be what the service does not know. */
function changedFields(actual: SpecIndex, { nodes, workflows }: SpecDiff): readonly string[] {
  const commands = new Map(
    actual.nodes.map(({ name, key, entity }) => {
      const script: unknown = entity.value['script']
      return [name ?? key, readText(Object(script).runtime, 'command')] as const
    }),
  )
  return [...workflows.changed, ...nodes.changed].flatMap(({ name, changes }) =>
    changes
      .filter(({ path, actual: found }) => found !== undefined && !isRewritten(path, commands.get(name)))
      .map(({ path }) => `${path} of '${name}'`),
  )
}

/** Edges between nodes of the workflow that nobody sent; the service itself adds edges to what stands outside of it. */
function isForeign({ node, upstream, external, ofWorkflow }: NamedEdge, kept: ReadonlySet<string>): boolean {
  return !external && ofWorkflow === undefined && !kept.has(node) && !kept.has(upstream)
}

/** What only somebody else can have put there. An import takes out what it does not hold, unless it was there before. */
function additions({ nodes, edges }: SpecDiff, before: ReadonlySet<string> | undefined): readonly string[] {
  if (before === undefined) return []
  const kept = new Set(nodes.extra.filter((name) => before.has(name)))
  return [
    ...nodes.extra.filter((name) => !before.has(name)).map((name) => `node '${name}'`),
    ...edges.extra.filter((edge) => isForeign(edge, kept)).map(({ node, upstream }) => `'${node}' after '${upstream}'`),
  ]
}

/**
 * Refuses to call a submission done when something else was found in its place: a workflow that is submitted twice at once
 * is one workflow, of which the service keeps the version that it imported last, and both would be told of success.
 *
 * @throws DataWorksError of kind `other-version`
 */
export function refuseOtherVersion(
  actual: SpecIndex,
  differences: SpecDiff,
  { workflowId, jobId, before }: FoundVersion,
): void {
  const signs = [...changedFields(actual, differences), ...additions(differences, before)]
  if (signs.length === 0) return
  const rest = signs.length - mostShown
  const shown = [...signs.slice(0, mostShown), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
  throw new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'other-version',
    code: 'OtherVersion',
    message: `workflow ${workflowId} was imported by job ${jobId}, and read back as another version: ${shown}`,
    hint: 'Somebody else submitted it at the same time, and their version stands. Agree on one and submit it again. If it is the service that rewrites this, submit with { acceptDifferences: true }.',
  })
}
