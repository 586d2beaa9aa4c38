export { fromCronTable } from './cron-table/from-cron-table.ts'
export { fromDolphinScheduler } from './dolphinscheduler/from-dolphin-scheduler.ts'
export type { Migration, MigrationOptions } from './migration.ts'
export type { MigrationNote } from './note.ts'
