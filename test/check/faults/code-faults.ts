import { at } from '../support/base-document.ts'
import { both, type Edit, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { doWhileNode, inside, withCode } from '../support/loop-nodes.ts'

const content = `${at.dwd}/script/content`

/** Makes `dwd` a node of a command with code. */
export const coded = (command: string, code: string): Edit =>
  both(set(`${at.dwd}/script/runtime/command`, command), set(content, code))

/** Makes `dwd` an assignment with code of a language. */
export const assigning = (language: string, code: string): Edit =>
  both(coded('CONTROLLER_ASSIGNMENT', code), set(`${at.dwd}/script/language`, language))

/** Adds a do-while loop whose condition is code of a language. */
export const ending = (language: string, code: string): Edit =>
  both(
    doWhileNode({ nodes: [inside('body')], while: withCode('last', code, 'CONTROLLER_CYCLE_END') }),
    set(`${condition}/script/language`, language),
  )

const condition = `${at.workflow}/nodes/4/do-while/while`
export const conditionContent = `${condition}/script/content`

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

const tooMany = statements(201)
const tooLarge = `echo ${'x'.repeat(131_068)}`
const tooLargeSql = `select '${'x'.repeat(131_072)}'`

/**
 * Code that says its language itself. Source: assignments take SQL of MaxCompute, shell and Python, and so does the end
 * of a do-while loop; exports write `odps-sql` and `shell-script` for what requests call `odps` and `shell`.
 */
const spoken: readonly Fault[] = [
  ['201 statements in an assignment in odps', assigning('odps', tooMany), 'code/statement-count', content],
  ['201 statements in an assignment in odps-sql', assigning('odps-sql', tooMany), 'code/statement-count', content],
  ['an assignment of a setting alone', assigning('odps', 'set a=1;'), 'code/lone-setting', content],
  [
    'an assignment with a semicolon in a comment',
    assigning('odps', 'select 1 -- a; b'),
    'code/comment-semicolon',
    content,
  ],
  ['a byte too many in an assignment in odps', assigning('odps', tooLargeSql), 'code/size', content],
  ['a byte too many in an assignment in shell', assigning('shell', tooLarge), 'code/size', content],
  ['a byte too many in an assignment in shell-script', assigning('shell-script', tooLarge), 'code/size', content],
  ['201 statements in the end of a loop', ending('odps-sql', tooMany), 'code/statement-count', conditionContent],
  ['a byte too many in the end of a loop in odps-sql', ending('odps-sql', tooLargeSql), 'code/size', conditionContent],
  ['a byte too many in the end of a loop in shell', ending('shell-script', tooLarge), 'code/size', conditionContent],
  [
    'the end of a loop with a comment',
    ending('odps-sql', 'select 1 -- a; b'),
    'control/loop-end-comment',
    conditionContent,
  ],
]

/** Faults in code itself. */
export const codeFaults: readonly Fault[] = [
  ...spoken,
  ...large.map(([what, command, code]): Fault => [what, coded(command, code), 'code/size', content]),
  ...many.map(([what, code]): Fault => [what, coded('ODPS_SQL', code), 'code/statement-count', content]),
  ...divided.map((code): Fault => [code, coded('ODPS_SQL', code), 'code/comment-semicolon', content]),
  ...lone.map((code): Fault => [code, coded('ODPS_SQL', code), 'code/lone-setting', content]),
]
