/** What builders were made of by functions whose result takes the place of what they were given. */
const sources: WeakMap<object, object> = /* @__PURE__ */ new WeakMap()

/** Notes that a builder takes the place of another. */
export function noteSource(made: unknown, source: unknown): void {
  if (typeof made !== 'object' || made === null || typeof source !== 'object' || source === null) return
  if (made !== source) sources.set(made, source)
}

/** The builder whose place another takes; undefined for one that takes none. */
export function sourceOf(builder: unknown): object | undefined {
  return typeof builder === 'object' && builder !== null ? sources.get(builder) : undefined
}
