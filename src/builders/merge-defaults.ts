import type { DefaultsInput } from './defaults-input.ts'
import { defined } from './defined.ts'

/** Defaults with later ones laid over them key by key, as a frozen copy of its own. */
export function mergeDefaults(earlier: DefaultsInput | undefined, later: DefaultsInput): DefaultsInput {
  const { datasource, strategy, ...rest } = { ...earlier, ...later }
  return Object.freeze(
    defined({
      ...rest,
      datasource: typeof datasource === 'object' ? Object.freeze({ ...datasource }) : datasource,
      strategy: strategy && Object.freeze({ ...earlier?.strategy, ...later.strategy }),
    }),
  )
}
