import { type ObjectSchema, S } from 'fluent-json-schema'
import { variableTypes, workflowTypes } from './enumerations.ts'
import { freeMap, listOf, reference } from './field-schemas.ts'

export const branchSchema: ObjectSchema = S.object()
  .description('The conditions of a branch node; the first that holds wins.')
  .additionalProperties(false)
  .prop('branches', listOf('BranchArm', 'The conditions, in the order they are tried.'))

export const branchArmSchema: ObjectSchema = S.object()
  .description('One condition of a branch node, and the output that what comes after it depends on.')
  .additionalProperties(false)
  .prop(
    'when',
    S.string()
      .examples(['${value} > 0', '"${value}" == "yes"'])
      .description('Python expression after `${name}` is filled in; quote texts.'),
  )
  .required()
  .prop('desc', S.string().description('Free text.'))
  .prop('output', reference('NodeOutput', 'The output of this condition; also listed in the outputs of the node.'))
  .required()
  .prop('valueType', S.string().enum(variableTypes).description('How the compared value comes about.'))
  .prop('fromVariable', S.string().description('The variable the condition looks at.'))

export const joinSchema: ObjectSchema = S.object()
  .description('The arms a join node waits for, and how their states are combined.')
  .additionalProperties(false)
  .prop('branches', listOf('JoinArm', 'The arms.'))
  .prop('logic', reference('JoinLogic', 'How the arms are combined.'))
  .prop('resultStatus', S.string().description('State of the join node when the expression holds.'))

export const joinArmSchema: ObjectSchema = S.object()
  .description('One arm of a join node.')
  .additionalProperties(false)
  .prop('name', S.string().description('What the expression calls the arm.'))
  .prop('nodeId', S.string().description('Identifier of the upstream node.'))
  .prop('output', reference('NodeOutput', 'Output of the upstream node.'))
  .prop('assertion', reference('Assertion', 'Which states of the upstream node count.'))
  .required()

export const joinLogicSchema: ObjectSchema = S.object()
  .description('How the arms of a join node are combined.')
  .additionalProperties(false)
  .prop('expression', S.string().examples(['a and b', 'a or b']).description('Names of arms, joined by and and or.'))
  .required()

export const assertionSchema: ObjectSchema = S.object()
  .description('Which values of a field count.')
  .additionalProperties(false)
  .prop('field', S.string().examples(['status']).description('Always status.'))
  .required()
  .prop(
    'in',
    S.array()
      .items(S.string())
      .description('State codes as text: "1" is success and "2" is not run; sources disagree on failure.'),
  )
  .required()

export const doWhileSchema: ObjectSchema = withLoopFields(
  S.object().description('The body of a do-while loop.').additionalProperties(false),
).prop('while', reference('Node', 'The end node, whose script decides whether the loop goes on.'))

export const forEachSchema: ObjectSchema = withLoopFields(
  S.object().description('The body of a for-each loop.').additionalProperties(false),
).prop('array', reference('Variable', 'The list the loop goes through, in older documents.'))

/** Adds what the two kinds of loop share: the nodes inside, and the limits. */
function withLoopFields(schema: ObjectSchema): ObjectSchema {
  return schema
    .prop('nodes', listOf('Node', 'The nodes inside the loop.'))
    .prop('flow', listOf('Dependency', 'Dependencies between the nodes inside.'))
    .prop(
      'maxIterations',
      S.integer().minimum(0).examples([128]).description('Most rounds; 128 in every export that was seen.'),
    )
    .prop('parallelism', S.integer().minimum(0).description('Rounds at a time; 0 is one after the other.'))
}

export const subFlowSchema: ObjectSchema = S.object()
  .description('A flow inside a node: the nodes themselves, or the id or output of a workflow that may be cited.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier of the cited workflow.'))
  .prop('output', S.string().description('Output of the cited workflow.'))
  .prop('name', S.string().description('Name.'))
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'Path and command.'))
  .prop('trigger', reference('Trigger', 'When it runs.'))
  .prop('strategy', reference('Strategy', 'How instances run.'))
  .prop('inputs', reference('Artifacts', 'What it reads.'))
  .prop('outputs', reference('Artifacts', 'What it offers to others.'))
  .prop('nodes', listOf('Node', 'The nodes inside.'))
  .prop('dependencies', listOf('Dependency', 'Dependencies between the nodes inside.'))
  .prop('flow', listOf('Dependency', 'Dependencies between the nodes inside, as older documents spell them.'))
  .prop('metadata', freeMap('Free map; written by the service.'))

export const paiFlowSchema: ObjectSchema = S.object()
  .description('The inner flow of a PAI flow node.')
  .additionalProperties(false)
  .prop('nodes', listOf('Node', 'The nodes inside.'))
  .prop('flow', listOf('Dependency', 'Dependencies between the nodes inside.'))

export const paramHubSchema: ObjectSchema = S.object()
  .description('The variables a parameter node offers.')
  .additionalProperties(false)
  .prop('variables', listOf('Variable', 'The variables; also listed in the outputs of the node.'))
