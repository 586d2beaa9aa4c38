import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../../scripts/build/entry-points.ts'

const cursor = '‸'
const file = join(projectFolder, 'test/language/editors/typed.ts')
const { config } = ts.readConfigFile(join(projectFolder, 'test/tsconfig.json'), ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(projectFolder, 'test'))
const typed = { text: '', version: 0 }
const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  getCompilationSettings: () => options,
  getCurrentDirectory: () => projectFolder,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(typed.version) : '0'),
  getScriptSnapshot: (name) => {
    const text = name === file ? typed.text : ts.sys.readFile(name)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
})

function offers(text: string): string[] {
  typed.text = text.replace(cursor, '')
  typed.version++
  const entries = service.getCompletionsAtPosition(file, text.indexOf(cursor), undefined)?.entries ?? []
  return entries.map(({ name }) => name)
}

const opening = `import { branch, odpsSql, project, virtual, workflow } from 'flowspec'
import { daily } from 'flowspec/schedule'
const start = virtual('start')
const ods = odpsSql('ods').code('select 1').after(start)
`

describe('TypeScript itself offers', () => {
  test.each<readonly [what: string, code: string, wanted: readonly string[]]>([
    [
      'the steps of a node',
      "odpsSql('a').‸",
      ['code', 'codeFile', 'param', 'after', 'strategy', 'datasource', 'reads'],
    ],
    [
      'the steps of a workflow',
      "workflow('a').‸",
      ['cron', 'timezone', 'nodes', 'strategy', 'defaults', 'build', 'check'],
    ],
    [
      'the keys of a strategy',
      'ods.strategy({ ‸ })',
      ['rerunMode', 'rerunTimes', 'rerunInterval', 'priority', 'timeout'],
    ],
    ['the words of a key', "ods.strategy({ rerunMode: '‸' })", ['Allowed', 'Denied', 'FailureAllowed']],
    ['time zones', "workflow('a').timezone('‸')", ['Asia/Shanghai', 'America/New_York']],
    ['which previous cycle', "ods.afterPrevious('‸')", ['self', 'children']],
    ['the nodes of a workflow', "workflow('a').nodes(start, ods).outputOf('‸')", ['start', 'ods']],
    [
      'the variables of an environment',
      "project('p').environments({ dev: { to: 'me' }, prod: { to: 'all' } }).add((variables) => workflow(variables.‸))",
      ['to'],
    ],
    [
      'the names of environments',
      "project('p').environments({ dev: { to: 'me' }, prod: { to: 'all' } }).build({ environment: '‸' })",
      ['dev', 'prod'],
    ],
  ])('%s', (_what, code, wanted) => {
    expect(offers(`${opening}${code}\n`)).toEqual(expect.arrayContaining([...wanted]))
  })
})
