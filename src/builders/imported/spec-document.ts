import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { readText } from '../../document/json/records.ts'
import { buildNodes, type Collected, workflowAt } from '../build/document.ts'
import type { BuildOptions, BuiltDocument } from '../buildable.ts'
import { asShape } from '../fields.ts'
import { type DefaultsInput, mergeDefaults } from '../node/defaults.ts'
import { buildEntities } from './imported-entities.ts'
import { withFlow } from './imported-workflow.ts'
import type { RawEntity } from './spec-source.ts'
import type { SpecState } from './spec-state.ts'

const sameButNumber: readonly unknown[] = ['1.1.0', '1.2.0']

/** The version that was asked for, where the document need not be converted to be of it. */
function versionOf({ document }: SpecState['source'], { options, faults }: Collected): RawEntity {
  const { version } = options
  const read = document['version']
  if (version === undefined || version === read) return {}
  if (sameButNumber.includes(read)) return { version }
  const message = `build() cannot write a document of version ${readText(document, 'version') ?? 'unknown'} as ${version}.`
  const hint = 'Convert it: convertSpec(document, { version }).'
  faults.push(createDiagnostic({ rule: 'schema/value', severity: 'error', message, hint, path: '/version' }))
  return {}
}

/**
 * Makes a document that was read again, with what was said since laid over it; unchecked.
 *
 * @param defaults - what a project fills in, below what its workflows say
 */
export function buildSpec(
  { source, nodes, flow, workflows, entities }: SpecState,
  options: BuildOptions,
  defaults: DefaultsInput = {},
): BuiltDocument {
  const collected: Collected = { options, faults: [], suppressions: [] }
  const { document, pointer } = source
  let body = source.body
  if (nodes !== undefined) {
    const [built] = buildNodes({ pointer, owner: 'The document', folder: undefined, defaults, nodes, flow }, collected)
    body = withFlow(body, built, flow)
  }
  if (workflows !== undefined) {
    const built = workflows.map((state, at) => {
      const filled = { ...state, defaults: mergeDefaults(defaults, state.defaults ?? {}) }
      return workflowAt(`${pointer}/workflows/${at}`, filled, collected)
    })
    body = { ...body, workflows: built }
  }
  if (entities !== undefined) {
    const { lists, faults, suppressions } = buildEntities(source, entities, options)
    body = { ...body, ...lists }
    collected.faults.push(...faults)
    collected.suppressions.push(...suppressions)
  }
  const whole = source.body === document ? body : { ...document, spec: body }
  return { document: asShape({ ...whole, ...versionOf(source, collected) }), ...collected }
}
