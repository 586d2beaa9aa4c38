/** Whether a value carries the mark of a class of errors, of this copy of the package or another. */
export function isBranded(value: unknown, brand: symbol): value is object {
  try {
    return typeof value === 'object' && value !== null && brand in value
  } catch {
    // A proxy that was revoked throws whatever it is asked, and carries nothing.
    return false
  }
}
