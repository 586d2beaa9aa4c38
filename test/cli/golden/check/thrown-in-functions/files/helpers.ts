import { odpsSql } from 'flowspec'

/** What a program says that no compiler has seen. */
export const settings = (text: string) => JSON.parse(text)

export function dailyLoad(name: string, timeout: string) {
  return odpsSql(name).code('select 1').strategy(settings(timeout))
}

export const loads = (names: readonly string[]) => names.map((name) => dailyLoad(name, '{ "timeout": 3600 }'))

export function owned(name: string, owners: ReadonlyMap<string, string>) {
  const owner = owners.get(name)
  if (owner === undefined) throw new Error(`${name} has no owner`)
  return odpsSql(name).code('select 1').owner(owner)
}

/** A node for each level of a tree. */
export function levels(left: number): ReturnType<typeof odpsSql>[] {
  if (left === 0) return [odpsSql('leaf').code('select 1').strategy(settings('{ "timeout": 3600 }'))]
  return [odpsSql(`level_${left}`).code('select 1'), ...levels(left - 1)]
}
