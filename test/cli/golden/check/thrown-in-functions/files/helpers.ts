import { odpsSql } from 'flowspec'

/** What a program says that no compiler has seen. */
export const settings = (text: string) => JSON.parse(text)

export function dailyLoad(name: string, timeout: string) {
  return odpsSql(name).code('select 1').strategy(settings(timeout))
}

export const loads = (names: readonly string[]) => names.map((name) => dailyLoad(name, '{ "timeout": 3600 }'))

/** A node for each level of a tree. */
export function levels(left: number): ReturnType<typeof odpsSql>[] {
  if (left === 0) return [odpsSql('leaf').code('select 1').strategy(settings('{ "timeout": 3600 }'))]
  return [odpsSql(`level_${left}`).code('select 1'), ...levels(left - 1)]
}
