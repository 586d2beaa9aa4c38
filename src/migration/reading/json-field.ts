import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { readJson } from '../../document/read-spec.ts'
import type { Fields } from './lenient.ts'
import type { EntrySite } from './source-problems.ts'

/** The fields of an object in which a field holds JSON, as such or as text; a text that is none is told. */
export function withJson(fields: Fields, name: string, { path, problems }: Omit<EntrySite, 'notes'>): Fields {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (typeof value !== 'string' || value.trim() === '') return fields
  try {
    return { ...fields, [name]: readJson(value) }
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const [fault] = error.diagnostics
    problems.add(`${path}/${name}`, `The text of ${name} cannot be read. ${fault?.message ?? ''}`, 'Export it again.')
    return { ...fields, [name]: undefined }
  }
}
