import type { Story } from './story.ts'

/** What is not for this counter: another route is named, with the reason (Beijing regulation art. 11). */
export const elsewhereStories: readonly Story[] = [
  {
    code: '1403',
    title: '对法院判决不服',
    says: ['买卖官司一审判了，我不服，请你们再判一次。'],
    by: 'D11',
    refuse: [
      'court',
      '该事项已由法院作出判决，可在收到判决书之日起十五日内向上一级法院上诉；区公共法律服务中心可免费帮您看上诉状。',
    ],
    result: '',
  },
  {
    code: '0704',
    title: '劳动仲裁正在审理',
    says: ['加班费的事仲裁委已经开过庭了，想让你们催一催、判快点。'],
    by: 'D05',
    refuse: [
      'labourArbitration',
      '该争议正由劳动人事争议仲裁委员会审理，我们不能重复受理；已告诉您承办庭的电话和预计裁决时间。',
    ],
    result: '',
  },
  {
    code: '1502',
    title: '反映工作人员收礼',
    says: ['举报有人办事收了两条烟，我有照片。'],
    by: 'D20',
    kind: 'report',
    refuse: [
      'discipline',
      '反映公职人员廉洁问题由纪检监察机关依规受理，已告诉您举报电话和网址，照片请交给他们，我们不留存。',
    ],
    result: '',
  },
  {
    code: '1401',
    title: '正在发生的盗窃',
    says: ['有人正在楼下撬我的电动车！！'],
    by: 'D03',
    refuse: ['emergency', '正在发生的警情请立即拨打 110。接到后我们已同步代为报警，民警九分钟到场。'],
    result: '',
  },
  {
    code: 'S1501',
    title: '邻市工厂的气味',
    says: ['北风一起就有股糖浆味，查地图是江对面另一个市的糖厂。'],
    by: 'D07',
    refuse: [
      'otherPlace',
      '气味来源在邻市，属于当地生态环境部门管辖；已把您的描述和风向记录转去，并告诉您当地电话。',
    ],
    result: '',
  },
  {
    code: 'S0707',
    title: '再次要求增设地铁站',
    says: ['第三次建议在我家楼下建地铁站，上次说要等规划，规划好了吗？'],
    by: 'D13',
    kind: 'suggestion',
    refuse: [
      'answeredBefore',
      '同一建议上月已书面答复：新一轮线网规划明年征求意见，目前没有新的情况；征求意见时我们会通知您。',
    ],
    result: '',
  },
  {
    code: '0601',
    title: '想让社区帮忙找猫砂代购',
    says: ['我家猫只用一种猫砂，最近缺货，你们能不能帮忙买到？'],
    by: 'community',
    kind: 'request',
    refuse: ['market', '这件事市场上的商家能帮上忙，已把附近三家宠物店的电话发给您，其中一家说有货。'],
    result: '',
  },
  {
    code: '0803',
    title: '保险条款的解释',
    says: ['买的保险到底保不保蛀牙，三个业务员三个答案。'],
    by: 'D11',
    kind: 'consultation',
    refuse: [
      'arbitration',
      '保险合同争议可先向保险公司投诉，再由保险行业调解组织调解或按合同约定仲裁，电话已告诉您。',
    ],
    result: '',
  },
  {
    code: '1001',
    title: '公证遗嘱怎么做',
    says: ['想做个公证遗嘱，把棋谱留给棋友，行不行？'],
    by: 'D11',
    kind: 'consultation',
    refuse: [
      'notary',
      '公证由公证处办理，需本人带身份证和财产凭证前往；棋谱可以写进去。区公证处上门服务电话已告诉您。',
    ],
    result: '',
  },
]
