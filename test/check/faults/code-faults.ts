import { at } from '../support/base-document.ts'
import { both, type Edit, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const content = `${at.dwd}/script/content`

/** Makes `dwd` a node of a command with code. */
export const coded = (command: string, code: string): Edit =>
  both(set(`${at.dwd}/script/runtime/command`, command), set(content, code))

/** Source: at most 128 KB (131,072 bytes) of code in SQL and shell nodes. */
const large: readonly (readonly [what: string, command: string, code: string])[] = [
  ['a byte too many in SQL', 'ODPS_SQL', `select '${'x'.repeat(131_072 - 8)}'`],
  ['a byte too many in a shell', 'DIDE_SHELL', `echo ${'x'.repeat(131_068)}`],
  ['characters of three bytes', 'HOLOGRES_SQL', `select '${'数'.repeat(44_000)}'`],
  ['characters of two bytes', 'EMR_HIVE', `select '${'é'.repeat(66_000)}'`],
  ['characters of four bytes', 'EMR_SPARK_SQL', `select '${'😀'.repeat(33_000)}'`],
  ['a long comment', 'MYSQL', `select 1 -- ${'x'.repeat(131_072)}`],
]

const statements = (count: number): string => Array.from({ length: count }, (_, place) => `select ${place}`).join(';\n')

/** Source: at most 200 statements in a MaxCompute SQL node. */
const many: readonly (readonly [what: string, code: string])[] = [
  ['201 statements', statements(201)],
  ['201 statements and an end', `${statements(201)};`],
  ['201 statements between comments', `/* a */ ${statements(201)} -- b`],
  ['201 statements with semicolons in texts', statements(201).replace('select 1;', "select '; -- ;';")],
  ['settings, which are statements too', `${'set a=1;\n'.repeat(200)}select 1`],
]

/** Source: a semicolon in a comment ends the statement. */
const divided: readonly string[] = [
  'select 1 -- one; for now',
  '-- a;\nselect 1',
  "select '--' -- ;",
  'select 1; --;;\nselect 2',
  'select 1 /* ; */ -- b;',
  '-- `;`\nselect 1',
]

/** Source: SET, USE and alias statements cannot be used alone. */
const lone: readonly string[] = [
  'set odps.sql.allow.fullscan=true;',
  'SET a=1',
  'set a=1; set b=2;',
  'use retail;',
  'alias a.jar=b.jar;',
  'select 1; set a=1;',
  '-- comment\nset a=1;\n/* end */',
  'Set\na=1;;;',
]

/** Faults in code itself. */
export const codeFaults: readonly Fault[] = [
  ...large.map(([what, command, code]): Fault => [what, coded(command, code), 'code/size', content]),
  ...many.map(([what, code]): Fault => [what, coded('ODPS_SQL', code), 'code/statement-count', content]),
  ...divided.map((code): Fault => [code, coded('ODPS_SQL', code), 'code/comment-semicolon', content]),
  ...lone.map((code): Fault => [code, coded('ODPS_SQL', code), 'code/lone-setting', content]),
]
