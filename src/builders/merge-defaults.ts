import type { DefaultsInput } from './defaults-input.ts'

/** Defaults with later ones laid over them key by key, as a frozen copy of its own. */
export function mergeDefaults(earlier: DefaultsInput | undefined, later: DefaultsInput): DefaultsInput {
  const { datasource, strategy, ...rest } = { ...earlier, ...later }
  const bothStrategies = { ...earlier?.strategy, ...later.strategy }
  return Object.freeze({
    ...rest,
    ...(datasource === undefined
      ? {}
      : { datasource: typeof datasource === 'string' ? datasource : Object.freeze({ ...datasource }) }),
    ...(strategy === undefined ? {} : { strategy: Object.freeze(bothStrategies) }),
  })
}
