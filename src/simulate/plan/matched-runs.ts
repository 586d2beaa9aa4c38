import type { DependencyType } from '../../language/dependency-types.ts'
import type { RunRange, Timeline, TimelineRun } from './timeline.ts'

/** One side of a dependency between nodes: its runs, and whether each waits for the one before. */
export interface MatchSide {
  readonly timeline: Timeline
  readonly dependsOnSelf: boolean
}

/** A run that depends, and what it depends on. */
export interface Match {
  readonly type: DependencyType
  readonly downstream: MatchSide
  readonly run: TimelineRun
  readonly upstream: MatchSide
}

/** The upstream runs that a run waits for, of one dependency; undefined when there is none. */
export function matchRuns(match: Match): RunRange | undefined {
  switch (match.type) {
    case 'Normal':
      return sameCycle(match)
    case 'CrossCycleDependsOnSelf':
      return single(match.downstream.timeline.before(match.run.index))
    default:
      return previousCycle(match)
  }
}

/**
 * The upstream runs of the same cycle, by the help page "Principles and samples of scheduling configurations in complex
 * dependency scenarios" and those on scheduling by day, hour and minute.
 */
function sameCycle({ downstream, run, upstream }: Match): RunRange | undefined {
  const { timeline } = downstream
  const theirs = upstream.timeline.onDay(run.day)
  const own = timeline.onDay(run.day)
  if (theirs === undefined || own === undefined) return undefined
  if (upstream.timeline.frequency === 'day') {
    // Of a node that depends on itself, the later instances of a day wait for it by way of the first one.
    const isCovered = timeline.frequency !== 'day' && downstream.dependsOnSelf && run.index > own.first
    return isCovered ? undefined : theirs
  }
  if (timeline.frequency === 'day') {
    return upstream.dependsOnSelf ? single(nearest(upstream.timeline, theirs, run.instant)) : theirs
  }
  return withinDay({ downstream, upstream, run, own, theirs })
}

interface DayMatch extends Omit<Match, 'type'> {
  /** The runs of the day, of either side. */
  readonly own: RunRange
  readonly theirs: RunRange
}

/** Between nodes that run several times a day. */
function withinDay({ downstream, upstream, run, own, theirs }: DayMatch): RunRange | undefined {
  const { index, instant } = run
  const isAlike = downstream.timeline.frequency === upstream.timeline.frequency
  if (isAlike && own.last - own.first === theirs.last - theirs.first) return single(theirs.first + index - own.first)
  const last = nearest(upstream.timeline, theirs, instant)
  const isByHour = downstream.timeline.frequency === 'hour' && upstream.timeline.frequency === 'minute'
  if (!isByHour || upstream.dependsOnSelf) return single(last)
  // A node by hour waits for all instances by minute since its own last one.
  const since = index > own.first ? (downstream.timeline.runs[index - 1]?.instant ?? instant) : Number.NEGATIVE_INFINITY
  let first = last
  while (first > theirs.first && (upstream.timeline.runs[first - 1]?.instant ?? since) > since) first--
  return { first, last }
}

/** The last run of a day that is not after an instant; the first of the day when all are. */
function nearest({ runs }: Timeline, { first, last }: RunRange, instant: number): number {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.instant ?? instant) <= instant) low = middle
    else high = middle - 1
  }
  return low
}

/** The upstream runs of the cycle before. */
function previousCycle(match: Match): RunRange | undefined {
  const { downstream, run, upstream } = match
  if (downstream.timeline.frequency === 'day' || upstream.timeline.frequency === 'day') {
    const before = upstream.timeline.beforeDay(run.day)
    return upstream.dependsOnSelf ? single(before?.last) : before
  }
  const theirs = upstream.timeline.onDay(run.day)
  const own = downstream.timeline.onDay(run.day)
  const same = theirs && own && withinDay({ downstream, upstream, run, own, theirs })
  return same === undefined
    ? single(upstream.timeline.beforeDay(run.day)?.last)
    : single(upstream.timeline.before(same.first))
}

function single(index: number | undefined): RunRange | undefined {
  return index === undefined ? undefined : { first: index, last: index }
}
