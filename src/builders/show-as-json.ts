const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Lets `console.log` of Node show a builder as what it builds, for its state is private. */
export function showAsJson(prototype: { toJSON(): unknown }): void {
  Object.defineProperty(prototype, inspect, {
    value(this: { toJSON(): unknown }): unknown {
      return this.toJSON()
    },
  })
}
