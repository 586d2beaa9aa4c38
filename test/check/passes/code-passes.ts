import { assigning, coded, ending } from '../faults/code-faults.ts'
import type { Pass } from '../support/fixture.ts'

const statements = (count: number): string => Array.from({ length: count }, (_, place) => `select ${place}`).join(';\n')

/** What the rules about code let pass. */
export const codePasses: readonly Pass[] = [
  ['code/size', '128 KB of SQL', coded('ODPS_SQL', `select '${'x'.repeat(131_063)}'`)],
  ['code/size', 'as many bytes of Chinese', coded('ODPS_SQL', `select '${'数'.repeat(43_687)}'`)],
  ['code/size', 'more in Python', coded('PYODPS3', `print('${'x'.repeat(200_000)}')`)],
  ['code/statement-count', '200 statements', coded('ODPS_SQL', `${statements(200)};\n`)],
  ['code/statement-count', '200 statements and empty ones', coded('ODPS_SQL', `${statements(200)};;\n;-- end\n`)],
  [
    'code/statement-count',
    'semicolons in texts',
    coded('ODPS_SQL', `select '${';'.repeat(300)}', "${';'.repeat(300)}"`),
  ],
  [
    'code/statement-count',
    'semicolons in names and comments',
    coded('ODPS_SQL', `select \`${';'.repeat(300)}\` /* ${';'.repeat(300)} */`),
  ],
  ['code/statement-count', 'more in Hologres', coded('HOLOGRES_SQL', statements(300))],
  ['code/statement-count', '200 statements in an assignment', assigning('odps', statements(200))],
  ['code/statement-count', 'more in an assignment in shell', assigning('shell', 'echo 1;\n'.repeat(300))],
  ['code/statement-count', 'more in SQL of Hologres at the end of a loop', ending('hologres-sql', statements(300))],
  ['code/size', 'more in an assignment in Python', assigning('python2', `print('${'x'.repeat(200_000)}')`)],
  ['code/comment-semicolon', 'a semicolon behind a comment', coded('ODPS_SQL', 'select 1 -- one\n; select 2')],
  ['code/comment-semicolon', 'a semicolon in a text', coded('ODPS_SQL', "select '-- ;'")],
  ['code/comment-semicolon', 'a semicolon in a text with a quote', coded('ODPS_SQL', "select 'it\\'s -- ;'")],
  ['code/comment-semicolon', 'a comment of Hologres', coded('HOLOGRES_SQL', 'select 1 -- one; two')],
  ['code/lone-setting', 'a setting before its statement', coded('ODPS_SQL', 'set a=1; select 1;')],
  ['code/lone-setting', 'a semicolon in a setting', coded('ODPS_SQL', "set a='x;set b=1'; select 1")],
  ['code/lone-setting', 'a label', coded('ODPS_SQL', 'set label 2 to table t;')],
  ['code/lone-setting', 'a word that begins so', coded('ODPS_SQL', 'setproject a=1;')],
  ['code/lone-setting', 'a column of this name', coded('ODPS_SQL', 'update t set a = 1')],
  ['code/lone-setting', 'a setting of Hologres', coded('HOLOGRES_SQL', 'set a = 1;')],
]
