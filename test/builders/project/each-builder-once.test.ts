import { odpsSql, project, workflow } from 'flowspec'
import { deriveDependencies } from 'flowspec/sql'
import { expect, test } from 'vitest'
import { eachBuilderOnce } from '../../../src/builders/project/each-builder-once.ts'

const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from raw.orders')
const dwd = odpsSql('dwd').code('insert overwrite table dwd_orders select * from ods_orders')
const make = () => workflow('orders').cron('00 30 02 * * ?').nodes(ods, dwd)
const orders = make()
const returns = workflow('returns').cron('00 30 02 * * ?').nodes(odpsSql('ods_returns').code('select 1'))
const shop = project('shop').add(orders)
const derived = deriveDependencies(shop).builder
const derivedOrders = deriveDependencies(orders).builder
const other = orders.nodes(odpsSql('more').code('select 1'))

test.each<[string, readonly unknown[], readonly unknown[]]>([
  ['a builder given again', [orders, orders], [orders]],
  ['a part of a project', [orders, shop], [shop]],
  ['a part of a project that came first', [shop, orders], [shop]],
  ['a builder that says the same', [orders, make()], [orders]],
  ['a builder that says what a part does', [make(), shop], [shop]],
  ['what a project was derived from', [orders, derived], [derived]],
  ['what parts of a project were derived from', [orders, derived.add(returns), returns], [derived.add(returns)]],
  ['what a workflow was derived from', [orders, derivedOrders], [derivedOrders]],
])('%s counts once', (_, given, left) => {
  const found = eachBuilderOnce(given, (one) => one)
  expect(found.length).toBe(left.length)
  expect(found).toEqual(left)
})

test('what says something else stays, and so do documents', () => {
  const given = [orders, other, returns, orders.build(), orders.build()]
  expect(eachBuilderOnce(given, (one) => one)).toHaveLength(given.length)
})
