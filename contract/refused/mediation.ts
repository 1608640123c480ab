import type { Row } from './row.ts'

/** The refusals of mediation, with the article where a law says it. */
export const mediationRefusals = {
  guardianFirst: {
    status: 422,
    zh: '这位当事人需要监护人代为办理（民法典 19–23）。请先在当事人里登记监护人，由监护人表态或签字。',
    en: 'A guardian acts for this party (Civil Code arts 19–23). Enter the guardian among the parties first.',
  },
  noMandate: {
    status: 422,
    zh: '这位代理人没有这位当事人的授权委托书，请先登记委托书（民法典 165）。',
    en: 'This agent holds no mandate of that party. Enter the signed mandate first (Civil Code art. 165).',
  },
  mandateOver: {
    status: 422,
    zh: '授权委托书不在有效期内，或者已经撤回（民法典 173）。请登记新的委托书，或由本人办理。',
    en: 'The mandate is out of term or was revoked (Civil Code art. 173). Enter a new one, or let the party act in person.',
  },
  mandateNarrow: {
    status: 422,
    zh: '授权委托书没有写明这一项权限：{power}（民法典 165）。请补充授权，或由本人办理。',
    en: 'The mandate does not carry this power: {power} (Civil Code art. 165). Have it widened, or let the party act in person.',
  },
  notAnAgent: {
    status: 422,
    zh: '受托人要先登记为代理人，或者是推选的代表人。',
    en: 'Whoever receives a mandate is entered as an agent, or is an elected representative.',
  },
  agreementParties: {
    status: 422,
    zh: '协议至少要有双方各一位正在参加调解的当事人；没有同意调解或已经退出的人不能写进去（人民调解法 29）。',
    en: 'An agreement needs a party of either side who takes part; nobody who has not agreed or has left (Mediation Act art. 29).',
  },
  obligationParty: {
    status: 422,
    zh: '履行义务的人和对方都要是这份协议的当事人，而且不是同一个人。',
    en: 'Who performs and who receives must both be parties of this agreement, and not the same.',
  },
  dueBeforeEffect: {
    status: 422,
    zh: '履行期限不能早于协议生效（{day}），请改成这一天或以后（人民调解法 29）。',
    en: 'Performance cannot be due before the agreement takes effect ({day}). Choose that day or a later one (Mediation Act art. 29).',
  },
  badAmount: {
    status: 422,
    zh: '付款要写明大于零的金额和收款人；其他义务不写金额。',
    en: 'A payment has an amount above zero and somebody to receive it; other obligations have no amount.',
  },
  badShares: {
    status: 422,
    zh: '各户份额加起来是 {sum} 元，总额是 {whole} 元：两个数要相等，每户一份，每份大于零（人民调解法 29）。',
    en: 'The shares add up to {sum} yuan and the whole is {whole}: both must be equal, one share above zero for each party (Mediation Act art. 29).',
  },
  writtenNeeded: {
    status: 422,
    zh: '不能当场履行完的，要订立书面协议（人民调解法 28；宁波市人民调解条例 24）。请改为书面协议。',
    en: 'What is not performed on the spot is put in writing (Mediation Act art. 28). Choose a written agreement.',
  },
  notReached: {
    status: 422,
    zh: '请填写达成口头协议的日子，不能是将来的日子（人民调解法 30）。',
    en: 'Enter the day on which the oral agreement was reached; it cannot be in the future (Mediation Act art. 30).',
  },
  notInForce: {
    status: 409,
    zh: '协议还没有生效：要各方当事人、调解员签字并加盖调委会印章（人民调解法 29）。',
    en: 'No agreement is in force yet: all parties and the mediator sign, and the committee seals it (Mediation Act art. 29).',
  },
  confirmOral: {
    status: 422,
    zh: '口头协议没有文本，不能申请司法确认。需要确认的，请先订立书面协议。',
    en: 'An oral agreement has no text that a court could confirm. Put it in writing first.',
  },
  confirmType: {
    status: 422,
    zh: '这一类调解不申请司法确认：法院主持的调解由法院出具调解书。',
    en: 'This type is not confirmed: of its own mediation a court issues a mediation document.',
  },
  confirmTooLate: {
    status: 422,
    zh: '司法确认要在协议生效之日起 30 日内申请，最后一天是 {day}（人民调解法 33）。可以告知起诉、公证、支付令等途径。',
    en: 'Confirmation is asked for within 30 days of effect; the last day was {day} (Mediation Act art. 33). A claim, a notary or a payment order remain.',
  },
  confirmAsked: {
    status: 409,
    zh: '这份协议已经申请过司法确认，不能重复申请。',
    en: 'Confirmation of this agreement was asked for already; it cannot be asked for twice.',
  },
  confirmOrder: {
    status: 422,
    zh: '请按先后登记：申请、法院受理、裁定。',
    en: 'Enter it in order: asked for, accepted by the court, decided.',
  },
  mediationNotNow: {
    status: 409,
    zh: '这次调解现在（{state}）不能做这一步，请刷新看看最新情况。',
    en: 'This cannot be done in the present stage of the mediation ({state}). Reload to see where it stands.',
  },
  partyLeft: {
    status: 409,
    zh: '这位当事人已经不参加调解，只能走其他途径（人民调解法 17、26）。',
    en: 'This party has refused or left; what remains are its other routes (Mediation Act arts 17, 26).',
  },
  tellFirst: {
    status: 422,
    zh: '请先告知权利义务，再征求意见（人民调解工作若干规定 30）。',
    en: 'Tell the party its rights and duties before asking (people’s mediation rules art. 30).',
  },
  alreadyMediates: {
    status: 409,
    zh: '这位调解员已经在调解这件纠纷。',
    en: 'This mediator already mediates this case.',
  },
  recused: {
    status: 422,
    zh: '这位调解员已经回避，不能再参加。',
    en: 'This mediator has withdrawn from the case and does not come back.',
  },
  noSuchMediator: {
    status: 422,
    zh: '没有这位调解员，或者他已经不在这件纠纷里。',
    en: 'There is no such mediator in this case any more.',
  },
  notTakingPart: {
    status: 422,
    zh: '只能是已经同意调解、没有退出的当事人。',
    en: 'Only parties who have agreed to mediate and have not left.',
  },
  caucusOneSide: {
    status: 422,
    zh: '背靠背只和一方谈，请只选同一方的人。',
    en: 'A caucus is held with one side. Choose people of one side only.',
  },
  jointBothSides: {
    status: 422,
    zh: '面对面要双方都有人，请再选另一方。',
    en: 'A joint session needs people of both sides.',
  },
  noSuchSession: {
    status: 404,
    zh: '没有这一场，或者它现在不能这样处理。',
    en: 'There is no such session, or it is not at that point.',
  },
  extensionTooLong: {
    status: 422,
    zh: '每次最多延长 {days} 天。',
    en: 'An extension adds at most {days} days.',
  },
  mediationOver: {
    status: 409,
    zh: '调解期限 {day} 已到，不能再延长。请终止调解并告知其他途径（宁波市人民调解条例 27）。',
    en: 'The limit ended on {day} and cannot be extended. End the mediation and tell the other routes.',
  },
  notAllAgree: {
    status: 422,
    zh: '延长期限要参加调解的各方都同意（深圳条例 25）。请先逐一征求。',
    en: 'An extension needs the agreement of everybody who takes part. Ask each of them first.',
  },
  agreementFixed: {
    status: 409,
    zh: '已经生效或作废的协议不能改。需要变更的，另立一份。',
    en: 'An agreement that is in force or was dropped is not changed. Draw up another one.',
  },
  noSuchAgreement: {
    status: 404,
    zh: '没有这份协议，或者它已经生效、作废。',
    en: 'There is no such agreement, or it is in force or was dropped.',
  },
  otherWording: {
    status: 409,
    zh: '协议已经改到第 {version} 稿，请看过新稿再签。',
    en: 'The agreement is at draft {version} by now. Read it before signing.',
  },
  oralUnsigned: {
    status: 422,
    zh: '口头协议由调解员记录，不用当事人签字盖章（人民调解法 28）。',
    en: 'An oral agreement is recorded by the mediator; nobody signs or seals it (Mediation Act art. 28).',
  },
  alreadySigned: { status: 409, zh: '已经签过了。', en: 'It is signed already.' },
  signInHand: {
    status: 422,
    zh: '协议要本人签名、盖章或按指印（人民调解法 29）；口头不行。',
    en: 'An agreement is signed, sealed or fingerprinted by hand (Mediation Act art. 29); by word is not enough.',
  },
  alreadySealed: { status: 409, zh: '已经盖过章了。', en: 'It is sealed already.' },
  signFirst: {
    status: 422,
    zh: '要各方当事人和调解员都签好字，最后盖章（人民调解法 29）。',
    en: 'All parties and the mediator sign first; the seal comes last (Mediation Act art. 29).',
  },
  draftsOpen: {
    status: 422,
    zh: '还有 {count} 份协议没有签完，请签完或作废。',
    en: '{count} drafts still wait for signatures. Complete or drop them.',
  },
  partiesUnbound: {
    status: 422,
    zh: '还有 {count} 位参加调解的当事人没有协议。请签协议，或登记其退出并告知其他途径。',
    en: '{count} parties who take part are in no agreement. Let them sign one, or enter that they leave with their other routes.',
  },
  agreementBinds: {
    status: 409,
    zh: '已经有生效的协议，各方要履行（人民调解法 31）；对内容有争议的可以起诉（32）。',
    en: 'An agreement is in force and binds (Mediation Act art. 31); who disputes its content can go to court (art. 32).',
  },
  dayToCome: {
    status: 422,
    zh: '这一天还没有到，请填写实际发生的日子。',
    en: 'That day is still to come. Enter the day on which it happened.',
  },
  mediationRevisitFirst: {
    status: 422,
    zh: '请先由调解员以外的人回访，再归档。',
    en: 'Somebody other than the mediators revisits first; then it is filed.',
  },
  mediatorFirst: {
    status: 422,
    zh: '还没有调解员，请先指定（人民调解法 19）。',
    en: 'There is no mediator yet. Appoint one first (Mediation Act art. 19).',
  },
  oneSideLeft: {
    status: 409,
    zh: '一方明确拒绝或没有人参加，不能调解（人民调解法 17）。请终止并告知其他途径。',
    en: 'One side has refused or has nobody left, so there is no mediation (Mediation Act art. 17). End it and tell the other routes.',
  },
  consentFirst: {
    status: 422,
    zh: '还有 {count} 位当事人没有告知或没有同意（人民调解法 17）。',
    en: '{count} parties have not been told or have not agreed yet (Mediation Act art. 17).',
  },
  unsuitable: {
    status: 422,
    zh: '这件纠纷不适合这样调解（{article}）。请告知对方走其他途径：{route}。',
    en: 'This dispute is not for this mediation ({article}). Tell the person the other route: {route}.',
  },
  oneLead: { status: 422, zh: '请指定一位主持调解员。', en: 'Appoint one lead mediator.' },
  noSuchObligation: {
    status: 404,
    zh: '没有这一项义务，或者协议还没有生效。',
    en: 'There is no such obligation, or its agreement is not in force.',
  },
  obligationDone: { status: 409, zh: '这一项已经履行完了。', en: 'This obligation is fulfilled already.' },
  badPayment: {
    status: 422,
    zh: '这一笔要大于零，并且不超过还没付的 {most} 元；做的事情请选“已完成”。',
    en: 'A payment is above zero and at most the {most} yuan still owed; an act is entered as done.',
  },
  outsidersFirst: {
    status: 422,
    zh: '请外人参加要各方都同意（人民调解法 20）。请先征求各方意见。',
    en: 'Outsiders take part only with everybody’s agreement (Mediation Act art. 20). Ask the parties first.',
  },
  notADispute: {
    status: 422,
    zh: '只有“矛盾纠纷”可以调解。请先在研判里改为矛盾纠纷。',
    en: 'Only a dispute is mediated. Change its kind by triage first.',
  },
  alreadyMediated: {
    status: 409,
    zh: '这件事已经有一次调解在进行。',
    en: 'A mediation of this matter is already going on.',
  },
  mediationOpen: {
    status: 409,
    zh: '调解还在进行。请先达成协议或终止调解，再提交结果。',
    en: 'The mediation is still going on. Reach an agreement or end it before you submit a result.',
  },
  notAMediator: {
    status: 422,
    zh: '这个人现在不在可以调解这件事的岗位上。',
    en: 'This person holds no post from which this matter may be mediated.',
  },
  roomTaken: {
    status: 409,
    zh: '这个调解室 {time} 已经有一场，请换个时间或房间。',
    en: 'This room has another session at {time}. Choose another time or room.',
  },
  mediatorBusy: {
    status: 409,
    zh: '{name} {time} 已经有一场调解，请换个时间。',
    en: '{name} has another session at {time}. Choose another time.',
  },
  notPicture: {
    status: 422,
    zh: '签名、指印和纸件照片要是图片（JPG、PNG、WebP），才看得出是本人签的（人民调解法 29、民法典 165）。请拍照或在屏幕上签。',
    en: 'A signature, a fingerprint or a photograph of paper is a picture (JPG, PNG, WebP), so that it shows who signed (Mediation Act art. 29, Civil Code art. 165). Take a photograph or sign on the screen.',
  },
  linkGone: {
    status: 404,
    zh: '这个链接已经过期或停用，请向调解员要一个新的。',
    en: 'This link has ended. Ask the mediator for a new one.',
  },
  linkWrong: {
    status: 422,
    zh: '核对码不对，还可以试 {left} 次。',
    en: 'The check code is not right; {left} more tries.',
  },
  linkLocked: {
    status: 429,
    zh: '输错太多次，这个链接已停用。请向调解员要一个新的。',
    en: 'Too many wrong codes; this link has ended. Ask the mediator for a new one.',
  },
} as const satisfies Record<string, Row>
