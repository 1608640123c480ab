import { roleLabels } from '#contract/words/labels.ts'
import type { Role } from '#domain/org/roles.ts'
import { printQr } from './qr.ts'

/** The role in both languages, as the console shows it. */
function roleLabel(role: string): string {
  const label = roleLabels[role as Role]
  return label ? `${label.zh} ${label.en}` : role
}

export type Demo = {
  accounts: { login: string; role: string; unit: string }[]
  password: string
  /** path of the public page of a sample stairwell */
  publicPath: string
}

/** What is printed when everything answers: addresses, the code for a phone, demo accounts. Chinese first, then English. */
export function printNotice(
  here: string,
  outside: string | undefined,
  demo: Demo | undefined,
  seconds: string,
): string {
  const publicPage = demo ? `${outside ?? here}${demo.publicPath}` : undefined
  const lines = [
    '',
    `枫桥已就绪（${seconds} 秒）。Maple Bridge is ready (${seconds} s).`,
    '',
    `  工作台  Console       ${here}/console/`,
  ]
  if (publicPage) lines.push(`  居民页  Public page   ${publicPage}`, '', printQr(publicPage))
  if (publicPage && !outside) {
    lines.push(
      '  二维码只在本机可用；手机扫码请用 HOST=0.0.0.0 npm start。',
      '  The code works on this machine only; for a phone use HOST=0.0.0.0 npm start.',
    )
  }
  if (demo) {
    lines.push(
      '',
      `  演示账号，密码都是 ${demo.password} · demo accounts, all with the password ${demo.password}`,
    )
    const width = Math.max(...demo.accounts.map((account) => account.login.length))
    for (const { login, role, unit } of demo.accounts)
      lines.push(`    ${login.padEnd(width)}  ${unit} · ${roleLabel(role)}`)
  }
  lines.push('', '按 Ctrl-C 停止。Press Ctrl-C to stop.', '')
  return lines.join('\n')
}
