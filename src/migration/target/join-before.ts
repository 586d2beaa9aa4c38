import type { NodeDraft, UpstreamDraft } from './draft.ts'

/**
 * A join that stands before a node: when all that it waits for have ended, it lets the node run if all of them succeeded or
 * were not selected, or if any of them succeeded.
 */
export function joinBefore(
  { key, title }: Pick<NodeDraft, 'key' | 'title'>,
  upstreams: readonly UpstreamDraft[],
  isAny: boolean,
): NodeDraft {
  const arms = upstreams.map((upstream, at) => ({
    arm: `task${at + 1}`,
    upstream,
    status: isAny ? ('Success' as const) : (['Success', 'NotRun'] as const),
  }))
  const expression = arms.map(({ arm }) => arm).join(isAny ? ' or ' : ' and ')
  return {
    key: JSON.stringify([key, 'join']),
    title: `${title}_join`,
    making: { kind: 'join', arms, expression },
    after: [],
  }
}
