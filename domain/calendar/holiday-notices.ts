/**
 * The holiday notices of the General Office of the State Council (国务院办公厅关于节假日安排的通知), one entry a year.
 * A line is a holiday: its name, the days off as days or ranges, then after `work` the weekend days worked instead.
 * A day without a year is of the notice's own year. Data: NateScarlet/holiday-cn, MIT, see docs/third-party/holidays-cn.md.
 */
export const holidayNotices: Readonly<Record<number, { source: string; lines: readonly string[] }>> = {
  2015: {
    source:
      'http://www.gov.cn/zhengce/zhengceku/2014-12/16/content_9302.htm http://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm',
    lines: [
      '元旦 01-01..01-03 work 01-04',
      '春节 02-18..02-24 work 02-15 02-28',
      '清明节 04-05..04-06',
      '劳动节 05-01',
      '端午节 06-20 06-22',
      '抗日战争暨世界反法西斯战争胜利70周年纪念日 09-03..09-05 work 09-06',
      '中秋节 09-27',
      '国庆节 10-01..10-07 work 10-10',
    ],
  },
  2016: {
    source: 'http://www.gov.cn/zhengce/zhengceku/2015-12/10/content_10394.htm',
    lines: [
      '元旦 01-01',
      '春节 02-07..02-13 work 02-06 02-14',
      '清明节 04-04',
      '劳动节 05-01..05-02',
      '端午节 06-09..06-11 work 06-12',
      '中秋节 09-15..09-17 work 09-18',
      '国庆节 10-01..10-07 work 10-08 10-09',
    ],
  },
  2017: {
    source: 'http://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm',
    lines: [
      '元旦 01-01..01-02',
      '春节 01-27..02-02 work 01-22 02-04',
      '清明节 04-02..04-04 work 04-01',
      '劳动节 05-01',
      '端午节 05-28..05-30 work 05-27',
      '中秋节、国庆节 10-01..10-08 work 09-30',
    ],
  },
  2018: {
    source: 'http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm',
    lines: [
      '元旦 01-01',
      '春节 02-15..02-21 work 02-11 02-24',
      '清明节 04-05..04-07 work 04-08',
      '劳动节 04-29..05-01 work 04-28',
      '端午节 06-18',
      '中秋节 09-24',
      '国庆节 10-01..10-07 work 09-29 09-30',
    ],
  },
  2019: {
    source:
      'http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm',
    lines: [
      '元旦 2018-12-30..01-01 work 2018-12-29',
      '春节 02-04..02-10 work 02-02 02-03',
      '清明节 04-05',
      '劳动节 05-01..05-04 work 04-28 05-05',
      '端午节 06-07',
      '中秋节 09-13',
      '国庆节 10-01..10-07 work 09-29 10-12',
    ],
  },
  2020: {
    source:
      'http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
    lines: [
      '元旦 01-01',
      '春节 01-24..02-02 work 01-19 02-03',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05 work 04-26 05-09',
      '端午节 06-25..06-27 work 06-28',
      '国庆节、中秋节 10-01..10-08 work 09-27 10-10',
    ],
  },
  2021: {
    source: 'http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm',
    lines: [
      '元旦 01-01..01-03',
      '春节 02-11..02-17 work 02-07 02-20',
      '清明节 04-03..04-05',
      '劳动节 05-01..05-05 work 04-25 05-08',
      '端午节 06-12..06-14',
      '中秋节 09-19..09-21 work 09-18',
      '国庆节 10-01..10-07 work 09-26 10-09',
    ],
  },
  2022: {
    source: 'http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm',
    lines: [
      '元旦 01-01..01-03',
      '春节 01-31..02-06 work 01-29 01-30',
      '清明节 04-03..04-05 work 04-02',
      '劳动节 04-30..05-04 work 04-24 05-07',
      '端午节 06-03..06-05',
      '中秋节 09-10..09-12',
      '国庆节 10-01..10-07 work 10-08 10-09',
    ],
  },
  2023: {
    source: 'http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
    lines: [
      '元旦 2022-12-31..01-02',
      '春节 01-21..01-27 work 01-28 01-29',
      '清明节 04-05',
      '劳动节 04-29..05-03 work 04-23 05-06',
      '端午节 06-22..06-24 work 06-25',
      '中秋节、国庆节 09-29..10-06 work 10-07 10-08',
    ],
  },
  2024: {
    source: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    lines: [
      '元旦 01-01',
      '春节 02-10..02-17 work 02-04 02-18',
      '清明节 04-04..04-06 work 04-07',
      '劳动节 05-01..05-05 work 04-28 05-11',
      '端午节 06-10',
      '中秋节 09-15..09-17 work 09-14',
      '国庆节 10-01..10-07 work 09-29 10-12',
    ],
  },
  2025: {
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    lines: [
      '元旦 01-01',
      '春节 01-28..02-04 work 01-26 02-08',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05 work 04-27',
      '端午节 05-31..06-02',
      '国庆节、中秋节 10-01..10-08 work 09-28 10-11',
    ],
  },
  2026: {
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    lines: [
      '元旦 01-01..01-03 work 01-04',
      '春节 02-15..02-23 work 02-14 02-28',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05 work 05-09',
      '端午节 06-19..06-21',
      '国庆节 10-01..10-07 work 09-20 10-10',
      '中秋节 09-25..09-27',
    ],
  },
}
