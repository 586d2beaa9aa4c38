/** One error of a shallow validator, as ajv's compiled code reports it. */
export interface ShallowError {
  /** JSON Pointer from the entity to the value. */
  readonly instancePath: string
  /** The keyword of JSON Schema that failed, such as `required`. */
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Validates one entity without its children; its errors are those of the last call. */
export interface ShallowValidator {
  (value: unknown): boolean
  readonly errors?: readonly ShallowError[] | null
}
