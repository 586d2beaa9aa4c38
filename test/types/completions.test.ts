import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { checkZone } from '../../src/schedule/zones/zone.ts'
import { settings } from './compile.ts'

const file = join(import.meta.dirname, 'edited.ts')
let text = ''
let version = 0

const service = ts.createLanguageService({
  getCompilationSettings: () => ({ ...settings, noUnusedLocals: false }),
  getScriptFileNames: () => [file],
  getScriptVersion: (path) => (path === file ? String(version) : '0'),
  getScriptSnapshot: (path) => {
    const held = path === file ? text : ts.sys.readFile(path)
    return held === undefined ? undefined : ts.ScriptSnapshot.fromString(held)
  },
  getCurrentDirectory: () => import.meta.dirname,
  getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
  fileExists: (path) => path === file || ts.sys.fileExists(path),
  readFile: (path) => ts.sys.readFile(path),
  directoryExists: (path) => ts.sys.directoryExists(path),
  getDirectories: (path) => ts.sys.getDirectories(path),
})

const prelude = [
  "import { branch, forEach, fromSpec, node, odpsSql, project, virtual, workflow } from 'flowspec'",
  "import { daily, lastWeekday, nthWeekday, runs, weekly } from 'flowspec/schedule'",
  "const orders = workflow('orders').nodes(virtual('start'), odpsSql('ods_orders'))",
  "const route = branch('route').arm('big', '1').arm('small', '0')",
  "const each = forEach('each').nodes(virtual('inner'))",
  "const staged = project('p').environments({ dev: { mode: 'fast' }, prod: { mode: 'safe' } })",
].join('\n')

/** What an editor offers at the place that `|` marks. */
function offered(line: string): readonly string[] {
  const at = line.indexOf('|')
  text = `${prelude}\n${line.slice(0, at)}${line.slice(at + 1)}`
  version++
  const found = service.getCompletionsAtPosition(file, prelude.length + 1 + at, {})
  return (found?.entries ?? []).map(({ name }) => name)
}

describe('an editor offers', () => {
  it.each<readonly [what: string, line: string, names: readonly string[]]>([
    ['time zones of a workflow', "workflow('a').timezone('|')", ['Asia/Shanghai', 'America/New_York', 'UTC']],
    ['time zones of a schedule', "daily('02:00').timezone('|')", ['Asia/Shanghai', 'Europe/London']],
    ['time zones of a trigger', "odpsSql('a').trigger({ timezone: '|' })", ['Asia/Tokyo']],
    ['time zones of runs', "runs({ cron: '', timezone: '|' }, { from: 0 })", ['Asia/Kolkata']],
    ['time zones of a node', "odpsSql('a').schedule({ cron: '', timezone: '|' })", ['Australia/Sydney']],
    ['days of the week', "weekly(['|'], '02:00')", ['MON', 'SUN']],
    ['a day of the week of a month', "nthWeekday(2, '|', '02:00')", ['MON', 'SUN']],
    ['the last day of the week of a month', "lastWeekday('|', '02:00')", ['FRI']],
    ['commands', "node('a', '|')", ['ODPS_SQL', 'DIDE_SHELL', 'CONTROLLER_BRANCH']],
    ['nodes whose output to come after', "odpsSql('a').after(orders.outputOf('|'))", ['start', 'ods_orders']],
    ['nodes of a workflow', "orders.node('|')", ['start', 'ods_orders']],
    ['nodes of a loop', "each.node('|')", ['inner']],
    ['kinds of control structures', "orders.node('start', '|')", ['branch', 'forEach']],
    ['arms of a branch', "odpsSql('a').after(route.case('|'))", ['big', 'small']],
    ['instance modes', "orders.strategy({ instanceMode: '|' })", ['T+1', 'Immediately']],
    ['environments', "staged.build({ environment: '|' })", ['dev', 'prod']],
    ['variables of environments', 'staged.add(({ | }) => orders)', ['mode']],
    ['values of variables', "staged.add(({ mode }) => (mode === '|' ? orders : orders))", ['fast', 'safe']],
    ['rules', "orders.suppress('|', '')", ['graph/cycle', 'schedule/cron-syntax']],
    [
      'steps of a workflow that was read',
      'fromSpec({}).workflow().|',
      ['nodes', 'owner', 'cron', 'strategy', 'outputOf'],
    ],
    ['steps of a node that was read', "fromSpec({}).node('a').|", ['code', 'after', 'strategy']],
  ])('%s', (_, line, names) => {
    expect(offered(line)).toEqual(expect.arrayContaining([...names]))
  })

  it('no time zone that is none', () => {
    const zones = offered("workflow('a').timezone('|')")
    expect(zones.length).toBeGreaterThan(400)
    expect(zones.filter((zone) => !checkZone(zone).ok)).toEqual([])
  })
})

it('takes texts that editors do not offer', () => {
  const line = "workflow('a').timezone('Etc/GMT-8' as string).nodes(node('a', 'MY_PLUGIN')).node('a' as string)"
  text = `${prelude}\n${line}`
  version++
  expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([])
})
