import type { Plugin } from 'vite'

const memories = new Set<() => void>()

/** A map that one call empties, with all the others. */
class ForgetfulMap<Key, Value> extends Map<Key, Value> {
  constructor() {
    super()
    memories.add(() => this.clear())
  }
}

/** A weak map that one call empties, with all the others. */
class ForgetfulWeakMap<Key extends WeakKey, Value> {
  #values = new WeakMap<Key, Value>()

  constructor() {
    memories.add(() => {
      this.#values = new WeakMap()
    })
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key)
  }

  set(key: Key, value: Value): this {
    this.#values.set(key, value)
    return this
  }

  has(key: Key): boolean {
    return this.#values.has(key)
  }

  delete(key: Key): boolean {
    return this.#values.delete(key)
  }
}

/** Empties what modules remember between calls, which one mutant must not leave to the next. */
export function forgetAll(): void {
  for (const forget of memories) forget()
}

Reflect.set(globalThis, '__forgetful__', { Map: ForgetfulMap, WeakMap: ForgetfulWeakMap })

/** Weak maps of a module, which are its memory, and the maps in `remember`, the one function that keeps results by text. */
const weakMaps = /^((?:const|let) .*= new )WeakMap\b/gm
const maps = /(const values = new )Map\b/g

/** Lets the modules of the source make their memories so that they can be emptied. */
export function forgettingPlugin(): Plugin {
  return {
    name: 'forgetting',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/')) return undefined
      const told = code.replace(weakMaps, '$1globalThis.__forgetful__.WeakMap')
      return id.endsWith('/remember.ts') ? told.replace(maps, '$1globalThis.__forgetful__.Map') : told
    },
  }
}
