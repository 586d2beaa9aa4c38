import 'cron-parser'
