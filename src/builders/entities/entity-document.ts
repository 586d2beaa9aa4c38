import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { parseJson, stringifyJson } from '../../document/json/exact-json.ts'
import { isRecord } from '../../document/json/records.ts'
import { type EntityKind, entityKinds } from '../../language/entity-kinds.ts'
import type { FlowDocument, FlowScript } from '../../language/generated/types.ts'
import { readCode } from '../build/code-file.ts'
import { type BuildContext, type BuildOptions, collecting } from '../build/context.ts'
import { applyExtra, type LaidFields } from '../build/extra-fields.ts'
import { type GivenEntity, noteTaken } from '../build/taken.ts'
import { BuiltDocument } from '../buildable.ts'
import type { Call } from '../call.ts'
import { type Chain, chainItems } from '../chain.ts'
import { defined, orderFields } from '../fields.ts'
import { mergeFields } from '../merging.ts'
import { type DefaultsInput, defaultDatasource, defaultResource } from '../node/defaults.ts'
import type { BuilderSuppression } from '../suppression.ts'

/** Fields of an entity as the wire spells them. */
export type EntityFields = Readonly<Record<string, unknown>>

/** Everything an entity builder knows. Never changed: each step makes a new one. */
export interface EntityState<Name extends string = string, Kind extends EntityKind = EntityKind> {
  readonly kind: Kind
  readonly name: Name
  /** Where it was started. */
  readonly call?: Call | undefined
  /** The entity as it was read. What was set is laid over it, and nothing else is added. */
  readonly origin?: EntityFields
  /** The fields that were set, but for the script. */
  readonly fields: EntityFields
  /** The fields of the script that were set; undefined for an entity that has no script. */
  readonly script?: Partial<FlowScript>
  /** The node type the service knows the entity by, such as `ODPS_JAR`. */
  readonly command?: string
  /** The file of the code, and the field the code goes into: that of the entity, or else the content of the script. */
  readonly codeFile?: { readonly file: string | URL; readonly field?: string } | undefined
  /** The builders of other entities that it was given. */
  readonly given?: Chain<GivenEntity> | undefined
  readonly extra?: Chain<LaidFields> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
}

/** Where the entity will stand, and what the build shares. */
type Site = Pick<BuildContext, 'options' | 'report' | 'trace'> & { readonly pointer: string }

/** The fields that were set, with the code of a file in the field it goes into. */
function withCode(state: EntityState, { pointer, ...context }: Site): Pick<EntityState, 'fields' | 'script'> {
  const { kind, name, codeFile, fields, script } = state
  if (codeFile === undefined) return state
  const { field } = codeFile
  const owner = { kind: entityKinds[kind].word, name }
  const code = readCode(codeFile.file, owner, `${pointer}/${field ?? 'script/content'}`, context)
  if (code === undefined) return state
  if (field !== undefined) return { fields: { ...fields, [field]: code }, script: script ?? {} }
  return { fields, script: { ...script, content: code } }
}

/** What an entity gets that does not say it itself. */
function filledIn({ kind, name, command }: EntityState, defaults: DefaultsInput): EntityFields {
  const owned = command === undefined ? {} : { owner: defaults.owner, script: { path: name, runtime: { command } } }
  if (command === undefined || (kind !== 'Resource' && kind !== 'Function')) return defined(owned)
  const runtimeResource = defaultResource(command, defaults)
  return defined({ ...owned, datasource: defaultDatasource(command, defaults), runtimeResource })
}

/** An entity that was read, with what was set laid over it. */
function overOrigin(origin: EntityFields, fields: EntityFields, script: object): EntityFields {
  if (Object.keys(script).length === 0) return { ...origin, ...fields }
  const under = origin['script']
  return { ...origin, ...fields, script: mergeFields(isRecord(under) ? under : {}, { ...script }) }
}

function buildFields(state: EntityState, defaults: DefaultsInput, site: Site, isVerbatim: boolean): EntityFields {
  const { fields, script } = withCode(state, site)
  const { kind, origin } = state
  const { entity } = entityKinds[kind]
  const { script: filled, ...rest } = { ...(isVerbatim ? {} : filledIn(state, defaults)), ...fields }
  const content =
    kind === 'Function' && !isVerbatim ? functionContent({ ...state, fields }, orderFields(entity, rest)) : undefined
  const own = { ...script, ...(content === undefined ? {} : { content }) }
  if (origin !== undefined) return overOrigin(origin, fields, own)
  const whole = { ...(isRecord(filled) ? filled : {}), ...own }
  return orderFields(entity, Object.keys(whole).length === 0 ? rest : { ...rest, script: orderFields('Script', whole) })
}

/**
 * Makes the document of an entity, unchecked.
 *
 * @param defaults - what the project fills in
 * @param isVerbatim - whether nothing is written but what was said
 */
export function buildEntity(
  state: EntityState,
  options: BuildOptions,
  defaults: DefaultsInput = {},
  isVerbatim = false,
): BuiltDocument {
  const collected = collecting(options)
  collected.trace?.note('', state)
  const report = (fault: Diagnostic): void => {
    collected.faults.push(fault)
  }
  const { kind } = state
  const { list } = entityKinds[kind]
  const pointer = `/spec/${list}/0`
  const entity = buildFields(state, defaults, { options, report, pointer, trace: collected.trace }, isVerbatim)
  const finished = applyExtra(entity, state.extra, () => pointer, { report })
  if (state.given !== undefined) {
    const by = { kind: entityKinds[kind].word, name: state.name }
    noteTaken(chainItems(state.given), { by, held: finished, pointer }, collected.taken)
  }
  const document: FlowDocument = { kind, version: options.version ?? '1.1.0', spec: { [list]: [finished] } }
  return new BuiltDocument(document, { ...collected, suppressions: chainItems(state.suppressions) })
}

/** The fields that a JSON text holds; undefined for any other text. */
function fieldsIn(text: unknown): EntityFields | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const value = parseJson(text)
    return isRecord(value) ? value : undefined
  } catch (error) {
    // A content that is no JSON is none that could say what the other fields say; it stays as it is.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * What the script of a function holds as content: its other fields as JSON text, for there are readers of either. In a
 * content that was read, what was set is replaced.
 *
 * @param entity - the function without its script
 * @returns undefined when the content stays what it is
 */
function functionContent({ origin, fields }: EntityState, entity: EntityFields): string | undefined {
  if (origin === undefined) return stringifyJson(entity)
  const script = origin['script']
  const before = isRecord(script) && Object.keys(fields).length > 0 ? fieldsIn(script['content']) : undefined
  return before && stringifyJson({ ...before, ...fields })
}
