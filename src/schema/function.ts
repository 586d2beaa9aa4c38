import { type ObjectSchema, S } from 'fluent-json-schema'
import { freeMap } from './free-map.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

export const functionSchema: ObjectSchema = S.object()
  .description('A user-defined function. Inside a node, its name alone refers to it.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('name', S.string().description('Name, unique in the workspace.'))
  .required()
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop(
    'type',
    S.string().enum(['math', 'aggregate', 'string', 'date', 'analytic', 'other']).description('Kind of function.'),
  )
  .prop('script', reference('Script', 'Path and command, such as ODPS_FUNCTION.'))
  .prop('className', S.string().description('Class that implements the function.'))
  .prop('datasource', reference('Datasource', 'The data source the function belongs to.'))
  .prop('runtimeResource', reference('RuntimeResource', 'The resource group.'))
  .prop('fileResources', listOf('FileResource', 'The resources that hold the class.'))
  .prop('armResource', S.string().description('Resource for ARM machines.'))
  .prop('usageDescription', S.string().description('What the function is for.'))
  .prop('argumentsDescription', S.string().description('Its arguments.'))
  .prop('returnValueDescription', S.string().description('What it returns.'))
  .prop('usageExample', S.string().description('An example.'))
  .prop(
    'resourceType',
    S.string().enum(['file', 'embedded']).description('Whether the code is in a resource or embedded.'),
  )
  .prop(
    'embeddedCodeType',
    S.string().enum(['python2', 'python3', 'java8', 'java11', 'java17']).description('Language of embedded code.'),
  )
  .prop('embeddedCode', S.string().description('The embedded code.'))
  .prop('metadata', freeMap('Free map; written by the service.'))
