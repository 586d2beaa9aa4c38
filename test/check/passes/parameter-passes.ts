import { at } from '../support/base-document.ts'
import { both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'

const content = `${at.ods}/script/content`
const variable = { artifactType: 'Variable', scope: 'Workflow', type: 'Constant', value: '1' }

/** What the rules about parameters let pass. */
export const parameterPasses: readonly Pass[] = [
  ['parameter/undeclared', 'code that uses the parameter there is', set(content, "select '${bizdate}'")],
  [
    'parameter/undeclared',
    'variables of the workspace, the workflow and the system',
    both(
      set(`${at.workflow}/script/parameters`, [
        { name: 'b', artifactType: 'Variable', scope: 'Workflow', type: 'Constant', value: '1' },
      ]),
      set(content, "select '${workspace.a}', '${workflow.b}', '${bdp.system.bizdate}'"),
    ),
  ],
  [
    'parameter/undeclared',
    'a comment, and dollars of other kinds',
    set(content, "select '$1 ${ x }' -- not ${this}\n"),
  ],
  [
    'parameter/undeclared',
    'a variable that the node reads under another name',
    both(
      set(content, 'select ${rows}'),
      set(`${at.ods}/inputs/variables`, [{ ...variable, name: 'outputs', inputName: 'rows' }]),
    ),
  ],
  [
    'parameter/undeclared',
    'a parameter of the workflow',
    both(set(content, 'select ${limit}'), set(`${at.workflow}/script/parameters`, [{ ...variable, name: 'limit' }])),
  ],
  [
    'parameter/undeclared',
    'parameters that stand in the pool',
    both(
      set(content, 'select ${limit}'),
      set('/spec/variables', [{ ...variable, id: 'v', name: 'limit' }]),
      set(`${at.ods}/script/parameters`, ['{{v}}']),
    ),
  ],
  [
    'parameter/undeclared',
    'variables of a shell',
    both(
      set(content, 'echo ${HOME} ${x:-y}'),
      set(`${at.ods}/script/runtime`, { command: 'DIDE_SHELL' }),
      set(`${at.ods}/script/language`, 'shell-script'),
    ),
  ],
]
