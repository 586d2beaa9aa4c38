import { type ObjectSchema, S } from 'fluent-json-schema'
import { workflowTypes } from './enumerations.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

export const specSchema: ObjectSchema = S.object()
  .description('The body of a document.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service; not needed to create.'))
  .prop('name', S.string().description('Name of the workflow the document describes.'))
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('strategy', reference('Strategy', 'How instances of a manual workflow run (version 1.x).'))
  .prop('variables', listOf('Variable', 'Variables other entities refer to by id.'))
  .prop('workflows', listOf('Workflow', 'Workflows; the create and import operations read the first one only.'))
  .prop('nodes', listOf('Node', 'Nodes that stand outside a workflow.'))
  .prop('flow', listOf('Dependency', 'Dependencies between `nodes`, as version 1.x spells them.'))
  .prop('dependencies', listOf('Dependency', 'Dependencies between `nodes`, as version 2.0.0 spells them.'))
