import { numberIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation } from '../operation.ts'
import { list, type Page, type PageParams, pageOf, pageParameters, record, type WithMore } from '../result.ts'
import { type Tag, tagType } from './projects.ts'

/** The parameters of ListResourceGroups; every condition left out holds for all groups. */
export interface ListResourceGroupsParams extends PageParams {
  /** The workspace that the groups are bound to. */
  readonly projectId?: Id | undefined
  /** Part of the name. */
  readonly name?: string | undefined
  readonly paymentType?: 'PostPaid' | 'PrePaid' | (string & {}) | undefined
  readonly resourceGroupTypes?: readonly string[] | undefined
  readonly statuses?: readonly string[] | undefined
  /** A field and `Asc` or `Desc`, such as `CreateTime Desc`. */
  readonly sortBy?: string | undefined
  readonly aliyunResourceGroupId?: string | undefined
  readonly aliyunResourceTags?: readonly Tag[] | undefined
}

/** A resource group. */
export interface ResourceGroup extends WithMore {
  /** The identifier that documents name, such as `Serverless_res_group_…`. */
  readonly id: string
  readonly name: string | undefined
  readonly resourceGroupType: string | undefined
  readonly status: string | undefined
  readonly paymentType: string | undefined
  readonly spec: { readonly amount: number | undefined; readonly standard: string | undefined }
  readonly remark: string | undefined
  readonly createUser: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  readonly orderInstanceId: string | undefined
  readonly defaultVpcId: string | undefined
  /** Spelt as the service spells it. */
  readonly defaultVswicthId: string | undefined
  readonly aliyunResourceGroupId: string | undefined
  readonly aliyunResourceTags: readonly { readonly key: string | undefined; readonly value: string | undefined }[]
}

/** ListResourceGroups (2024-05-18). */
export const listResourceGroups: Operation<ListResourceGroupsParams, Page<ResourceGroup>> = {
  action: 'ListResourceGroups',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    projectId: 'workspace',
    name: 'text',
    paymentType: 'text',
    resourceGroupTypes: { list: 'text' },
    statuses: { list: 'text' },
    sortBy: 'text',
    aliyunResourceGroupId: 'text',
    aliyunResourceTags: { list: tagType },
    ...pageParameters,
  },
  read: pageOf('ResourceGroupList', {
    id: requiredText,
    name: textIn,
    resourceGroupType: textIn,
    status: textIn,
    paymentType: textIn,
    spec: record({ amount: numberIn, standard: textIn }),
    remark: textIn,
    createUser: textIn,
    createTime: numberIn,
    orderInstanceId: textIn,
    defaultVpcId: textIn,
    defaultVswicthId: textIn,
    aliyunResourceGroupId: textIn,
    aliyunResourceTags: list({ key: textIn, value: textIn }),
  }),
}
