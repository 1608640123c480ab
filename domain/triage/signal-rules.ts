import type { Kind, Urgency } from '../matter/matter.ts'

/**
 * Danger now, and danger soon. A word counts only when nothing shortly before it takes it back: last year's fire, a fire
 * one fears and a fire drill are not burning.
 */
export const urgencyRules: readonly { urgency: Exclude<Urgency, 'normal'>; words: RegExp }[] = [
  {
    urgency: 'critical',
    words:
      /着火了?|起火|失火|火灾(?!隐患|风险|危险|演练|保险|后|报警|自动)|冒(?:出)?(?:浓|黑|火|白)烟|窜火苗|(?:燃气|煤气|天然气|液化气)(?:正在)?(?:泄漏|泄露|漏气|味)|自杀|轻生|跳楼|不想活|割腕|喝农药|持刀|拿刀|拿着刀|砍人|(?:正在|还在|又|要|动手)打人|打起来|家暴|往死里打|被打得|昏迷|晕倒|没(?:有)?呼吸|心跳(?:停|骤)|大出血|触电|(?:坍|倒|垮)塌(?:了|压)|(?:被|有人|人员|老人|小孩|孩子)[^，。；！？]{0,6}(?:困在|被困|困住)|电梯(?:里)?(?:困人|困住|关人)|落水|溺水|爆炸|食物中毒|一氧化碳|煤气中毒|救命/g,
  },
  {
    urgency: 'urgent',
    words:
      /停水|停电|停气|停暖|水管(?:爆|炸)|爆管|井盖(?:不见|没了|丢失|缺失|被偷|被撞飞)|没(?:有)?井盖|电线(?:掉|断|落地|裸露|垂)|漏电|火花|冒烟|焦糊|烧焦|墙(?:皮|砖)?(?:掉|砸)|(?:瓷砖|玻璃|墙皮)(?:脱落|掉下|往下掉|坠落)|高空坠物|摇摇欲坠|快(?:要)?(?:倒|塌|掉)|污水(?:倒灌|漫|涌)|粪水|水漫|积水(?:很深|没过|严重)|(?:几|两|三|四|五)天没(?:见|出门|开门|应)|敲门(?:没人|不)应|走失|讨薪|集体(?:上访|讨要)|马蜂窝/g,
  },
]

/** Words that, shortly before, mean it is past, feared or only thought of. */
export const takenBack =
  /(?:去年|前年|上个?月|上周|上次|以前|曾经?|当年|早年|如果|要是|万一|一旦|假如|容易|怕|担心|避免|防止|预防|防范|会不会|谨防|杜绝|严防|可能|引发|引起|造成|导致|演练|演习|预案|没有?|不|未|无|非)[^，。；！？,.;!?]{0,8}$/

/** What the person does with the words, where the category leaves it open. The first that fits counts. */
export const kindRules: readonly { kind: Kind; words: RegExp }[] = [
  { kind: 'report', words: /举报|检举|揭发/g },
  { kind: 'complaint', words: /投诉|强烈不满|太不像话|严重扰民|要个说法|讨个说法/g },
  {
    kind: 'consultation',
    words:
      /咨询|请问|想问|问一下|问问|怎么办理|如何办理|需要什么材料|要带什么|是否可以|可不可以|在哪里?办|请教|了解一下/g,
  },
  {
    kind: 'suggestion',
    words: /建议|提个意见|能不能(?:增设|加装|多设|安排)|希望(?:增设|增加|考虑|设置)|倡议/g,
  },
]

/** Words of a quarrel: with them a question about a dispute is still a dispute. */
export const quarrel =
  /纠纷|矛盾|争执|争吵|吵架|吵了|吵起来|大吵|协商|调解|赔|不给|不还|不退|不认|不承认|拒绝|拒不|拖欠|欠|骂|打架|打人|说法|理论|推脱|扯皮|不讲理|讨要|起诉/g
