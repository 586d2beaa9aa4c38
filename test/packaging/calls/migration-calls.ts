/** Good arguments of what brings in pipelines of other schedulers. */
export const ofMigration: Readonly<Record<string, readonly unknown[]>> = {
  'flowspec/migration fromAirflow': [
    { __version: 1, dag: { _dag_id: 'orders', tasks: [{ task_id: 'a', _task_type: 'EmptyOperator' }] } },
    { project: 'retail' },
  ],
  'flowspec/migration fromCronTable': ['name,cron,code\na,0 0 2 * * ?,ls\n', { project: 'retail' }],
  'flowspec/migration fromDolphinScheduler': [
    [
      {
        processDefinition: { code: 1, name: 'orders' },
        processTaskRelationList: [],
        taskDefinitionList: [{ code: 11, name: 'load', taskType: 'SHELL', taskParams: { rawScript: 'ls' } }],
      },
    ],
    { project: 'retail', commands: { PYTHON: 'PYODPS3' }, datasources: { '1': 'orders' } },
  ],
}
