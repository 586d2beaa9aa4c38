import type { NamedEdge } from '../../document/compare/named-edge.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, type DataWorksErrorKind, isDataWorksError } from '../errors/data-works-error.ts'
import { filledText, objectIn } from '../operations/answer.ts'
import type { SubmitOptions } from './submission.ts'

/** An edge to something in a workspace that the output names. */
interface WorkspaceEdge {
  readonly node: string
  readonly output: string
  readonly workspace: string
}

/** The root of a workspace provides `<workspace>_root`, and what stands in it `<workspace>.<name>`. */
const root = /^(\w+)_root$/
const rootOrOutput = /^(?:(\w+)_root|(\w+)\..+)$/

function edgesInto(edges: readonly NamedEdge[], output: RegExp): readonly WorkspaceEdge[] {
  return edges.flatMap(({ node, upstream, external }) => {
    const [, ofRoot, ofOutput] = (external ? output.exec(upstream) : undefined) ?? []
    const workspace = ofRoot ?? ofOutput
    return workspace === undefined ? [] : [{ node, output: upstream, workspace }]
  })
}

/** Refusals that say nothing of the workflow: this key may not read workspaces, or nobody may here. */
const untold: readonly DataWorksErrorKind[] = ['edition-required', 'no-permission', 'not-found', 'unknown']

/** What a workspace is called; undefined when the service does not tell. */
async function workspaceName(
  client: DataWorksClient,
  { projectId, signal }: SubmitOptions,
): Promise<string | undefined> {
  try {
    const answer = await client.call('GetProject', { Id: projectId }, { method: 'GET', signal })
    return filledText(objectIn(answer, 'Project'), 'Name')
  } catch (error) {
    // Its name only explains: whoever may not ask for it can submit all the same.
    if (isDataWorksError(error) && untold.includes(error.kind)) return undefined
    throw error
  }
}

function isSameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

/** Whether outputs of a document begin with a name, which they do when it was built for the workspace of that name. */
function isBuiltFor(workspace: string, { outputs }: SpecIndex): boolean {
  for (const output of outputs.first.keys()) if (output.startsWith(`${workspace}.`)) return true
  return false
}

/** What is to be imported, and the workspace that its caller says it was built for. */
interface BuiltSource {
  readonly index: SpecIndex
  readonly edges: readonly NamedEdge[]
  readonly project: string | undefined
}

/** For which workspace a document was built, as far as it matters: by its caller's word, or by what would be lost. */
function builtFor({ index, edges, project }: BuiltSource): { workspace: string; subject: string } | undefined {
  if (project !== undefined) return { workspace: project, subject: `the workflow was built for workspace '${project}'` }
  const found = edgesInto(edges, rootOrOutput).find(({ workspace }) => isBuiltFor(workspace, index))
  if (found === undefined) return undefined
  const { node, output, workspace } = found
  const what = root.test(output) ? 'the root' : 'an output'
  const subject = `'${node}' comes after '${output}', ${what} of workspace '${workspace}', for which the document was built`
  return { workspace, subject }
}

/**
 * Refuses what was built for a workspace of another name, by the word of who built it, or by its own outputs where it also
 * comes after the root or an output of that: the service would import it and drop the edge. What else a document comes
 * after may be known to the service.
 *
 * @throws DataWorksError of kind `other-workspace`
 */
export async function refuseOtherWorkspace(
  client: DataWorksClient,
  source: BuiltSource,
  options: SubmitOptions,
): Promise<void> {
  const built = builtFor(source)
  const name = built === undefined ? undefined : await workspaceName(client, options)
  if (built === undefined || name === undefined || isSameName(built.workspace, name)) return
  throw new DataWorksError({
    action: 'ImportWorkflowDefinition',
    kind: 'other-workspace',
    code: 'OtherWorkspace',
    message: `${built.subject}, but workspace ${String(options.projectId)} is called '${name}'`,
    hint: `Build it for '${name}', as in build({ project: '${name}' }), or submit it to the workspace '${built.workspace}'.`,
  })
}

/** Why edges to roots were lost, where a name explains it. */
export async function explainLostRoots(
  client: DataWorksClient,
  lost: readonly NamedEdge[],
  options: SubmitOptions,
): Promise<string | undefined> {
  const [first] = edgesInto(lost, root)
  const name = first === undefined ? undefined : await workspaceName(client, options)
  if (first === undefined || name === undefined || first.workspace === name) return undefined
  return `The workspace is called '${name}', and its root is '${name}_root', not '${first.output}'.`
}
