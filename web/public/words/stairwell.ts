import type { Sentence } from '#contract/words/language.ts'

/** Words of the stairwell page and of the receipt. */
export const stairwellWords = {
  youAre: { zh: '您在', en: 'You are at' },
  finding: { zh: '正在认这个位置…', en: 'Finding this place…' },
  placeUnread: {
    zh: '网络不通，还没认出这是哪里。您可以先写，连上网后再发。',
    en: 'The network is down, so we do not know this place yet. You can write now and it is sent once you are online.',
  },
  callCommunity: { zh: '打电话给{name}', en: 'Call {name}' },
  ask: { zh: '您想反映什么？', en: 'What would you like to tell us?' },
  askHint: { zh: '一句话就行，说清在哪儿、怎么了。', en: 'One sentence will do: where, and what happened.' },
  left: { zh: '还能写 {count} 个字', en: '{count} characters left' },
  wordsMissing: { zh: '请先写一句话，说说是什么事。', en: 'Please write a sentence first.' },
  urgent: {
    zh: '如果有人正有危险，请马上打电话，不要等网上回复：',
    en: 'If somebody is in danger right now, call at once rather than wait for an answer here:',
  },
  call110: { zh: '110 报警', en: '110 Police' },
  call119: { zh: '119 火警', en: '119 Fire' },
  call120: { zh: '120 急救', en: '120 Ambulance' },
  call122: { zh: '122 交通事故', en: '122 Traffic accident' },
  call12356: { zh: '12356 心理援助', en: '12356 Crisis line' },
  photos: { zh: '照片（可不加，最多 {most} 张）', en: 'Photos (optional, up to {most})' },
  photosHint: {
    zh: '发送前会缩小，并去掉拍摄位置等信息。',
    en: 'They are made smaller and lose their location data before they are sent.',
  },
  camera: { zh: '拍照', en: 'Take a photo' },
  album: { zh: '从相册选', en: 'Choose photos' },
  photoName: { zh: '第 {n} 张照片', en: 'Photo {n}' },
  photoShrinking: { zh: '处理中', en: 'Preparing' },
  photoKept: { zh: '已保存，待上传', en: 'Kept, not sent yet' },
  photoUploading: { zh: '上传 {percent}%', en: 'Uploading {percent}%' },
  photoDone: { zh: '已上传', en: 'Uploaded' },
  photoUnreadable: { zh: '打不开这张', en: 'Cannot be opened' },
  photoRefused: { zh: '没能上传', en: 'Not taken' },
  photoRetry: { zh: '重传', en: 'Retry' },
  photoRemove: { zh: '删除第 {n} 张照片', en: 'Remove photo {n}' },
  photosFull: {
    zh: '已经有 {most} 张了，先删一张再加。',
    en: 'There are {most} already. Remove one to add another.',
  },
  photosCut: {
    zh: '一次最多 {most} 张，多出的 {count} 张没有加进来。',
    en: 'At most {most} photos; {count} were left out.',
  },
  contact: { zh: '留下联系方式（可不填）', en: 'Leave your contact (optional)' },
  contactWhy: {
    zh: '不留也照样办。留了，工作人员能打电话问清楚、告诉您结果。',
    en: 'It is handled either way. With a number, staff can ask and tell you the result.',
  },
  how: { zh: '怎么称呼您', en: 'By name or not' },
  nameless: { zh: '不留姓名', en: 'Without my name' },
  named: { zh: '留下姓名', en: 'With my name' },
  name: { zh: '姓名', en: 'Name' },
  nameMissing: {
    zh: '请写下姓名，或改选“不留姓名”。',
    en: 'Please write your name, or choose “Without my name”.',
  },
  phone: { zh: '电话', en: 'Telephone' },
  phoneWrong: {
    zh: '这个号码看着不全，请核对，或清空不填。',
    en: 'This number looks incomplete. Please check it, or leave it empty.',
  },
  secret: { zh: '请为我保密', en: 'Please keep me secret' },
  secretHint: {
    zh: '只有分流中心能看到您的姓名和电话，承办单位看不到。凭手机号也查不到这件事，只能用查询码看；和家人共用手机的，建议勾选。',
    en: 'Only the centre sees your name and number; the unit that handles it does not. It cannot be found by your number either, only by its code: tick this if you share a phone.',
  },
  send: { zh: '发送', en: 'Send' },
  sendHint: {
    zh: '不用注册。发送后给您一个查询码，随时看进度。',
    en: 'No account needed. You get a query code to follow it.',
  },
  keptHere: { zh: '写的内容随时保存在这台手机上。', en: 'What you write is kept on this device as you go.' },
  notKept: {
    zh: '这个浏览器不肯保存内容，发送成功前请不要关闭页面。',
    en: 'This browser keeps nothing, so please leave the page open until it is sent.',
  },
  sendingPhotos: { zh: '正在上传照片（{done}/{all}）…', en: 'Uploading photos ({done} of {all})…' },
  sendingText: { zh: '正在发送…', en: 'Sending…' },
  sendingSafe: {
    zh: '内容已保存在这台手机上，关掉页面也不会丢。',
    en: 'It is kept on this device; closing the page loses nothing.',
  },
  waiting: { zh: '还没发出去', en: 'Not sent yet' },
  waitingKept: {
    zh: '您写的文字和 {count} 张照片已保存在这台手机上，连上网会自动重发，不会重复。',
    en: 'Your text and {count} photos are kept on this device. It is sent by itself once you are online, and only once.',
  },
  waitingKeptText: {
    zh: '您写的内容已保存在这台手机上，连上网会自动重发，不会重复。',
    en: 'What you wrote is kept on this device. It is sent by itself once you are online, and only once.',
  },
  retryNow: { zh: '现在重试', en: 'Try now' },
  withoutPhotos: { zh: '先发文字，不带没传完的照片', en: 'Send the text without the photos that wait' },
  mend: { zh: '返回修改', en: 'Back to writing' },
  stuck: { zh: '有照片没能传上去', en: 'A photo could not be sent' },
  stuckHint: {
    zh: '其余内容都好好的。您可以不带这张发送，或返回换一张。',
    en: 'Everything else is fine. Send without it, or go back and choose another.',
  },
  received: { zh: '已收到，谢谢您', en: 'We have it. Thank you' },
  receivedDue: {
    zh: '您的诉求已送到{holder}，最迟{due}告诉您是否受理。',
    en: 'It is now with {holder}, who will tell you by {due} whether it is accepted.',
  },
  receivedOpen: { zh: '您的诉求已送到{holder}。', en: 'It is now with {holder}.' },
  yourCode: { zh: '查询码', en: 'Your query code' },
  codeSecret: {
    zh: '凭它看进度、补充、评价。只有您有，请保存好，别转给别人。',
    en: 'It lets you follow, answer and rate. Only you have it: keep it, and do not pass it on.',
  },
  number: { zh: '编号', en: 'Number' },
  copy: { zh: '复制查询码', en: 'Copy the code' },
  copied: { zh: '已复制', en: 'Copied' },
  copyFailed: {
    zh: '没能复制，请手抄这 12 位数字。',
    en: 'Copying failed. Please write the 12 digits down.',
  },
  picture: { zh: '存成图片', en: 'Save as a picture' },
  pictureTitle: { zh: '查询凭条', en: 'Your slip' },
  pictureHint: { zh: '长按图片可保存到相册。', en: 'Press and hold the picture to save it.' },
  pictureDownload: { zh: '下载图片', en: 'Download' },
  pictureScan: { zh: '扫码看进度', en: 'Scan to follow' },
  pictureFailed: {
    zh: '没能生成图片，请截屏保存。',
    en: 'The picture could not be made. Please take a screenshot.',
  },
  follow: { zh: '看办理进度', en: 'Follow it' },
  forgetHere: { zh: '别在这台手机上记住（借用的手机）', en: 'Do not remember it here (borrowed phone)' },
  forgotten: {
    zh: '这台手机不再记住这件诉求，请务必保存查询码。',
    en: 'This device has forgotten it. Please be sure to keep the code.',
  },
  another: { zh: '再反映一件', en: 'Report another' },
} as const satisfies Record<string, Sentence>

/** Examples of one sentence; one is shown at each visit. */
export const examples: readonly Sentence[] = [
  {
    zh: '例如：二楼到三楼的楼道灯坏了三天，老人晚上上楼看不清。',
    en: 'For example: the lamp between floors 2 and 3 has been out for three days and my mother cannot see the steps.',
  },
  {
    zh: '例如：单元门口的下水道又返水了，味道很大。',
    en: 'For example: the drain by the entrance is backing up again and it smells.',
  },
  {
    zh: '例如：楼上每晚十一点以后拖桌椅，说过两次没用。',
    en: 'For example: the people upstairs move furniture after eleven every night; talking twice did not help.',
  },
  {
    zh: '例如：消防通道被两辆电动车堵住了。',
    en: 'For example: two electric bikes are blocking the fire exit.',
  },
]
