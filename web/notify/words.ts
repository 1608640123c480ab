import { sentences } from '#web/lib/words.ts'

export const notifyWords = sentences({
  title: { zh: '通知', en: 'Notices' },
  lead: {
    zh: '轮到你们单位办的、群众说了话的、时限快到的，都在这里；看过的留两个月。',
    en: 'Whatever is your unit’s turn, what people have said, and limits that run out. What you have seen stays for two months.',
  },
  none: { zh: '没有新通知', en: 'No new notices' },
  noneText: {
    zh: '派给你们单位的事、群众的回复、快到的时限会出现在这里，不用刷新。',
    en: 'Matters dispatched to your unit, answers of people and limits running out will appear here by themselves.',
  },
  noneHere: { zh: '这里没有通知', en: 'No notices here' },
  noneHereText: {
    zh: '换一个种类，或者去掉“只看没看过的”。',
    en: 'Choose another kind, or show the seen ones too.',
  },
  seeAll: { zh: '全部标为看过', en: 'Mark all as seen' },
  see: { zh: '标为看过', en: 'Mark as seen' },
  seeOf: { zh: '标为看过：{number}', en: 'Mark as seen: {number}' },
  all: { zh: '全部通知', en: 'All notices' },
  topic: { zh: '种类', en: 'Kind' },
  anyTopic: { zh: '全部种类', en: 'Every kind' },
  unseen: { zh: '只看没看过的', en: 'New ones only' },
  more: { zh: '再看一些', en: 'Show more' },
  isNew: { zh: '新', en: 'new' },
  critical: { zh: '紧急', en: 'urgent' },
  toUnit: { zh: '告知 {unit}', en: 'To {unit}' },
  by: { zh: '{name} 办的', en: 'By {name}' },
})
