import { at } from '../support/base-document.ts'
import { append, both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { useTable } from '../support/use-table.ts'

const dependencies = `${at.workflow}/dependencies`
const orders = 'odps.retail.orders'

/** What the rules about tables let pass. */
export const tablePasses: readonly Pass[] = [
  [
    'table/order',
    'nodes of a chain that write one table, and the last reads it',
    both(
      useTable(at.start, 'outputs', orders),
      useTable(at.ods, 'outputs', orders),
      useTable(at.dwd, 'outputs', orders),
      useTable(at.report, 'inputs', orders),
    ),
  ],
  [
    'table/order',
    'a node that reads the table it writes',
    both(useTable(at.dwd, 'inputs', orders), useTable(at.dwd, 'outputs', orders)),
  ],
  [
    'table/order',
    'a table that nobody in the document writes',
    both(useTable(at.start, 'inputs', orders), useTable(at.dwd, 'inputs', orders)),
  ],
  [
    'table/order',
    'two tables, each written once',
    both(
      useTable(at.dwd, 'outputs', orders),
      useTable(at.report, 'outputs', 'odps.retail.rates'),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'start' }]),
    ),
  ],
  [
    'table/order',
    'nodes of two workflows, between which a path may lead that is in no document',
    both(
      useTable(at.dwd, 'outputs', orders),
      append('/spec/workflows', {
        name: 'rates',
        script: { path: 'retail/rates', runtime: { command: 'WORKFLOW' } },
        trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
        nodes: [
          {
            name: 'load',
            script: { path: 'retail/rates/load', runtime: { command: 'VIRTUAL' } },
            outputs: { tables: [{ guid: orders, artifactType: 'Table' }] },
          },
        ],
      }),
    ),
  ],
  [
    'table/order',
    'a table that a node lists twice',
    set(
      `${at.dwd}/outputs/tables`,
      [1, 2].map(() => ({ guid: 'odps.retail.orders', artifactType: 'Table' })),
    ),
  ],
]
