import { DocumentBuilder } from '../../builders/buildable.ts'
import { isRecord } from '../../document/json/records.ts'
import { Evaluator } from '../program/evaluate.ts'
import { chained, type Declaration, plainStep } from '../program/expression.ts'
import { difference, isSame } from '../rest/difference.ts'
import { type Fields, splitFields } from '../rest/typed-fields.ts'
import { objectSteps, withoutFields } from '../steps/written-lists.ts'
import type { EntityDraft } from './draft.ts'
import type { DocumentProgram } from './program.ts'

/** Where a document is built. */
export interface BuildSite {
  /** The project that it is a part of; undefined where it is built alone. */
  readonly project?: string | undefined
  /** What declarations of other documents hold. */
  readonly values?: ReadonlyMap<Declaration, unknown>
}

/** The builder that a program makes. */
export function builderOf({ drafts, document }: DocumentProgram, values?: BuildSite['values']): unknown {
  const evaluator = new Evaluator(values)
  for (const { declaration } of drafts) evaluator.declare(declaration)
  return evaluator.valueOf(document.value)
}

/** The document that a program builds, unchecked. */
function builtBy(program: DocumentProgram, { project, values }: BuildSite): unknown {
  return DocumentBuilder.partOf(builderOf(program, values), project === undefined ? {} : { project }, {})?.value
}

function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  let value = document
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)]
    else value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }
  return value
}

/** An entity without what the steps of others say of it. */
function unsaid(entity: Fields, { said, body }: EntityDraft): Fields {
  if (body === undefined) return withoutFields(entity, ...said)
  const held = entity[body]
  return isRecord(held) ? { ...entity, [body]: withoutFields(held, ...said) } : entity
}

/** Adds to what is declared the fields that its steps did not make as the document has them. */
function addRest(draft: EntityDraft, built: unknown): void {
  const entity = valueAt(built, draft.path)
  if (!isRecord(entity)) return
  const laid = difference(unsaid(entity, draft), unsaid(draft.raw, draft))
  const { fields, extra, placed } = splitFields(draft.entity, laid)
  const { declaration } = draft
  declaration.value = chained(declaration.value, [
    ...objectSteps('fields', fields),
    ...objectSteps('extra', extra),
    ...placed.map(([place, inner]) => plainStep('extra', place, inner)),
  ])
}

/** What became of a program: it builds the document by its steps alone, or with fields beside them, or not at all. */
export type Completion = 'by steps' | 'with fields' | 'other'

/** Completes a program with the fields that no step says. */
export function completed(program: DocumentProgram, document: unknown, site: BuildSite): Completion {
  const built = builtBy(program, site)
  if (isSame(built, document)) return 'by steps'
  for (const draft of program.drafts) addRest(draft, built)
  return isSame(builtBy(program, site), document) ? 'with fields' : 'other'
}
