export const orderFields = [
  'orderNo',
  'title',
  'words',
  'callerName',
  'callerPhone',
  'receivedAt',
  'dueAt',
  'place',
  'community',
  'street',
  'category',
  'orderType',
  'urgency',
  'confidential',
  'callCount',
  'remark',
] as const

/** What is taken from a 12345 work order; Beijing regulation art. 10 and the columns other cities use. */
export type OrderField = (typeof orderFields)[number]

/** Without a number an order cannot be joined or answered, without words nothing was said. */
export const requiredFields: readonly OrderField[] = ['orderNo', 'words']

const list = (names: string) => names.split(' ')

/**
 * What hotlines call the columns, best name first, as `headerKey` spells them. The first is what our own files say.
 * Names near the end are used only where no column has a better one.
 */
export const columnNames: Readonly<Record<OrderField, readonly string[]>> = {
  orderNo: list(
    '工单编号 工单号 工单号码 热线编号 受理编号 受理单号 诉求编号 事件编号 任务编号 案件编号 留言编号 来电编号 流水号 业务编号 单号 编号 orderno ordernumber ' +
      'workorderno ticketno ticketnumber recid caseno caseid',
  ),
  title: list(
    '标题 工单标题 诉求标题 主题 工单主题 诉求主题 留言主题 事件标题 来电标题 事项名称 title subject',
  ),
  words: list(
    '诉求内容 工单内容 来电内容 反映内容 问题描述 诉求描述 事件描述 留言详情 留言内容 来电诉求 反映问题 具体内容 详细内容 受理内容 主要内容 详情 描述 内容 诉求 content ' +
      'description details words',
  ),
  callerName: list(
    '来电人 诉求人 来电人姓名 诉求人姓名 市民姓名 反映人 反映人姓名 投诉人 投诉人姓名 来电市民 留言用户 留言人 申请人 联系人 联系人姓名 姓名 来电者 caller ' +
      'callername name contactname',
  ),
  callerPhone: list(
    '联系电话 来电号码 来电电话 联系方式 诉求人电话 手机号码 手机号 联系号码 电话号码 主叫号码 电话 手机 phone callerphone telephone mobile ' +
      'phonenumber',
  ),
  receivedAt: list(
    '受理时间 来电时间 诉求时间 受理日期 来电日期 登记时间 登记日期 留言时间 反映时间 提交时间 接收时间 创建时间 发生时间 时间 日期 receivedat createtime ' +
      'createdat receivedtime',
  ),
  dueAt: list(
    '办理时限 截止时间 办理期限 办结时限 处理时限 截止日期 到期时间 应办结时间 要求办结时间 要求完成时间 答复时限 回复时限 反馈时限 办理截止时间 限办时间 时限 dueat ' +
      'duedate deadline duetime',
  ),
  place: list(
    '地址 事发地点 事发地址 诉求地址 事件地址 详细地址 发生地址 发生地点 反映地址 问题地址 诉求地点 地点 位置 address place location',
  ),
  community: list('社区 所属社区 社区名称 村社区 社区村 所属村社区 事发社区 community'),
  street: list(
    '街道 所属街道 街道名称 镇街 街镇 乡镇街道 街道乡镇 所属镇街 所属街镇 事发街道 street subdistrict',
  ),
  category: list(
    '类别 诉求类型 诉求类别 诉求分类 问题类别 问题分类 问题类型 工单分类 事件类型 事件分类 事项分类 归口分类 一级分类 一级标签 分类 category eventtype',
  ),
  orderType: list(
    '工单类型 工单类别 工单性质 诉求性质 来电类型 业务类型 事件性质 受理类型 信件类型 性质 类型 ordertype property type',
  ),
  urgency: list(
    '紧急程度 工单等级 紧急级别 缓急程度 紧急等级 优先级 工单级别 是否紧急 急缓程度 urgency priority',
  ),
  confidential: list('是否保密 保密 是否要求保密 信息保密 是否信息保密 保密要求 confidential issecret'),
  callCount: list('来电次数 反映次数 拨打次数 重复次数 诉求次数 呼叫次数 次数 callcount calls times'),
  remark: list('备注 备注信息 备注说明 其他说明 补充说明 附注 转办意见 说明 remark remarks note notes'),
}

/** A heading with one of these speaks of the handler, of the answer or of who is complained about, never of the caller. */
export const otherPeople =
  /承办|主办|协办|处理|处置|经办|办理人|办理单位|责任|单位|部门|回访|答复|回复|反馈|派单|转办|话务|坐席|座席|工号|被|对象|handler/
