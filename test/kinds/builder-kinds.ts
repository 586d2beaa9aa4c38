import type { Kind } from './kind.ts'

/** The kinds of faults that were reported of builders, of projects of them, and of what an editor says of them. */
export const builderKinds: readonly Kind[] = [
  {
    name: 'tables of data quality rules',
    tests: [['test/builders/entities/quality-and-jobs.test.ts', 'the table of a data quality rule']],
    reported: ['by its full name', 'a bare text, which refers to nothing'],
  },
  {
    name: 'jobs of Data Integration',
    tests: [['test/builders/entities/quality-and-jobs.test.ts', 'a job of Data Integration']],
    reported: ['with steps'],
  },
  {
    name: 'bodies that are empty',
    tests: [['test/builders/structures/empty-bodies.test.ts']],
    reported: ['told of: > combined'],
  },
  {
    name: 'nodes that are named as workflows',
    tests: [['test/builders/project/taken-names.test.ts', 'a node that is named as a workflow']],
    reported: ['told the way out: > its own workflow'],
  },
  {
    name: 'names that two things of a project have',
    tests: [['test/builders/project/taken-names.test.ts', 'one name for two things']],
    reported: ['nodes of two workflows'],
  },
  {
    name: 'projects that grow',
    tests: [['test/bounds/project-growth.test.ts']],
    reported: ['documents that have nothing to do with one another'],
  },
  {
    name: 'what an editor completes',
    tests: [['test/types/completions.test.ts']],
    reported: ['time zones of a workflow', 'days of the week', 'commands', 'nodes whose output to come after'],
  },
]
