import type * as CronParser from 'cron-parser'
import type * as Luxon from 'luxon'

declare const libraries: {
  readonly cronParser: typeof CronParser
  readonly luxon: typeof Luxon
}
export = libraries
