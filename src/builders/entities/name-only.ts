/** A builder, or the name of what it builds. */
export type Named<Builder extends { readonly name: string }> = Builder | string

/** How an entity refers to another: by its name alone. */
export function nameOnly(value: Named<{ readonly name: string }>): { readonly name: string } {
  return { name: typeof value === 'string' ? value : value.name }
}
