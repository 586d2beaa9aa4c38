import { showValue } from '../../../diagnostics/show-value.ts'
import type { EdgeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { edgeFinding } from '../../engine/finding.ts'
import { isOfProject, isOwnOutput, mayBeExternalOutput, rootMeantBy } from '../../engine/outputs.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { hasUnreadOutputs } from '../../engine/unread-parts.ts'

/** The output of a dependency that nothing offers; of one that names a node, that node is what is unknown. */
function unknownOutput(edge: EdgeEntry, index: SpecIndex): string | undefined {
  const value = (edge.upstream ?? edge.upstreamWorkflow) === undefined ? edge.entity.value : undefined
  const output = readText(value, 'output')
  if (readText(value, 'nodeId') !== undefined) return undefined
  return output === undefined || index.outputs.first.has(output) ? undefined : output
}

/** The letters of an output: how they are joined, and in which case, is what is easily mistaken. */
const lettersOf = (output: string): string => output.toLowerCase().replaceAll(/[^\p{L}\p{N}$]/gu, '')

/** The outputs of a document, and those that a misspelt one may mean. */
class OfferedOutputs {
  readonly #outputs: readonly string[]
  readonly #suggester: Suggester = new Suggester()
  #byLetters: ReadonlyMap<string, string> | undefined

  constructor(outputs: Iterable<string>) {
    this.#outputs = [...outputs]
  }

  nearest(output: string, isOwn: (output: string) => boolean): string | undefined {
    return this.#suggester.nearestBut(output, this.#outputs, isOwn)
  }

  /** The output that one which may come from outside means for certain: the same but for case and what joins it. */
  meantBy(output: string): string | undefined {
    this.#byLetters ??= new Map(this.#outputs.map((one) => [lettersOf(one), one]))
    return this.#byLetters.get(lettersOf(output))
  }
}

/** What is said in place of a suggestion that would make something wait for itself. */
function ownOutput(output: string): string {
  return `"${output}" is an output of itself or of what it stands in, which it cannot wait for: name another.`
}

/** What there is to say of an output that nothing in the document offers; nothing where it may come from outside. */
function faultOf(
  output: string,
  offered: OfferedOutputs,
  isOwn: (output: string) => boolean,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const message = `Nothing in the document offers the output ${showValue(output)}.`
  const meant = offered.meantBy(output)
  if (meant !== undefined) return { message, hint: isOwn(meant) ? ownOutput(meant) : `Did you mean "${meant}"?` }
  const root = rootMeantBy(output)
  if (root !== undefined) return { message, hint: `The root of a project is "${root}": projectRoot().` }
  if (mayBeExternalOutput(output)) return undefined
  const near = offered.nearest(output, isOwn)
  const hint = near === undefined ? 'An output from outside reads project.node.' : `Did you mean "${near}"?`
  return { message, hint }
}

/** A dependency names an output that nothing in the document offers, and that is hardly one from outside. */
export const referenceUnknownOutput: Rule = {
  name: 'reference/unknown-output',
  severity: 'warning',
  summary:
    'A dependency names an output that nothing in the document offers and that does not look like one from outside, or is one of the document or the root of a project misspelt.',
  evidence:
    'The service resolves outputs by their exact string and drops an edge it cannot resolve; the root of a project is project_root.',
  example: `
    import { external, odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Not an output of this workflow, and it has no project.
    export const wrong = orders.nodes(ods.after(external('rates')))

    export const right = orders.nodes(ods.after(external('finance.rates')))
  `,
  run(index, report, project) {
    if (hasUnreadOutputs(index)) return
    const offered = new OfferedOutputs(index.outputs.first.keys())
    for (const edge of index.edges) {
      const output = unknownOutput(edge, index)
      // Of outputs of the project itself another rule tells, which knows them all.
      if (output === undefined || project?.provides(output)) continue
      if (project !== undefined && isOfProject(output, project.identifier)) continue
      const fault = faultOf(output, offered, (one) => isOwnOutput(one, edge, index))
      if (fault !== undefined) report(edgeFinding(edge, 'output', fault))
    }
  },
}
