import * as factories from '../../builders/generated/node-factories.ts'
import * as schedules from '../../schedule/index.ts'

/** The functions of `flowspec`, but those that start a node of a plain type. */
const others: ReadonlySet<string> = new Set([
  ...'assignment branch checkProject checkSpec combined component componentSql convertSpec'.split(' '),
  ...'dataIntegration dataIntegrationJob datasource dependency describePlace doWhile dqcRule'.split(' '),
  ...'exactNumber external fileResource forEach formatDiagnostics fromSpec isFlowSpecError join'.split(' '),
  ...'manualWorkflow node paiFlow paramHub project projectRoot readSpec standalone subProcess table'.split(' '),
  ...'triggerWorkflow udf variableOf verbatim workflow workflowParameter workspaceParameter writeJson'.split(' '),
])

/** The functions of this library that modules of pipelines import. */
export function importableNames(): readonly string[] {
  return [...others, ...Object.keys(factories), ...Object.keys(schedules), 'defineConfig']
}

/** Where a function of this library that modules of pipelines call is imported from; undefined for any other name. */
export function importedFrom(name: string): string | undefined {
  if (others.has(name) || Object.hasOwn(factories, name)) return 'flowspec'
  if (Object.hasOwn(schedules, name)) return 'flowspec/schedule'
  return name === 'defineConfig' ? 'flowspec/config' : undefined
}
