import { type ObjectSchema, S } from 'fluent-json-schema'
import { dependTypes, parameterValues, sourceTypes, variableScopes, variableTypes } from './enumerations.ts'
import { listOf, reference } from './field-schemas.ts'

export const artifactsSchema: ObjectSchema = S.object()
  .description('What a node or workflow reads or offers.')
  .additionalProperties(false)
  .prop('nodeOutputs', listOf('NodeOutput', 'Outputs of nodes, the strings dependencies are made of.'))
  .prop('tables', listOf('Table', 'Tables.'))
  .prop('variables', listOf('Variable', 'Variables handed from node to node.'))

export const nodeOutputSchema: ObjectSchema = S.object()
  .description('An output of a node: a string, unique in the workspace, that other nodes depend on.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('nodeId', S.string().description('Node that has the output, where the string itself is not given.'))
  .prop('data', S.string().examples(['project.node']).description('The output string, such as project.node.'))
  .prop('artifactType', S.string().enum(['NodeOutput']).description('Always NodeOutput.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
  .prop('refTableName', S.string().description('Readable name: the node or the table it stands for.'))
  .prop('isDefault', S.boolean().description('Whether the service made the output itself.'))

export const tableSchema: ObjectSchema = S.object()
  .description('A table a node reads or writes.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('artifactType', S.string().enum(['Table']).description('Always Table.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
  .prop('guid', S.string().examples(['odps.project.table']).description('Full name, such as odps.project.table.'))
  .required()
  .prop('name', S.string().description('Short name.'))
  .prop('ddl', S.string().description('Statement that makes the table.'))
  .prop('hasPartition', S.boolean().description('Whether the table has partitions.'))
  .prop('isVisible', S.boolean().description('Whether the console shows the table.'))
  .prop('calcEngine', reference('CalcEngine', 'Engine that holds the table.'))
  .prop('engineType', S.string().description('Engine type in the data catalogue.'))
  .prop('entityType', S.string().description('Entity type in the data catalogue.'))
  .prop('logicTableUuid', S.string().description('Identifier of the logical table in the data catalogue.'))

export const variableSchema: ObjectSchema = S.object()
  .description('A scheduling parameter of a script, or a variable handed from node to node.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('artifactType', S.string().enum(['Variable']).description('Always Variable.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
  .prop('name', S.string().description('Name the code uses; shell scripts use 1, 2, ….'))
  .required()
  .prop('inputName', S.string().description('Name inside the node that reads it.'))
  .prop(
    'scope',
    S.string()
      .enum(variableScopes)
      .description(
        'Where the variable is known: NodeParameter in the code of its node, NodeContext in nodes that take it over, Workflow, Workspace and Tenant in all that these hold.',
      ),
  )
  .required()
  .prop(
    'type',
    S.string()
      .enum(variableTypes)
      .description(
        'How the value comes about: System is a time expression, Constant is fixed, NodeOutput is what a node hands on, PassThrough goes on as it came.',
      ),
  )
  .required()
  .prop('value', S.string().examples(parameterValues).description('The value or expression, always text.'))
  .prop('description', S.string().description('Free text.'))
  .prop('node', reference('Depend', 'The node that offers the variable.'))
  .prop('referenceVariable', reference('Variable', 'The upstream variable this one takes its value from.'))

export const dependencySchema: ObjectSchema = S.object()
  .description('What one node depends on.')
  .additionalProperties(false)
  .prop('nodeId', S.string().description('The node that depends, not the one it depends on.'))
  .required()
  .prop('depends', listOf('Depend', 'What it depends on.'))
  .prop('variableDepends', listOf('VariableDependency', 'What its variables depend on, inside a PAI flow.'))

export const dependSchema: ObjectSchema = S.object()
  .description('One dependency: the same cycle of an upstream node, or the previous cycle of some node.')
  .additionalProperties(false)
  .prop(
    'type',
    S.string()
      .enum(dependTypes)
      .description(
        'Normal waits for the same cycle of another node; CrossCycleDependsOnSelf, CrossCycleDependsOnChildren and CrossCycleDependsOnOtherNode wait for the previous cycle: of the node itself, of the nodes after it, of another node.',
      ),
  )
  .prop('nodeId', S.string().description('Identifier of the upstream node.'))
  .prop('output', S.string().description('Output string of the upstream node, equal character by character.'))
  .prop('refTableName', S.string().description('Readable name of the upstream node.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))

export const variableDependencySchema: ObjectSchema = S.object()
  .description('What one variable depends on, inside a PAI flow.')
  .additionalProperties(false)
  .prop('variableName', S.string().description('The variable that depends.'))
  .required()
  .prop('depends', listOf('VariableDepend', 'What it depends on.'))

export const variableDependSchema: ObjectSchema = S.object()
  .description('One dependency of a variable, inside a PAI flow.')
  .additionalProperties(false)
  .prop('variableName', S.string().description('The upstream variable.'))
  .prop('type', S.string().enum(dependTypes).description('Normal is the same cycle.'))
  .prop('nodeId', S.string().description('Identifier of the upstream node.'))
  .prop('output', S.string().description('Output of the upstream node.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
