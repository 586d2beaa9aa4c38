import type { TextPlace } from '../../../diagnostics/diagnostic.ts'
import { TextLines } from '../../../diagnostics/text-lines.ts'
import { closestEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { syntaxOf, withoutComments } from '../../code/comments.ts'
import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { type NodeText, textsWith } from '../../engine/node-texts.ts'
import { codeKind } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { variablesIn } from '../../engine/variables.ts'

const uses = /\$\{workflow\.([\w.-]+)\}/g

/** Names as the list that near ones are looked for in, and as what is asked whether one is there. */
class KnownNames {
  readonly list: readonly string[]
  readonly #names: ReadonlySet<string>

  constructor(list: readonly string[]) {
    this.list = list
    this.#names = new Set(list)
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }
}

/** The names of the parameters of workflows, read once for each. */
class WorkflowParameters {
  readonly #known: Map<Entity['value'], KnownNames | undefined> = new Map()

  /** Those of the workflow a node stands in; undefined where there is none, or where they cannot all be read. */
  of(node: Entity): KnownNames | undefined {
    const workflow = closestEntity(node.parent, 'Workflow')
    if (workflow === undefined || !hasShape(workflow)) return undefined
    if (!this.#known.has(workflow.value)) {
      const script = workflow.child('script')
      const names = script && variablesIn(script)?.flatMap(({ value }) => readText(value, 'name') ?? [])
      this.#known.set(workflow.value, names && new KnownNames(names))
    }
    return this.#known.get(workflow.value)
  }
}

/** Where a node uses parameters of its workflow; a constant has no placeholders. */
function textsOf(node: Entity): readonly NodeText[] {
  return textsWith(node, '${workflow.').filter(
    ({ entity, field }) => field !== 'value' || entity.value['type'] !== 'Constant',
  )
}

/** The names in a text, each with where it stands first, without those in comments, which are looked for only where some name is not known. */
function namesIn({ entity, field, text }: NodeText, known: KnownNames): ReadonlyMap<string, number> {
  const read = (from: string): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (const { 1: name = '', index } of from.matchAll(uses)) {
      if (!known.has(name) && !found.has(name)) found.set(name, index)
    }
    return found
  }
  const kind = field === 'content' ? codeKind(entity) : undefined
  const syntax = kind && syntaxOf(kind)
  const unknown = read(text)
  return unknown.size === 0 || syntax === undefined ? unknown : read(withoutComments(text, syntax))
}

interface Unknown extends NodeText {
  readonly name: string
  /** Where it stands in the text. */
  readonly inText: TextPlace
  /** The names that the workflow has. */
  readonly known: KnownNames
}

/** The names a node uses that its workflow does not have, each at the first place: the code of a branch repeats its arms. */
function unknownIn(node: Entity, workflows: WorkflowParameters): Iterable<Unknown> {
  const texts = textsOf(node)
  const known = texts.length === 0 ? undefined : workflows.of(node)
  const found = new Map<string, Unknown>()
  if (known === undefined) return found.values()
  for (const text of texts) {
    const lines = new TextLines(text.text)
    for (const [name, at] of namesIn(text, known)) {
      if (!found.has(name)) found.set(name, { ...text, name, inText: lines.placeOf(at), known })
    }
  }
  return found.values()
}

/** A node uses a parameter that its workflow does not have. */
export const parameterUnknownWorkflow: Rule = eachNodeRule(
  {
    name: 'parameter/unknown-workflow',
    severity: 'warning',
    summary: 'A node uses ${workflow.name}, and its workflow has no parameter of that name.',
    evidence:
      '"Supported formats of scheduling parameters": such a name is one of the parameters of the workflow. Inferred that others stay as they are written.',
    example: `
    import { odpsSql, workflow, workflowParameter } from 'flowspec'

    const load = odpsSql('load').code("select '\${r}'")
    const orders = workflow('orders').cron('00 02 00 * * ?').param('region', 'cn')

    export const wrong = orders.nodes(load.param('r', workflowParameter('regoin')))

    export const right = orders.nodes(load.param('r', workflowParameter('region')))
  `,
  },
  (_index, report) => {
    const workflows = new WorkflowParameters()
    const suggester = new Suggester()
    return (_entry, node) => {
      for (const { entity, field, name, inText, known } of unknownIn(node, workflows)) {
        const near = suggester.nearest(name, known.list)
        const hint = near === undefined ? `Give it to the workflow: .param('${name}', …).` : `Did you mean "${near}"?`
        const message = `\${workflow.${name}} names no parameter of the workflow.`
        report(findingAt(entity, field, { message, inText, hint }))
      }
    }
  },
)
