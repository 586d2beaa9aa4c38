import { odpsSql } from 'flowspec'

export const often: number = 9

/** The types of this function take space that a compiler leaves out. */
export function dailyLoad<const Name extends string>(name: Name) {
  const made = odpsSql(name).strategy({ priority: often })
  return made.codeFile(new URL('./load.sql', import.meta.url))
}

export const loads = (names: readonly string[]) => names.map((name) => dailyLoad(name))
