import sharp from 'sharp'
import { type Document, label, value } from '#domain/document/document.ts'

// People, places and numbers are invented.
const code = 'FQ-2026-000127'
const office = '枫桥街道人民调解委员会'

/** A stroke as a finger draws it on a screen. */
export const strokePng = async () =>
  new Uint8Array(
    await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="140"><path d="M20 90C60 10 90 130 130 60s60 70 100 10 60 60 110-20" fill="none" stroke="#123" stroke-width="7"/></svg>',
      ),
    )
      .png()
      .toBuffer(),
  )

const party = (role: string, name: string, sex: string, age: string, home: string) => [
  [
    label(role, { rows: 3 }),
    label('姓名'),
    value(name, { align: 'center' }),
    label('性别'),
    value(sex, { align: 'center' }),
    label('民族'),
    value('汉族', { align: 'center' }),
    label('年龄'),
    value(age, { align: 'center' }),
  ],
  [
    label('职业或职务'),
    value('退休职工', { columns: 3 }),
    label('联系方式'),
    value('000-0000-0127', { columns: 3 }),
  ],
  [label('单位或住址'), value(home, { columns: 7 })],
]

export const application = (): Document => ({
  ...{ title: '人民调解申请书', number: '枫桥人调字〔2026〕第 127 号', code, textSize: 12 },
  blocks: [
    {
      kind: 'fields',
      columns: [1.6, 1.9, 2.2, 1.1, 1.1, 1.1, 1.4, 1.1, 1.1],
      rows: [
        ...party('申请人', '林知夏', '女', '62', '枫桥街道清溪里社区 3 幢 2 单元 501 室'),
        ...party('被申请人', '欧阳修远', '男', '45', '枫桥街道清溪里社区 3 幢 2 单元 601 室'),
        [
          label('纠纷简要情况'),
          value(
            '2026 年 5 月 12 日起，申请人家卫生间顶部渗水，墙面起皮，吊顶变形。经物业查看，系楼上 601 室卫生间防水层破损所致。申请人多次上门协商，被申请人认为房屋已过保修期，应由开发单位负责，双方未能达成一致。\n申请人已自行垫付检测费用 860 元，并保留照片 12 张、检测报告 1 份。',
            { columns: 8, lines: 8 },
          ),
        ],
        [
          label('申请事项'),
          value(
            '1. 请求被申请人修复卫生间防水层；\n2. 请求赔偿墙面、吊顶修复费用 6,800 元；\n3. 请求承担检测费用 860 元。',
            {
              columns: 8,
              lines: 5,
            },
          ),
        ],
        [
          label('来源'),
          value(
            [
              { text: '当事人申请', isChosen: true },
              { text: '主动调解', isChosen: false },
              { text: '公安移交', isChosen: false },
              { text: '法院委托', isChosen: false },
            ],
            { columns: 8 },
          ),
        ],
      ],
    },
    { kind: 'paragraph', text: '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解。' },
    {
      kind: 'signatures',
      columns: 2,
      items: [
        { label: '申请人（签名、盖章或按指印）', date: '2026年6月3日' },
        { label: '登记人（签名）', name: '周若谷', date: '2026年6月3日' },
      ],
    },
  ],
})

export const agreement = (image?: Uint8Array): Document => ({
  ...{ office, title: '人民调解协议书', number: '枫桥人调协字〔2026〕第 127 号', code },
  blocks: [
    {
      kind: 'paragraph',
      text: '当事人：林知夏，女，汉族，六十二岁，退休职工，住枫桥街道清溪里社区 3 幢 2 单元 501 室，证件号码 330000196401010021，联系方式 000-0000-0127。',
    },
    {
      kind: 'paragraph',
      text: '当事人：欧阳修远，男，汉族，四十五岁，个体经营者，住枫桥街道清溪里社区 3 幢 2 单元 601 室，证件号码 330000198101010039。',
    },
    { kind: 'heading', text: '一、纠纷主要事实、争议事项' },
    {
      kind: 'paragraph',
      text: '2026 年 5 月 12 日起，林知夏家卫生间顶部渗水，致墙面起皮、吊顶变形。经现场查看并委托检测（报告编号 JC-2026-0519），渗水系 601 室卫生间防水层破损所致。双方对修复责任、赔偿数额和检测费用的承担有争议。',
    },
    { kind: 'heading', text: '二、经调解，自愿达成如下协议' },
    {
      kind: 'clauses',
      mark: 'article',
      items: [
        '欧阳修远于 2026 年 7 月 15 日前修复 601 室卫生间防水层，并经 48 小时闭水试验合格。',
        '欧阳修远赔偿林知夏墙面、吊顶修复费用人民币陆仟元整（¥6,000.00），检测费用人民币捌佰陆拾元整（¥860.00）由双方各半承担。',
        '林知夏在施工期间提供必要的便利，并不再就本次渗水主张其他费用。',
      ],
    },
    { kind: 'heading', text: '三、履行方式、时限' },
    {
      kind: 'paragraph',
      text: '银行转账，于本协议签订之日起十五日内一次付清。本协议一式三份，当事人、人民调解委员会各持一份，自各方签名、盖章或者按指印之日起生效。',
    },
    {
      kind: 'signatures',
      columns: 2,
      items: [
        { label: '当事人', name: '林知夏', ...(image && { image }), date: '2026年6月20日' },
        { label: '当事人', date: '2026年6月20日' },
        { label: '人民调解员', name: '周若谷' },
        { label: '记录人', name: '沈一诺' },
      ],
    },
    { kind: 'seal', office, date: '2026年6月20日' },
    { kind: 'qr', payload: 'https://maple.example/check#127', caption: '扫码核对本协议书', align: 'start' },
    {
      kind: 'note',
      text: '注：经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。',
    },
  ],
})

