/**
 * Something the simulation takes for granted that no documentation says.
 *
 * @example
 * ```ts
 * import { type Inference, inferences } from 'flowspec/simulate'
 *
 * const about = (topic: string): readonly Inference[] => inferences.filter((inference) => inference.topic === topic)
 * ```
 */
export interface Inference {
  readonly topic: 'instances' | 'same cycle' | 'previous cycle' | 'states' | 'publishing'
  readonly statement: string
}

/**
 * All that is only inferred in a simulation, so that nobody takes it for documented. Everything else follows a page of
 * the documentation, which the guide "Simulation" names.
 *
 * @example
 * ```ts
 * import { inferences } from 'flowspec/simulate'
 *
 * for (const { topic, statement } of inferences) process.stdout.write(`${topic}: ${statement}\n`)
 * ```
 */
export const inferences: readonly Inference[] = [
  {
    topic: 'instances',
    statement:
      'A schedule with several times a day that names only some days has dry runs at all these times on the others.',
  },
  { topic: 'instances', statement: 'Nodes inside of loops and combined nodes have no instances of their own.' },
  {
    topic: 'instances',
    statement: 'What has the recurrence NoneAuto, or a trigger of the type None, has no instances on a schedule.',
  },
  {
    topic: 'same cycle',
    statement: 'A schedule counts as one by minute when it runs again within the hour, else as one by hour.',
  },
  {
    topic: 'same cycle',
    statement:
      'Schedules by minute that run equally often on a day depend by number, as the documentation says of those by hour.',
  },
  {
    topic: 'same cycle',
    statement: 'The nearest upstream instance is waited for also when an earlier instance of the day waits for it.',
  },
  {
    topic: 'same cycle',
    statement:
      'Of a node by minute that depends on itself, a node by hour waits for the nearest instance, as a daily one does.',
  },
  {
    topic: 'same cycle',
    statement: 'Between schedules in different time zones, a day is the date that each clock shows.',
  },
  {
    topic: 'same cycle',
    statement: 'On a day on which the upstream node has no instance, nothing is waited for.',
  },
  {
    topic: 'previous cycle',
    statement:
      'The previous cycle of a node that runs once a day, or less often, is its instance of the day before, be it a dry run.',
  },
  {
    topic: 'previous cycle',
    statement:
      'Of a node by hour or minute, a daily node waits for all instances of the day before; for the last one when they depend on themselves.',
  },
  {
    topic: 'previous cycle',
    statement: 'Between nodes by hour or minute, the previous cycle is the instance before the one of the same cycle.',
  },
  {
    topic: 'previous cycle',
    statement: 'An instance more than two days back is not waited for.',
  },
  {
    topic: 'states',
    statement: 'Dry runs and skipped instances succeed at their time even when something they come after is blocked.',
  },
  {
    topic: 'states',
    statement:
      'A join waits for its arms as any node does; one that counts failure is not let through by a paused arm.',
  },
  { topic: 'states', statement: 'What a pause did more than a week before the span is not seen.' },
  { topic: 'states', statement: 'A paused node is paused on its dry-run days, too, and blocks what comes after it.' },
  {
    topic: 'states',
    statement: 'A workflow with a paused or blocked node does not succeed, which blocks what comes after the workflow.',
  },
  {
    topic: 'states',
    statement:
      'Whether a branch is taken is unknown for everything after it, up to nodes that ignore branches that were not taken, and joins whose arms all count both success and not run.',
  },
  {
    topic: 'publishing',
    statement:
      'An instance scheduled exactly ten minutes after the publication runs: pages of the documentation disagree.',
  },
  {
    topic: 'publishing',
    statement:
      'What is published between 22:00 and 23:30 with instance mode Immediately has its first instances on the next day.',
  },
]
