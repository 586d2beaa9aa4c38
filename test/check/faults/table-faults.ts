import { at } from '../support/base-document.ts'
import { both, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { useTable } from '../support/use-table.ts'

const dependencies = `${at.workflow}/dependencies`

/** Faults in the order of nodes that use one table. */
export const tableFaults: readonly Fault[] = [
  [
    'two nodes that write one table with no path between them',
    both(
      useTable(at.ods, 'outputs', 'odps.retail.orders'),
      useTable(at.report, 'outputs', 'odps.retail.orders'),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'start' }]),
    ),
    'table/order',
    `${at.report}/outputs/tables/0/guid`,
  ],
  [
    'three nodes that write one table, the third beside the others',
    both(
      useTable(at.start, 'outputs', 'odps.retail.orders'),
      useTable(at.ods, 'outputs', 'odps.retail.orders'),
      useTable(at.report, 'outputs', 'odps.retail.orders'),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'start' }]),
    ),
    'table/order',
    `${at.report}/outputs/tables/0/guid`,
  ],
  [
    'two nodes of which one waits for the cycle before of the other',
    both(
      useTable(at.ods, 'outputs', 'odps.retail.orders'),
      useTable(at.report, 'outputs', 'odps.retail.orders'),
      set(`${dependencies}/2/depends`, [{ type: 'CrossCycleDependsOnOtherNode', nodeId: 'dwd' }]),
    ),
    'table/order',
    `${at.report}/outputs/tables/0/guid`,
  ],
  [
    'a node that reads what the node behind it writes',
    both(useTable(at.dwd, 'inputs', 'odps.retail.rates'), useTable(at.report, 'outputs', 'odps.retail.rates')),
    'table/order',
    `${at.dwd}/inputs/tables/0/guid`,
  ],
  [
    'a node that reads what a node beside it writes',
    both(
      useTable(at.report, 'inputs', 'odps.retail.orders'),
      useTable(at.dwd, 'outputs', 'odps.retail.orders'),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'start' }]),
    ),
    'table/order',
    `${at.report}/inputs/tables/0/guid`,
  ],
  [
    'a dependency on nothing, through which the path between two nodes that write one table may have led',
    both(
      useTable(at.ods, 'outputs', 'odps.retail.orders'),
      useTable(at.report, 'outputs', 'odps.retail.orders'),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'dwt' }]),
    ),
    'reference/unknown-output',
    `${dependencies}/2/depends/0/output`,
  ],
]
