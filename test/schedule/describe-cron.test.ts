import { isFlowSpecError } from 'flowspec'
import { describeCron } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

const sentences: readonly (readonly [cron: string, english: string, chinese: string])[] = [
  ['00 02 00 * * ?', 'At 00:02 every day', '每天 00:02'],
  ['0 2 0 ? * *', 'At 00:02 every day', '每天 00:02'],
  ['00 * * * * ?', 'Every minute', '每分钟'],
  ['00 */30 00-23 * * ?', 'Every 30 minutes', '每 30 分钟'],
  ['00 00/5 * * * ?', 'Every 5 minutes', '每 5 分钟'],
  ['00 5/10 * * * ?', 'Every 10 minutes from 00:05 to 23:55', '00:05 至 23:55 每 10 分钟'],
  ['00 00/10 8-17 * * ?', 'Every 10 minutes from 08:00 to 17:50, every day', '每天 08:00 至 17:50 每 10 分钟'],
  ['00 * 8 * * ?', 'Every minute from 08:00 to 08:59, every day', '每天 08:00 至 08:59 每分钟'],
  ['00 00 * * * ?', 'Every hour', '每小时'],
  ['00 05 00-23/1 * * ?', 'Every hour at minute 5', '每小时第 5 分钟'],
  ['00 30 8-17 * * ?', 'Every hour from 08:30 to 17:30, every day', '每天 08:30 至 17:30 每小时'],
  ['00 00 */6 * * ?', 'Every 6 hours', '每 6 小时'],
  ['00 00 0,12 * * ?', 'At 00:00 and 12:00 every day', '每天 00:00、12:00'],
  ['00 00 1,5,9 * * ?', 'At 01:00, 05:00 and 09:00 every day', '每天 01:00、05:00、09:00'],
  ['00 0,30 1,5 * * ?', 'At 01:00, 01:30, 05:00 and 05:30 every day', '每天 01:00、01:30、05:00、05:30'],
  ['00 5,17,40 * * * ?', 'At minutes 5, 17 and 40 of every hour, every day', '每天每小时第 5、17、40 分钟'],
  [
    '00 5,17,40 1-8,20 * * ?',
    'At minutes 5, 17 and 40 of hours 1 to 8 and 20, every day',
    '每天 1 点至 8 点、20 点的第 5、17、40 分钟',
  ],
  ['00 * 1,5 * * ?', 'Every minute of hours 1 and 5, every day', '每天 1 点、5 点的每分钟'],
  ['00 05 00 * * 2,5', 'At 00:05 on Tuesdays and Fridays', '每周二、周五 00:05'],
  ['00 00 03 ? * MON-FRI', 'At 03:00 from Monday to Friday', '每周一至周五 03:00'],
  ['00 00 03 ? * 0', 'At 03:00 on Sundays', '每周日 03:00'],
  ['00 00 * ? * SAT,SUN', 'Every hour, on Saturdays and Sundays', '每周六、周日每小时'],
  ['00 00 12 ? 1 3', 'At 12:00 on Wednesdays in January', '每年 1 月的每周三 12:00'],
  ['00 00 02 1 * ?', 'At 02:00 on the 1st of every month', '每月 1 日 02:00'],
  ['00 00 02 L * ?', 'At 02:00 on the last day of every month', '每月最后一天 02:00'],
  ['00 00 02 1,L * ?', 'At 02:00 on the 1st and the last day of every month', '每月 1 日和最后一天 02:00'],
  [
    '00 00 02 1-5,11,12,22,23 * ?',
    'At 02:00 on the 1st to the 5th, the 11th, the 12th, the 22nd and the 23rd of every month',
    '每月 1 日至 5 日、11 日、12 日、22 日、23 日 02:00',
  ],
  [
    '00 10 00 1 1-12/3 ?',
    'At 00:10 on the 1st of January, April, July and October',
    '每年 1 月、4 月、7 月、10 月的 1 日 00:10',
  ],
  [
    '00 00 02 L 1-3,12 ?',
    'At 02:00 on the last day of January to March and December',
    '每年 1 月至 3 月、12 月的最后一天 02:00',
  ],
  ['00 00 02 * 2 ?', 'At 02:00 every day in February', '每年 2 月的每天 02:00'],
  ['00 00 02 1-29 2 ?', 'At 02:00 every day in February', '每年 2 月的每天 02:00'],
  ['00 00 02 ? * 5L', 'At 02:00 on the last Friday of every month', '每月最后一个周五 02:00'],
  ['00 00 02 ? * 5#2', 'At 02:00 on the second Friday of every month', '每月第二个周五 02:00'],
  ['00 00 02 ? 6,12 SUN#5', 'At 02:00 on the fifth Sunday of June and December', '每年 6 月、12 月的第五个周日 02:00'],
  ['00 00 02 29 2 ?', 'At 02:00 on the 29th of February (leap years only)', '每年 2 月的 29 日 02:00（仅闰年）'],
  [
    '00 00 02 30 2 ?',
    'Never, as there is no such date: at 02:00 on the 30th of February',
    '永不运行，没有这样的日期：每年 2 月的 30 日 02:00',
  ],
  ['00 00 1,9,17 * * ?', 'At 01:00, 09:00 and 17:00 every day', '每天 01:00、09:00、17:00'],
  ['00 00 */8 * * ?', 'Every 8 hours', '每 8 小时'],
  ['00 00 3-7 * * ?', 'Every hour from 03:00 to 07:00, every day', '每天 03:00 至 07:00 每小时'],
  ['00 00 3-6 * * ?', 'At 03:00, 04:00, 05:00 and 06:00 every day', '每天 03:00、04:00、05:00、06:00'],
  [
    '00 1,2,4,5,7,8,10,11,13,14,16,17,20 8 * * ?',
    'At minutes 1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17 and 20 of hour 8, every day',
    '每天 8 点的第 1、2、4、5、7、8、10、11、13、14、16、17、20 分钟',
  ],
  [
    '00 05 0,1,3,4,6,7,9,10,12,13,15,16,18 * * ?',
    'At minute 5 of hours 0, 1, 3, 4, 6, 7, 9, 10, 12, 13, 15, 16 and 18, every day',
    '每天 0 点、1 点、3 点、4 点、6 点、7 点、9 点、10 点、12 点、13 点、15 点、16 点、18 点的第 5 分钟',
  ],
  ['00 00 03 ? * 1-3,6', 'At 03:00 on Mondays, Tuesdays, Wednesdays and Saturdays', '每周一至周三、周六 03:00'],
  [
    '00 1,2,4,5,7,8,10,11,13,14,16,17 8 * * ?',
    'At 08:01, 08:02, 08:04, 08:05, 08:07, 08:08, 08:10, 08:11, 08:13, 08:14, 08:16 and 08:17 every day',
    '每天 08:01、08:02、08:04、08:05、08:07、08:08、08:10、08:11、08:13、08:14、08:16、08:17',
  ],
  ['00 * * * 2 ?', 'Every minute, every day in February', '每年 2 月的每天每分钟'],
  ['00 00 03 ? * 4,7', 'At 03:00 on Thursdays and Sundays', '每周四、周日 03:00'],
  ['00 00 02 ? 2,5 1#1', 'At 02:00 on the first Monday of February and May', '每年 2 月、5 月的第一个周一 02:00'],
  ['00 00 02 ? 7,9 2#3', 'At 02:00 on the third Tuesday of July and September', '每年 7 月、9 月的第三个周二 02:00'],
  [
    '00 00 02 ? 8,11 4#4',
    'At 02:00 on the fourth Thursday of August and November',
    '每年 8 月、11 月的第四个周四 02:00',
  ],
  ['00 00 02 ? 4 6L', 'At 02:00 on the last Saturday of April', '每年 4 月的最后一个周六 02:00'],
  [
    '00 00 02 2,3,13,21,31 * ?',
    'At 02:00 on the 2nd, the 3rd, the 13th, the 21st and the 31st of every month',
    '每月 2 日、3 日、13 日、21 日、31 日 02:00',
  ],
  ['00 */25 * * * ?', 'At minutes 0, 25 and 50 of every hour, every day', '每天每小时第 0、25、50 分钟'],
]

describe('a cron in words', () => {
  it.each(sentences)('%s: %s', (cron, english, chinese) => {
    expect(describeCron(cron)).toBe(english)
    expect(describeCron(cron, { language: 'en' })).toBe(english)
    expect(describeCron(cron, { language: 'zh' })).toBe(chinese)
  })

  it('is refused for what is no cron, with its faults', () => {
    let caught: unknown
    try {
      describeCron('00 02 25 * * ?')
    } catch (error) {
      caught = error
    }
    expect(isFlowSpecError(caught) && caught.diagnostics).toMatchObject([{ rule: 'schedule/cron-syntax', column: 7 }])
  })

  it('is refused for a language without words', () => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(() => describeCron('00 02 00 * * ?', { language: 'fr' })).toThrow(
      /schema\/value at \/language\b[\s\S]*no words in the language "fr"[\s\S]*The languages are en and zh/,
    )
  })
})