const said = [
  '问：请您说一下事情的经过。',
  '答：5 月 12 日早上我发现卫生间顶上在滴水，拿盆接了半盆。我上楼敲门，601 的人说不在家用水。后来物业的师傅来看，说是楼上防水坏了。',
  '问：您提出过哪些要求？',
  '答：我就要求他把防水做好，再把我家的墙面和吊顶修一修。我不是要多要钱，医生说我这个年纪不能住在潮湿的房间里。',
]

/** A record of some length: questions and answers over and over until it has so many letters. */
export const record = (letters = 1200): Document => {
  const texts: string[] = []
  for (let length = 0; length < letters; length += texts.at(-1)?.length ?? 1)
    texts.push(said[texts.length % 4] ?? '')
  return {
    ...{ title: '人民调解记录', code, textSize: 14 },
    blocks: [
      {
        kind: 'fields',
        columns: [1, 3, 1, 3],
        rows: [
          [
            label('时间'),
            value('2026年6月18日 14时30分至16时05分'),
            label('地点'),
            value('街道调解室（二）'),
          ],
          [label('事由'), value('清溪里社区 3 幢 2 单元渗水纠纷', { columns: 3 })],
          [label('参加人'), value('清溪里社区网格员 温如玉', { columns: 3 })],
        ],
      },
      ...texts.map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'paragraph', text: '以上记录已经当事人核对无误。', isBold: true },
      {
        kind: 'signatures',
        columns: 2,
        items: [{ label: '当事人' }, { label: '当事人' }, { label: '调解员' }, { label: '记录人' }],
      },
    ],
  }
}

export const evidence = (rows: number): Document => ({
  ...{ title: '证据材料清单', code, textSize: 12 },
  blocks: [
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 1, align: 'center' },
        { head: '名称', width: 4 },
        { head: '形式', width: 1.5, align: 'center' },
        { head: '证明事项', width: 5 },
        { head: '金额（元）', width: 2, align: 'end' },
      ],
      rows: Array.from({ length: rows }, (_, n) => [
        `${n + 1}`,
        `现场照片第 ${n + 1} 张`,
        '打印件',
        `卫生间顶部渗水的位置和范围（${n + 1}）`,
        `${(n * 7) % 100}.00`,
      ]),
    },
  ],
})

/** A file with its cover and its index, as it is put away. */
export function dossier(parts: readonly Document[]): Document[] {
  const cover: Document = {
    ...{ office, title: '人民调解卷宗', code, isUncounted: true },
    blocks: [
      { kind: 'space', lines: 4 },
      {
        kind: 'fields',
        columns: [1, 3],
        rows: [
          [label('卷名'), value('林知夏与欧阳修远渗水纠纷')],
          [label('卷号'), value('枫桥人调卷字〔2026〕第 127 号')],
          [label('调解员'), value('周若谷')],
          [label('立卷人'), value('沈一诺')],
          [label('保管期限'), value('三十年')],
          [label('备注'), value('', { lines: 3 })],
        ],
      },
    ],
  }
  const index: Document = {
    ...{ title: '卷内目录', code, textSize: 14, isUncounted: true },
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: '序号', width: 1, align: 'center' },
          { head: '文件名称', width: 6 },
          { head: '页号', width: 1.5, align: 'center' },
          { head: '备注', width: 2 },
        ],
        rows: parts.map((part, n) => [`${n + 1}`, part.title, { pageOf: n + 2, as: 'range' as const }, '']),
      },
    ],
  }
  return [cover, index, ...parts]
}
