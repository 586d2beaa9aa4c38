/**
 * How one instance depends on another: within the same cycle, or on the previous one; as documents write it.
 *
 * @example
 * ```ts
 * import type { DependencyType } from 'flowspec/simulate'
 *
 * const isSameCycle = (type: DependencyType): boolean => type === 'Normal'
 * ```
 */
export type DependencyType =
  | 'Normal'
  | 'CrossCycleDependsOnSelf'
  | 'CrossCycleDependsOnChildren'
  | 'CrossCycleDependsOnOtherNode'

/** The types of dependencies by what they say: the same cycle of another node, or the previous cycle of some node. */
export const dependencyTypes = {
  sameCycle: 'Normal',
  self: 'CrossCycleDependsOnSelf',
  children: 'CrossCycleDependsOnChildren',
  other: 'CrossCycleDependsOnOtherNode',
} as const

/** Whether text is one of the types; documents may hold any. */
export function isDependencyType(type: string): type is DependencyType {
  return type === dependencyTypes.sameCycle || isCrossCycle(type)
}

/** Whether a dependency waits for a previous cycle. */
export function isCrossCycle(type: string): type is Exclude<DependencyType, 'Normal'> {
  return type === dependencyTypes.other || isAboutItself(type)
}

/** Whether a dependency names no other node, since what it waits for follows from the node: itself, or its children. */
export function isAboutItself(type: string): type is 'CrossCycleDependsOnSelf' | 'CrossCycleDependsOnChildren' {
  return type === dependencyTypes.self || type === dependencyTypes.children
}
