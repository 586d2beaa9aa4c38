/**
 * A value of a document as the type it should have. What was read is only carried to the new document, whose check finds
 * what it is not; code that looks at it asks for its type first.
 */
export function carried<Shape>(value: Readonly<Record<string, unknown>>): Shape
export function carried(value: unknown): unknown {
  return value
}
