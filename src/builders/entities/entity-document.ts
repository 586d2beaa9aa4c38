import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import json from '../../document/json/lossless-json.cjs'
import { parseJson } from '../../document/json/parse-json.ts'
import { isRecord } from '../../document/json/records.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import { readCodeOf } from '../build/code-file.ts'
import type { BuildContext } from '../build/context.ts'
import { applyExtra } from '../build/extra-fields.ts'
import type { BuildOptions, BuiltDocument } from '../buildable.ts'
import { chainItems } from '../chain.ts'
import { defined, orderFields } from '../fields.ts'
import { mergeExtra } from '../json-copy.ts'
import { type DefaultsInput, defaultDatasource, defaultResource } from '../node/defaults.ts'
import type { EntityFields, EntityState } from './entity.ts'
import { entityPlaces } from './entity-kind.ts'

type Site = Pick<BuildContext, 'options' | 'report'> & { readonly place: string }

/** The fields that were set, with the code of a file in the field it goes into. */
function withCode(state: EntityState, { place, ...context }: Site): Pick<EntityState, 'fields' | 'script'> {
  const { kind, name, codeFile, fields, script } = state
  if (codeFile === undefined) return state
  const { field } = codeFile
  const owner = { kind: entityPlaces[kind].word, name }
  const code = readCodeOf(owner, codeFile.place, `${place}/${field ?? 'script/content'}`, context)
  if (code === undefined) return state
  if (field !== undefined) return { fields: { ...fields, [field]: code }, script: script ?? {} }
  return { fields, script: { ...script, content: code } }
}

/** What an entity gets that does not say it itself. */
function filledIn({ kind, name, command }: EntityState, defaults: DefaultsInput): EntityFields {
  const owned = command === undefined ? {} : { owner: defaults.owner, script: { path: name, runtime: { command } } }
  if (command === undefined || (kind !== 'Resource' && kind !== 'Function')) return defined(owned)
  const state = { name, command }
  const runtimeResource = defaultResource(state, defaults)
  return defined({ ...owned, datasource: defaultDatasource(state, defaults), runtimeResource })
}

/** An entity that was read, with what was set laid over it. */
function laidOver(base: EntityFields, fields: EntityFields, script: object): EntityFields {
  if (Object.keys(script).length === 0) return { ...base, ...fields }
  const under = base['script']
  return { ...base, ...fields, script: mergeExtra(isRecord(under) ? under : {}, { ...script }) }
}

function buildFields(state: EntityState, defaults: DefaultsInput, site: Site): EntityFields {
  const { fields, script } = withCode(state, site)
  const { kind, base } = state
  const { entity } = entityPlaces[kind]
  const { script: filled, ...rest } = { ...filledIn(state, defaults), ...fields }
  const content = kind === 'Function' ? functionContent({ ...state, fields }, orderFields(entity, rest)) : undefined
  const said = { ...script, ...(content === undefined ? {} : { content }) }
  if (base !== undefined) return laidOver(base, fields, said)
  const whole = { ...(isRecord(filled) ? filled : {}), ...said }
  return orderFields(entity, Object.keys(whole).length === 0 ? rest : { ...rest, script: orderFields('Script', whole) })
}

/**
 * Makes the document of an entity, unchecked.
 *
 * @param defaults - what the project fills in
 */
export function buildEntity(state: EntityState, options: BuildOptions, defaults: DefaultsInput = {}): BuiltDocument {
  const faults: Diagnostic[] = []
  const report = (fault: Diagnostic): void => {
    faults.push(fault)
  }
  const { list } = entityPlaces[state.kind]
  const place = `/spec/${list}/0`
  const entity = buildFields(state, defaults, { options, report, place })
  const finished = applyExtra(entity, state.extra, () => place, { report })
  const { kind } = state
  const document: FlowDocument = { kind, version: options.version ?? '1.1.0', spec: { [list]: [finished] } }
  return { document, faults, suppressions: chainItems(state.suppressions) }
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
function functionContent({ base, fields }: EntityState, entity: EntityFields): string | undefined {
  if (base === undefined) return json.stringify(entity)
  const script = base['script']
  const before = isRecord(script) && Object.keys(fields).length > 0 ? fieldsIn(script['content']) : undefined
  return before && json.stringify({ ...before, ...fields })
}
