import type { Route } from '#domain/matter/matter.ts'
import type { Paper } from '#domain/paper/paper.ts'

/** What stands at the head of each paper. */
export const titles: Record<Paper, string> = {
  receipt: '群众诉求受理回执',
  acceptance: '群众诉求受理单',
  dispatch: '群众诉求交办单',
  transfer: '群众诉求转办单',
  reply: '群众诉求办理情况回复单',
  refusal: '不予受理告知书',
}

/** How to walk the way that is named where an appeal is not taken (who is refused is always told where to go). */
export const routeGuides: Record<Route, string> = {
  emergency: '遇到危险请立即拨打：报警 110、火警 119、急救 120、交通事故 122。',
  court: '可向有管辖权的人民法院提起诉讼；需要法律帮助可拨打 12348 公共法律服务热线。',
  arbitration: '可依仲裁协议向约定的仲裁委员会申请仲裁；需要法律帮助可拨打 12348。',
  labourArbitration: '可向劳动人事争议仲裁委员会申请仲裁；咨询可拨打 12333。',
  review: '可在法定期限内向行政复议机构申请行政复议；需要法律帮助可拨打 12348。',
  petition: '可向本级信访部门提出，来信、网上或当面均可。',
  police: '可到辖区派出所报案或拨打 110。',
  discipline: '可拨打 12388 或向纪检监察机关反映。',
  notary: '可到就近的公证处咨询办理；咨询可拨打 12348。',
  market: '属于市场服务或社会服务事项，可自行选择服务机构；消费争议可拨打 12315。',
  otherPlace: '请向事项所在地的受理单位提出；不清楚是哪里，可拨打当地 12345。',
  answeredBefore: '同一诉求此前已有答复；有新的事实或理由，可以补充后重新提出。',
}

export const chinese = {
  number: '编号',
  channel: '来源渠道',
  receivedAt: '收到时间',
  acceptedAt: '受理时间',
  person: '诉求人',
  phone: '联系电话',
  place: '事发地点',
  kind: '类别',
  category: '分类',
  urgency: '紧急程度',
  level: '办理层级',
  title: '诉求标题',
  words: '诉求内容',
  opinion: '受理意见',
  approval: '负责人批示',
  byUnit: '交办单位',
  unit: '承办单位',
  fromUnit: '原承办单位',
  toUnit: '转办单位',
  dispatchedAt: '交办时间',
  movedAt: '转办时间',
  moveReason: '转办理由',
  instruction: '办理要求',
  limits: '办理时限',
  signed: '单位签收',
  work: '办理情况',
  handlingUnit: '办理单位',
  handler: '承办人',
  repliedAt: '办结时间',
  result: '办理结果',
  secret: '（按规定不在本单显示）',
  none: '未留',
  by: '{limit}：最迟 {due}',
  signature: '签字',
  seal: '（盖章）',
  dated: '　　　　年　　月　　日',
  scan: '扫码查询办理进度（凭登记时的 12 位查询码）',
  footer: '{name} 于 {time} 打印',
  receiptText:
    '您反映的事项已经登记。办理进度可扫左下方二维码，凭登记时给您的查询码查看；查询码只交给您本人，请妥善保管。有新情况可以在查询页面补充。',
  replyText:
    '如果问题没有解决，或者对办理结果有意见，可以在查询页面评价并申请重新办理，也可以直接向受理单位提出。',
  refusalDear: '{name}：',
  refusalDearNobody: '诉求人：',
  refusalSaid: '您于{time}反映的“{title}”（编号 {number}）已收悉。经审查，本单位对该事项不予受理，理由如下：',
  refusalRoute: '该事项可以通过以下途径解决：{route}。{guide}',
  refusalNoRoute: '说明：{guide}',
  refusalOthers:
    '不清楚该走哪条途径，或者有新的事实和理由，可以到本单位当面说明，也可以拨打 12345 咨询；需要法律帮助的，可以拨打 12348 公共法律服务热线。',
  refusalKnown: '特此告知。',
  receivedBy: '送达方式：□当面　□邮寄　□其他　　　　　收件人（签字）',
} as const
