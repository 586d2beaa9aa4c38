import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const parameters = `${at.ods}/script/parameters`
const content = `${at.dwd}/script/content`

const parameter = (name: string) => ({
  name,
  artifactType: 'Variable',
  scope: 'NodeParameter',
  type: 'System',
  value: '$bizdate',
})

/** Makes `dwd` a shell node with parameters. */
const shell = (code: string, ...names: readonly string[]): Edit =>
  both(
    set(`${at.dwd}/script/runtime/command`, 'DIDE_SHELL'),
    set(content, code),
    set(`${at.dwd}/script/parameters`, names.map(parameter)),
  )

const component = (code: string): object => ({
  name: 'clean',
  script: { path: 'components/clean', runtime: { command: 'SQL_COMPONENT' }, content: code },
  inputs: [{ name: 'source' }],
  outputs: [{ name: 'target' }],
})

/** Faults in how code and parameters fit. */
export const parameterUseFaults: readonly Fault[] = [
  [
    'two parameters of one name',
    append(parameters, parameter('bizdate')),
    'parameter/duplicate',
    `${parameters}/1/name`,
  ],
  [
    'a parameter that the SQL does not name',
    append(parameters, parameter('month')),
    'parameter/unused',
    `${parameters}/1`,
  ],
  [
    'a parameter that the shell does not take',
    shell('load.sh $1', '1', '2'),
    'parameter/unused',
    `${at.dwd}/script/parameters/1`,
  ],
  ['a place that no parameter has', shell('load.sh $1 "${2}"', '1'), 'parameter/positional', content],
  [
    'a place in a shell without parameters',
    both(shell('load.sh $1'), remove(`${at.dwd}/script/parameters`)),
    'parameter/positional',
    content,
  ],
  [
    'a component that uses what it does not have',
    set('/spec/components', [component('insert into @@{target} select * from @@{source} where ds = @@{day}')]),
    'parameter/component',
    '/spec/components/0/script/content',
  ],
  [
    'a component that does not use what it has',
    set('/spec/components', [component('select * from @@{source}')]),
    'parameter/component',
    '/spec/components/0/outputs/0',
  ],
]
