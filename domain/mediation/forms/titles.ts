import type { Mediation } from '../mediation.ts'
import { agreementNumber } from '../number.ts'
import type { Form, Paper } from './dossier.ts'

const titles: Record<Exclude<Form, 'agreement'>, string> = {
  application: '人民调解申请书',
  register: '人民调解受理登记表',
  rightsNotice: '人民调解权利义务告知书',
  mandate: '授权委托书',
  sessionRecord: '人民调解记录',
  performance: '调解协议履行登记',
  revisit: '人民调解回访记录',
  confirmation: '司法确认申请书',
  endNotice: '终止调解通知书',
  dossier: '人民调解卷宗',
}

/**
 * What stands at the head of a paper, for a list of papers: the same as if it were drawn, without opening what it says. In: the
 * mediation and the number of its file.
 */
export function headOf(
  m: Pick<Mediation, 'agreements' | 'sessions'>,
  file: string,
  { form, of }: Paper,
): { title: string; number: string | null } {
  const agreement = m.agreements.find(({ id }) => id === of)
  const ofAgreement = agreement ? agreementNumber(file, agreement.no) : null
  if (form === 'agreement')
    return {
      title: agreement?.kind === 'oral' ? '人民调解口头协议登记表' : '人民调解协议书',
      number: ofAgreement,
    }
  const session = m.sessions.find(({ id }) => id === of)
  const numbers: Partial<Record<Form, string | null>> = {
    ...{ register: file, revisit: file, endNotice: file, performance: ofAgreement },
    sessionRecord: session ? `第${session.no}次` : null,
  }
  return { title: titles[form], number: numbers[form] ?? null }
}
