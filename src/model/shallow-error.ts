/** One way in which an entity, its children left aside, is not what the schema says; the words are those of ajv. */
export interface ShallowError {
  /** JSON Pointer from the entity to the value. */
  readonly instancePath: string
  /** The keyword of JSON Schema that failed, such as `required`. */
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}
