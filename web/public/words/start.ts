import type { Sentence } from '#contract/words/language.ts'

/** Words of the frame, the start page and the errors every page shares. */
export const startWords = {
  brand: { zh: '枫桥', en: 'Maple Bridge' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  otherLanguage: { zh: 'English', en: '中文' },
  large: { zh: '大字', en: 'Large text' },
  title: { zh: '有事您说，事事有回音', en: 'Tell us, and hear back' },
  lead: {
    zh: '楼道灯坏了、下水堵了、邻里闹了别扭——写一句话就行，不用注册，办到哪一步随时看得到。',
    en: 'A broken lamp, a blocked drain, a quarrel next door: one sentence is enough. No account needed, and you can follow every step.',
  },
  proof: { zh: '核验调解文书', en: 'Check a mediation paper' },
  mediators: { zh: '找调解员', en: 'Find a mediator' },
  mediatorsLead: {
    zh: '和邻居、家人、物业、老板闹了矛盾？可以请人民调解员来调解，不收钱。',
    en: 'At odds with a neighbour, the family, the property company or an employer? A mediator helps, free of charge.',
  },
  mediatorsGo: { zh: '看看有哪些调解员', en: 'See who mediates' },
  scanTitle: { zh: '要反映一件事', en: 'To report something' },
  scan: {
    zh: '请用微信或手机相机，扫一扫您家楼道里的“码上办”二维码。扫了就知道您在哪儿，不用再填地址。',
    en: 'Scan the code in your stairwell with WeChat or your camera. It already knows where you are, so there is no address to fill in.',
  },
  scanNone: {
    zh: '找不到二维码？请告诉社区，或直接到社区、综治中心窗口，工作人员替您登记。',
    en: 'No code in sight? Tell your community, or come to its desk or the centre, and staff will write it down for you.',
  },
  trackTitle: { zh: '查办到哪一步了', en: 'To see how far it is' },
  code: { zh: '查询码', en: 'Query code' },
  codeHint: {
    zh: '提交时给您的 12 位数字，可以直接粘贴',
    en: 'The 12 digits you were given when you sent it; pasting works',
  },
  codeShort: {
    zh: '还差 {count} 位，查询码一共 12 位数字。',
    en: '{count} more to go: a query code has 12 digits.',
  },
  codeLong: {
    zh: '多了 {count} 位，查询码一共 12 位数字。',
    en: '{count} too many: a query code has 12 digits.',
  },
  codeWrong: {
    zh: '这 12 位里有数字不对，请对照短信、截图或纸条再核对一遍。',
    en: 'One of the 12 digits is not right. Please compare with your note or picture.',
  },
  codeNone: { zh: '请输入 12 位查询码。', en: 'Please enter the 12-digit query code.' },
  area: { zh: '区划代码', en: 'Area number' },
  areaHint: {
    zh: '印在楼道二维码下方的 6 位数字',
    en: 'The 6 digits printed below the code in your stairwell',
  },
  areaWrong: {
    zh: '区划代码是 6 位数字，请看楼道二维码下方。',
    en: 'The area number has 6 digits; see below the code in your stairwell.',
  },
  look: { zh: '查看进度', en: 'See how it stands' },
  mineTitle: { zh: '这台手机上的诉求', en: 'Sent from this device' },
  mineNone: {
    zh: '您提交后，这里会记下来，下次一点就能看。',
    en: 'What you send will be listed here, one tap away.',
  },
  mineForget: { zh: '从这台手机上移除', en: 'Remove from this device' },
  mineClear: { zh: '全部清除', en: 'Clear the list' },
  mineClearAsk: {
    zh: '清除后，要凭查询码才能再看到这些诉求；办理不受影响。确定清除吗？',
    en: 'Afterwards you will need the query codes to see them again; the handling goes on. Clear the list?',
  },
  sentOn: { zh: '{when}提交', en: 'Sent {when}' },
  urgentTitle: { zh: '情况紧急请直接打电话', en: 'In an emergency, call' },
  home: { zh: '回到首页', en: 'Back to the start' },
  nowhere: { zh: '没有这个页面', en: 'There is no such page' },
  nowhereLead: {
    zh: '链接可能不完整。您可以重新扫码，或用查询码查看进度。',
    en: 'The link may be incomplete. Scan again, or use your query code.',
  },
  offline: {
    zh: '网络不通。您写的内容都保存在这台手机上。',
    en: 'You are offline. What you wrote is kept on this device.',
  },
  arrivedNote: {
    zh: '之前没发出去的诉求已经送达，编号 {number}。',
    en: 'What could not be sent before has arrived, number {number}.',
  },
  seeIt: { zh: '去看看', en: 'See it' },
  pendingNote: {
    zh: '“{label}”那里还有一件没发出去，网络恢复后会自动重发。',
    en: 'One from “{label}” is still waiting; it will be sent when the network is back.',
  },
  opening: { zh: '正在打开…', en: 'Opening…' },
  reopen: { zh: '重新打开', en: 'Open again' },
  mediation: { zh: '调解', en: 'Mediation' },
  number: { zh: '我的号', en: 'My number' },
  kiosk: { zh: '取号', en: 'Take a number' },
  display: { zh: '叫号', en: 'Now calling' },
  retry: { zh: '再试一次', en: 'Try again' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  whyNetwork: { zh: '网络不通，请检查手机网络。', en: 'No network. Please check your connection.' },
  whyServer: {
    zh: '暂时没有连上服务，您写的内容都还在。',
    en: 'The service cannot be reached just now. Everything you wrote is still here.',
  },
  whyBusy: {
    zh: '现在用的人多，请稍等几秒。',
    en: 'Many people are using it just now. Please wait a few seconds.',
  },
  refusedOther: {
    zh: '这一步没有办成，您写的内容都还在。请稍后再试，或打电话给社区。',
    en: 'That did not work. What you wrote is still here. Please try later or call the community.',
  },
  person: { zh: '您的个人信息', en: 'Your personal data' },
  my: { zh: '我的诉求', en: 'My appeals' },
  myTitle: { zh: '查询码找不到了？', en: 'Lost the query code?' },
  myLead: {
    zh: '反映时留过手机号的，用这个号码收一条验证码，就能看到自己的诉求。',
    en: 'If you left a mobile number, we text a code to it, and you see what you told us.',
  },
  myGo: { zh: '用手机号查我的诉求', en: 'See my appeals by number' },
  fieldWords: { zh: '您要反映的事', en: 'what you want to tell us' },
  fieldName: { zh: '姓名', en: 'name' },
  fieldPhone: { zh: '电话', en: 'telephone' },
  fieldFiles: { zh: '照片', en: 'photos' },
  fieldReason: { zh: '理由', en: 'reason' },
} as const satisfies Record<string, Sentence>
