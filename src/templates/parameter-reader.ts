import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { compareDiagnostics } from '../diagnostics/diagnostic-order.ts'
import { showError, showValue } from '../diagnostics/show-value.ts'
import { isRecord } from '../document/json/records.ts'
import type { AjvValidate } from './ajv.cjs'
import { loadAjv } from './ajv.ts'
import { copyValues } from './copy-values.ts'
import { explainErrors, type ParameterFault } from './parameter-faults.ts'
import { SchemaPlaces } from './schema-places.ts'

/** Checks of texts by the names of their formats. */
export type ParameterFormats = Readonly<Record<string, (text: string) => boolean>>

/** Parameters with defaults, and what is wrong with them. */
export interface ReadParameters {
  readonly values: unknown
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the parameters of one template; the schema is compiled when it is first needed, once. */
export class ParameterReader {
  readonly #name: string
  readonly #schema: Readonly<Record<string, unknown>>
  readonly #formats: ParameterFormats
  #validate: AjvValidate | undefined

  constructor(name: string, schema: Readonly<Record<string, unknown>>, formats: ParameterFormats) {
    this.#name = name
    this.#schema = schema
    this.#formats = formats
  }

  /** Copies parameters, fills in defaults and validates them. */
  read(given: unknown): ReadParameters {
    const { copy, faults } = this.#copySafely(given)
    this.#validate ??= this.#compile()
    const validate = this.#validate
    // A value that JSON cannot hold would be missing in the copy, and reported as that too.
    if (faults.length === 0 && !validate(copy))
      faults.push(...explainErrors(validate.errors ?? [], new SchemaPlaces(this.#schema)))
    const subject = { kind: 'template', name: this.#name }
    const found = faults.map((fault) => createDiagnostic({ ...fault, severity: 'error', subject }))
    return { values: copy, diagnostics: found.sort(compareDiagnostics) }
  }

  #copySafely(given: unknown): { readonly copy: unknown; readonly faults: ParameterFault[] } {
    try {
      return this.#copy(given)
    } catch (error) {
      const message = `The parameters of a template cannot be read: ${showError(error)}.`
      return { copy: undefined, faults: [{ rule: 'document/not-json', message, path: '' }] }
    }
  }

  #copy(given: unknown): { readonly copy: unknown; readonly faults: ParameterFault[] } {
    if (!isRecord(given)) {
      const message = `The parameters of a template are an object; this is ${showValue(given)}.`
      return { copy: undefined, faults: [{ rule: 'schema/type', message, path: '' }] }
    }
    const { copy, notJson } = copyValues(given)
    const places = new SchemaPlaces(this.#schema)
    const faults = notJson.map(({ path: whole, reason }): ParameterFault => {
      const path = places.shown(whole)
      return { rule: 'document/not-json', message: `Parameter '${path.slice(1)}' ${reason}.`, path }
    })
    return { copy, faults }
  }

  #compile(): AjvValidate {
    const Ajv = loadAjv()
    const { $schema: _, ...schema } = this.#schema
    try {
      const formats = { ...this.#formats }
      // Numbers such as 0.3 are no exact multiples of 0.1, and parameters may be called as methods of objects are.
      const exact = { multipleOfPrecision: 9, ownProperties: true } as const
      return new Ajv({ allErrors: true, useDefaults: true, verbose: true, logger: false, formats, ...exact }).compile(
        schema,
      )
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const way = reason.includes('unknown format') ? ' Say in `formats` how it is checked, or use a pattern.' : ''
      throw new TypeError(`The parameters of template '${this.#name}' cannot be checked: ${reason}.${way}`, { cause })
    }
  }
}
