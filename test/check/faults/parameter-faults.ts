import { at } from '../support/base-document.ts'
import { both, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const content = `${at.ods}/script/content`

/** Faults in what code uses. */
export const parameterFaults: readonly Fault[] = [
  [
    'a parameter of another name than the code uses',
    set(content, "select 1 where ds = '${bizdat}'"),
    'parameter/undeclared',
    content,
  ],
  [
    'a parameter the code uses twice and nobody declares',
    both(set(content, "select '${bizdate}', '${bizdate}'"), remove(`${at.ods}/script/parameters`)),
    'parameter/undeclared',
    content,
  ],
  [
    'code of Hologres that uses what is not there',
    both(
      set(content, 'select ${limit}'),
      set(`${at.ods}/script/runtime`, { command: 'HOLOGRES_SQL' }),
      remove(`${at.ods}/script/language`),
      remove(`${at.ods}/datasource`),
    ),
    'parameter/undeclared',
    content,
  ],
]
