import type { ListedCommand } from './command.ts'

/** All commands in the order of the help. Each is loaded when it is called, so that the help costs nothing. */
export const commandTable: readonly ListedCommand[] = [
  {
    name: 'init',
    summary: 'begin a project',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'check',
    summary: 'say everything that is wrong with pipelines, offline',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'build',
    summary: 'write the documents of pipelines',
    load: async () => (await import('./commands/build.ts')).build,
  },
  {
    name: 'runs',
    summary: 'list when pipelines run',
    load: async () => (await import('./commands/runs.ts')).runs,
  },
  {
    name: 'graph',
    summary: 'draw pipelines',
    load: async () => (await import('./commands/graph.ts')).graph,
  },
  {
    name: 'preview',
    summary: 'make a page of pipelines to look at',
    load: async () => (await import('./commands/preview.ts')).preview,
  },
  {
    name: 'diff',
    summary: 'tell how two pipelines differ',
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'plan',
    summary: 'say what a deploy would change',
    load: async () => (await import('./commands/workspace/plan.ts')).plan,
  },
  {
    name: 'deploy',
    summary: 'bring a workspace to what pipelines say',
    load: async () => (await import('./commands/workspace/deploy.ts')).deploy,
  },
  {
    name: 'publish',
    summary: 'let workflows run that are deployed',
    load: async () => (await import('./commands/workspace/publish.ts')).publish,
  },
  {
    name: 'run',
    summary: 'run a published workflow once',
    load: async () => (await import('./commands/workspace/run.ts')).run,
  },
  {
    name: 'backfill',
    summary: 'run a published workflow for past business dates',
    load: async () => (await import('./commands/workspace/backfill.ts')).backfill,
  },
  {
    name: 'status',
    summary: 'tell how runs stand',
    load: async () => (await import('./commands/workspace/status.ts')).status,
  },
  {
    name: 'destroy',
    summary: 'take what was deployed out of a workspace',
    load: async () => (await import('./commands/workspace/destroy.ts')).destroy,
  },
  {
    name: 'import',
    summary: 'write code for documents, or for a workspace',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'convert',
    summary: 'write documents in another version or format',
    load: async () => (await import('./commands/convert.ts')).convert,
  },
  {
    name: 'emulator',
    summary: 'start the service on this machine',
    load: async () => (await import('./commands/emulator.ts')).emulator,
  },
  {
    name: 'explain',
    summary: 'tell what a rule is about',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of documents, for editors',
    load: async () => (await import('./commands/schema.ts')).schema,
  },
  {
    name: 'doctor',
    summary: 'look whether everything is there that commands need',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'completion',
    summary: 'print a script that completes the command in a shell',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
]
