import type { CronExpressionParser as Parser } from 'cron-parser'

declare const cronParser: { readonly CronExpressionParser: typeof Parser }
export = cronParser
