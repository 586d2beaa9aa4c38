/** A field that does not say what was expected. */
export interface FieldChange {
  /** JSON Pointer from the node or workflow to the field. */
  readonly path: string
  readonly expected: unknown
  /** Undefined when the field is absent. */
  readonly actual: unknown
}
