/** Regions with a host of their own, as the official clients and the documentation list them. */
export const regionalHosts = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-5',
  'ap-southeast-7',
  'cn-beijing',
  'cn-beijing-finance-1',
  'cn-chengdu',
  'cn-hangzhou',
  'cn-hongkong',
  'cn-north-2-gov-1',
  'cn-shanghai',
  'cn-shanghai-finance-1',
  'cn-shenzhen',
  'cn-shenzhen-finance-1',
  'cn-wulanchabu',
  'cn-zhangjiakou',
  'eu-central-1',
  'eu-west-1',
  'me-central-1',
  'me-east-1',
  'us-east-1',
  'us-west-1',
] as const

/** Regions that the central host serves, by the official clients. */
export const centralRegions = [
  'ap-south-1',
  'ap-southeast-2',
  'cn-hangzhou-finance',
  'cn-huhehaote',
  'cn-qingdao',
] as const

/** A region known to this library; other names are taken too. */
export type KnownRegion = (typeof regionalHosts)[number] | (typeof centralRegions)[number]
