import type { Kind } from './kind.ts'

const faults = 'test/check/single-faults.test.ts'
const one = (of: string): string => `one fault gives one diagnostic: ${of}`

/** The kinds of faults in the code of nodes and in how it takes parameters. */
export const codeKinds: readonly Kind[] = [
  {
    name: 'parameters by type of node',
    tests: [
      [faults, one('code and parameters')],
      [faults, one('missing parts > a parameter that a shell reads')],
    ],
    reported: [
      "select '${bizdate}' in HIVE",
      "select '${bizdate}' in EMR_SPARK_SQL",
      "select '${bizdate}' in HOLOGRES_SQL",
      "print(args['bizdate']) in PYODPS3",
      "print('${day}') in PYODPS3",
      'the tenth place without braces',
      'a parameter that a shell reads by name',
    ],
  },
  {
    name: 'code that says its language itself',
    tests: [
      [faults, one('code >')],
      [faults, one('code and parameters')],
    ],
    reported: [
      "select '${bizdate}' in an assignment in odps",
      "print('${bizdate}') in an assignment in python2",
      'echo $1 in an assignment in shell',
      "select '${bizdate}' in the end of a loop in odps",
      '201 statements in an assignment in odps',
      'a byte too many in the end of a loop in shell',
    ],
  },
  {
    name: 'parameters filled into code',
    tests: [['test/schedule/render-code.test.ts']],
    reported: ['echo $10 ${10} $9'],
  },
  {
    name: 'sizes and statements of code',
    tests: [[faults, one('code >')]],
    reported: [
      'a byte too many in SQL',
      'a byte too many in a shell',
      '201 statements',
      'select 1 -- one; for now',
      'set odps.sql.allow.fullscan=true;',
    ],
  },
]
