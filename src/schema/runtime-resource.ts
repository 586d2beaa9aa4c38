import { type ObjectSchema, S } from 'fluent-json-schema'

export const runtimeResourceSchema: ObjectSchema = S.object()
  .description('The resource group a node runs on.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service.'))
  .prop(
    'resourceGroup',
    S.string().description('Identifier of the resource group, such as S_res_group_1_2; not its display name.'),
  )
  .required()
  .prop('resourceGroupId', S.string().description('Numeric identifier of the resource group.'))
  .prop('cu', S.string().description('Deprecated place of the compute units.'))
