import { builderKinds } from './builder-kinds.ts'
import { codeKinds } from './code-kinds.ts'
import type { Kind } from './kind.ts'

const faults = 'test/check/single-faults.test.ts'
const one = (of: string): string => `one fault gives one diagnostic: ${of}`
const accepted = 'what the reference implementation reads is no error: '

/** The kinds of faults that were reported once: by the reference implementation, hostile input, newcomers and public reports. */
export const kinds: readonly Kind[] = [
  {
    name: 'the operators of a join',
    tests: [['test/builders/structures/join-rows.test.ts'], ['test/builders/structures/join-content.test.ts']],
    reported: ['operator of a or b before', 'operator of a and b or c before', 'operator of b and c or d or a before'],
  },
  {
    name: 'variables that are passed through',
    tests: [['test/builders/node/variables.test.ts']],
    reported: ['is named by the name of a project when it is passed on'],
  },
  {
    name: 'nodes in documents of their own',
    tests: [['test/builders/workflow/standalone.test.ts']],
    reported: ['PaiFlow'],
  },
  {
    name: 'wrong arguments of every public function',
    tests: [['test/packaging/calls/wrong-arguments.test.ts']],
    reported: [
      'NodeBuilder.strategy',
      'NodeBuilder.code',
      'Workflow.build',
      'Project.environments',
      'ForEachBuilder.over',
    ],
  },
  {
    name: 'wrong arguments in the words a user sees',
    tests: [['test/builders/arguments.test.ts', 'what a user sees']],
    reported: ['a bare number as timeout', 'no value', 'no file', 'a misspelt default', 'another version', 'a promise'],
  },
  {
    name: 'wrong options of a check',
    tests: [['test/check/wrong-options.test.ts']],
    reported: ['a suppression with a misspelt place'],
  },
  {
    name: 'mistakes that compile errors explain',
    tests: [['test/types/mistakes.test.ts']],
    reported: ['a list with one bad node, spread', 'after a list', 'after a workflow', 'by a step'],
  },
  {
    name: 'what a workflow itself depends on: check',
    tests: [['test/check/workflow-dependencies.test.ts']],
    reported: ['is known: an output of another project', 'is known: the same in 2.0.0'],
  },
  {
    name: 'what a workflow itself depends on: builders',
    tests: [['test/builders/workflow/dependencies.test.ts']],
    reported: ['comes after another workflow', 'comes after an output from outside', 'is built again as it was'],
  },
  {
    name: 'what a workflow itself depends on: graph, simulation, conversion, submission',
    tests: [
      ['test/graph/workflow-dependencies.test.ts'],
      ['test/simulate/workflow-dependencies.test.ts'],
      ['test/document/convert/workflow-dependencies.test.ts', 'what a workflow itself depends on'],
      ['test/dataworks/workflow-dependencies.test.ts'],
    ],
    reported: [
      'leads from an output from outside',
      'wait for another workflow',
      'goes to 2.0.0 with the workflow: an output',
      'is submitted, kept under the id of the workflow',
    ],
  },
  {
    name: 'files of a document, which texts refer to',
    tests: [['test/document/stored-files.test.ts']],
    reported: ['in oss is found by its id'],
  },
  {
    name: 'types and kinds in a conversion',
    tests: [['test/document/convert/workflow-dependencies.test.ts', 'of which type and kind something is']],
    reported: ['workflows of another type than the kind', '"kind":"CycleWorkflow"', '"kind":"PaiFlow"'],
  },
  {
    name: 'forms that are read without an error',
    tests: [['test/check/accepted-forms.test.ts', accepted]],
    reported: [
      'the folder alone',
      'half a cron inside of a loop',
      'every year',
      'a word in another case: > a kind',
      'a number as id',
      'text as priority',
      'a T in the start',
      'months in capitals',
    ],
  },
  {
    name: 'missing parts of documents',
    tests: [
      [faults, one('missing parts')],
      [faults, one('kinds of nodes > a script')],
    ],
    reported: [
      'nodes in a document of a resource',
      'an empty body',
      'flow in version 2.0.0',
      'two entries for one node',
      'a container that is not there',
      'a script without path',
      'a parameter without value',
      'a variable without artifactType',
    ],
  },
  {
    name: 'builders that say different things differ',
    tests: [['test/builders/comparison.test.ts']],
    reported: ['a node and another with a code that destroys'],
  },
  {
    name: 'contents that are missing',
    tests: [[faults, one('missing contents')]],
    reported: [
      'no code of ODPS_SQL',
      '"" as code of DIDE_SHELL',
      'a branch of no arms',
      'a join of no arms',
      'a sub-process of nothing',
      'a for-each loop of no nodes',
      'a workflow whose nodes are []',
      'a function without class',
      'a resource with {}',
      'a task without a reader',
      'a task without a writer',
      '-- later alone in ODPS_SQL',
      '# later alone in DIDE_SHELL',
      'a component of {}',
      'a job of {}',
      'a PAI flow without structure',
    ],
  },
  {
    name: 'data sources of engines',
    tests: [
      ['test/builders/node/defaults.test.ts'],
      [faults, one('kinds of nodes > one data source of the types')],
      [faults, one('kinds of nodes > a data source')],
      ['test/check/check-project.test.ts', 'a check of all documents of a project finds > one data source'],
    ],
    reported: [
      'of two types, told of the later',
      'one data source of the types odps and hologres',
      'fill one for each',
    ],
  },
  {
    name: 'where a diagnostic stands, in names',
    tests: [['test/diagnostics/place.test.ts']],
    reported: ['a node of a workflow', 'an environment', 'in text', 'in the error of a build', 'in reports'],
  },
  {
    name: 'where in a program a diagnostic comes from',
    tests: [['test/builders/trace.test.ts']],
    reported: ['with its column', 'the environment asks'],
  },
  {
    name: 'parameters that branches of a schema name',
    tests: [['test/templates/conditional-parameters.test.ts']],
    reported: [
      'ifThen >',
      'anyOf >',
      'oneOf >',
      'allOf >',
      'allOf with $ref >',
      'schema dependencies >',
      'a name that breaks a pattern is named',
    ],
  },
  {
    name: 'multiples, and parameters called like methods',
    tests: [['test/templates/template.test.ts', 'the schema']],
    reported: ['takes 0.3', 'takes 0.7', 'toString', 'valueOf'],
  },
  {
    name: 'nodes after arms that exclude each other',
    tests: [['test/check/exclusive-arms.test.ts'], [faults, one('conditions, arms and loops')]],
    reported: [
      'a node behind both arms of a branch',
      'a join that wants success behind both arms',
      'a branch in a loop without a join',
      'more arms than the service takes',
    ],
  },
  {
    name: 'conditions of branches',
    tests: [['test/check/conditions.test.ts']],
    reported: ['${s} = 1', '&&', '<> 1', 'between', 'else'],
  },
  {
    name: 'conditions that stand in code alone',
    tests: [['test/check/branch-content.test.ts']],
    reported: ['one equals sign'],
  },
  {
    name: 'loops as the service takes them',
    tests: [['test/check/loop-bodies.test.ts']],
    reported: [
      '21 in a for-each loop',
      'for-each in for-each is told',
      'python2 "print(True)  # again"',
      'whose arms reach the end is told',
    ],
  },
  {
    name: 'types of nodes, and commands that are not known',
    tests: [['test/check/suggestions.test.ts']],
    reported: [
      'SERVERLESS_STARROCKS',
      'LLM_NODE',
      'LINDORM_SPARK is',
      'LINDORM_SPARK_SQL',
      'ODPS_SQL_SCRIPT',
      'PY_ODPS',
    ],
  },
  {
    name: 'strategies',
    tests: [[faults, one('units, triggers and values of parameters')]],
    reported: [
      'half a minute between reruns',
      'ten seconds between reruns',
      'more instances of a node than there may be',
    ],
  },
  {
    name: 'edges that the service drops in silence',
    tests: [[faults, one('references')]],
    reported: [
      'a dependency by nodeId on a node with no outputs',
      'an output in another case',
      'the output retail.root, which is another one misspelt',
      'dependencies of nobody',
    ],
  },
  {
    name: 'names of nodes and workflows',
    tests: [[faults, one('names')]],
    reported: ['a workflow with a hyphen', 'a workflow with a space', 'a workflow of 129 characters'],
  },
  ...builderKinds,
  ...codeKinds,
  {
    name: 'fields in several spellings',
    tests: [['test/check/spelled-places.test.ts']],
    reported: ['{"doWhile":5}', '{"doWhile":5,"do-while":{}}'],
  },
  {
    name: 'what rules of a team do to a document',
    tests: [['test/check/custom-changes.test.ts']],
    reported: ['it changes the document', 'is not changed inside'],
  },
]
